package rules

import (
	"errors"
	"fmt"

	"github.com/BurntSushi/toml"

	"github.com/reportlint/reportlint/internal/plaintoml"
)

// reading is a rule's TOML, read but for its parameters.
type reading struct {
	file
	params  func(v any) error // decodes [params], if there are any; a key that v does not know is an error
	unknown func() string     // a key that nobody asked for, "" if there is none
}

// readPlain reads what is plain TOML, as nearly all rules are: a program that starts for every file that is saved has no time
// for more. ok is false for all else, right or wrong.
func readPlain(src string, d *plaintoml.Decoder) (s *reading, ok bool) {
	t, ok := plaintoml.Read(src)
	if !ok {
		return nil, false
	}
	params := t.Take("params")
	s = &reading{
		params: func(v any) error {
			if params != nil && !d.Decode(params, v) {
				return errors.New("not plain")
			}
			params = nil
			return nil
		},
		unknown: func() string {
			if params != nil {
				return "params"
			}
			return ""
		},
	}
	return s, d.Decode(t, &s.file)
}

// readTOML reads any TOML.
func readTOML(id, src string) (*reading, error) {
	s := &reading{}
	md, err := toml.Decode(src, &s.file)
	if err != nil {
		var pe toml.ParseError
		if errors.As(err, &pe) {
			return nil, fmt.Errorf("rule %s: line %d: %s", id, pe.Position.Line, pe.Message)
		}
		return nil, fmt.Errorf("rule %s: %w", id, err)
	}
	s.params = func(v any) error {
		if !md.IsDefined("params") {
			return nil
		}
		if err := md.PrimitiveDecode(s.Params, v); err != nil {
			return err
		}
		for _, k := range md.Undecoded() {
			if k[0] == "params" {
				return fmt.Errorf("unknown key %q", k.String())
			}
		}
		return nil
	}
	s.unknown = func() string {
		for _, k := range md.Undecoded() {
			return k.String()
		}
		return ""
	}
	return s, nil
}
