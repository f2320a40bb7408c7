package codec

import (
	"errors"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/locale"
)

// TestReasons: whoever reports an error of this package finds it said in both languages.
func TestReasons(t *testing.T) {
	_, nul := Decode([]byte("a\x00b"), Auto)
	_, few := Decode([]byte("\xd5\xfe\xb8\xae"), Auto)
	_, share := Decode([]byte(prose+strings.Repeat("\x81\xff", 40)), UTF8)
	_, none := Decode([]byte(strings.Repeat("\x81\xff\xfe\x90\xc0\xf5", 20)), Auto)
	_, _, back := FromString("a").With("b").Splice([]byte("c"), nil)
	for name, c := range map[string]struct {
		err     error
		skipped bool
	}{
		"NUL": {nul, true}, "few": {few, true}, "share": {share, true}, "none": {none, true}, "back": {back, false},
		"lacks": {&LacksError{Big5, '现'}, false}, "new text": {newText(), false}, "opaque": {opaqueBytes(), false}, "taken": {takenFor(Big5), false},
	} {
		var r interface{ Reason() (locale.Text, bool) }
		if !errors.As(c.err, &r) {
			t.Errorf("%s: %v gives no reason", name, c.err)
			continue
		}
		why, skipped := r.Reason()
		if !why.Complete() || why.Zh == why.En || skipped != c.skipped || errors.Is(c.err, ErrBinary) != skipped {
			t.Errorf("%s: %+v, skipped %v", name, why, skipped)
		}
	}
}
