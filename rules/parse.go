package rules

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/locale"
)

// file is the shape of a rule's TOML.
type file struct {
	Kind       string                 `toml:"kind"`
	Severity   string                 `toml:"severity"`
	Confidence string                 `toml:"confidence"`
	Fix        string                 `toml:"fix"`
	Since      string                 `toml:"since"`
	Tags       []string               `toml:"tags"`
	Default    *bool                  `toml:"default"`
	Preview    bool                   `toml:"preview"`
	Override   bool                   `toml:"override"`
	Scope      string                 `toml:"scope"`
	Verdict    string                 `toml:"verdict"`
	Markup     bool                   `toml:"markup"`
	Title      locale.Text            `toml:"title"`
	Message    locale.Text            `toml:"message"`
	Why        locale.Text            `toml:"why"`
	Note       map[string]locale.Text `toml:"note"`
	Params     toml.Primitive         `toml:"params"`
	Example    []struct {
		Bad  string `toml:"bad"`
		Good string `toml:"good"`
		File string `toml:"file"`
	} `toml:"example"`
}

// parse reads the rule id from src. read opens files beside the rule, and shared keeps what the rules there make of them. override
// tells whether the file asks to replace a rule.
func parse(id, src string, kinds map[string]checks.Kind, read func(string) (string, error), shared *checks.Shared) (r *Rule, override bool, err error) {
	var f file
	md, err := toml.Decode(src, &f)
	if err != nil {
		var pe toml.ParseError
		if errors.As(err, &pe) {
			return nil, false, fmt.Errorf("rule %s: line %d: %s", id, pe.Position.Line, pe.Message)
		}
		return nil, false, fmt.Errorf("rule %s: %w", id, err)
	}
	family, slug, ok := strings.Cut(id, "/")
	if !ok || family == "" || slug == "" {
		return nil, false, fmt.Errorf("rule %q: the path must be family/slug.toml", id)
	}
	r = &Rule{ID: id, Family: family, Slug: slug, KindName: f.Kind, Since: f.Since, Tags: f.Tags, Preview: f.Preview, Verdict: f.Verdict,
		Markup: f.Markup, Default: f.Default == nil || *f.Default, Title: f.Title, Message: f.Message, Why: f.Why, Notes: f.Note}
	bad := func(format string, a ...any) (*Rule, bool, error) {
		return nil, false, fmt.Errorf("rule %s: %s", id, fmt.Sprintf(format, a...))
	}
	kind, ok := kinds[f.Kind]
	if !ok {
		known := slices.Sorted(maps.Keys(kinds))
		if near := Nearest(f.Kind, known); near != "" {
			return bad("unknown kind %q\nhint: did you mean %q?", f.Kind, near)
		}
		return bad("unknown kind %q\nhint: the kinds are %s", f.Kind, strings.Join(known, ", "))
	}
	r.Phase = kind.Phase
	if i := slices.Index([]string{"info", "warning", "error"}, f.Severity); i < 0 {
		return bad("severity %q is not error, warning or info", f.Severity)
	} else {
		r.Severity = checks.Info + checks.Severity(i)
	}
	if i := slices.Index([]string{"low", "medium", "high"}, f.Confidence); i < 0 {
		return bad("confidence %q is not high, medium or low", f.Confidence)
	} else {
		r.Confidence = checks.Low + checks.Confidence(i)
	}
	if i := slices.Index([]string{"none", "unsafe", "safe"}, f.Fix); i < 0 {
		return bad("fix %q is not none, unsafe or safe", f.Fix)
	} else {
		r.Fix = Ceiling(i)
	}
	if i := slices.Index([]string{"place", "document", "corpus"}, f.Scope); i < 0 {
		return bad("scope %q is not place, document or corpus", f.Scope)
	} else {
		r.Scope = Scope(i)
	}
	if f.Verdict != "" && f.Verdict != "unusable" {
		return bad("verdict %q is not unusable", f.Verdict)
	}
	for name, t := range map[string]locale.Text{"title": f.Title, "message": f.Message, "why": f.Why} {
		if !t.Complete() {
			return bad("%s must be given in zh and en", name)
		}
	}
	texts := map[string]locale.Text{"message": f.Message}
	for k, t := range f.Note {
		if !t.Complete() {
			return bad("note.%s must be given in zh and en", k)
		}
		texts["note."+k] = t
	}
	for name, t := range texts {
		zh, en := locale.Placeholders(t.Zh), locale.Placeholders(t.En)
		slices.Sort(zh)
		slices.Sort(en)
		if !slices.Equal(zh, en) {
			return bad("%s: the placeholders of zh %v and en %v differ", name, zh, en)
		}
	}
	for _, e := range f.Example {
		r.Examples = append(r.Examples, Example(e))
	}
	decode := func(v any) error {
		if !md.IsDefined("params") {
			return nil
		}
		if err := md.PrimitiveDecode(f.Params, v); err != nil {
			return err
		}
		for _, k := range md.Undecoded() {
			if k[0] == "params" {
				return fmt.Errorf("unknown key %q", k.String())
			}
		}
		return nil
	}
	if kind.New != nil {
		if r.Check, err = kind.New(checks.NewParams(decode, read).Sharing(shared)); err != nil {
			return bad("%v", err)
		}
	}
	for _, k := range md.Undecoded() {
		return bad("unknown key %q", k.String())
	}
	return r, f.Override, nil
}
