package rules

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/plaintoml"
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

// parse reads the rule id from src. read opens files beside the rule. override tells whether the file asks to replace a rule.
func parse(id, src string, kinds map[string]checks.Kind, read func(string) (string, error), plain *plaintoml.Decoder) (r *Rule, override bool, err error) {
	if s, ok := readPlain(src, plain); ok {
		if r, override, err = s.rule(id, kinds, read); err == nil {
			return r, override, nil
		}
	}
	s, err := readTOML(id, src) // it says what is wrong, and where
	if err != nil {
		return nil, false, err
	}
	return s.rule(id, kinds, read)
}

// rule makes the rule of what was read.
func (s *reading) rule(id string, kinds map[string]checks.Kind, read func(string) (string, error)) (r *Rule, override bool, err error) {
	f := &s.file
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
	if zh, en, same := samePlaceholders(f.Message); !same {
		return bad("message: the placeholders of zh %v and en %v differ", zh, en)
	}
	for k, t := range f.Note {
		if !t.Complete() {
			return bad("note.%s must be given in zh and en", k)
		}
		if zh, en, same := samePlaceholders(t); !same {
			return bad("note.%s: the placeholders of zh %v and en %v differ", k, zh, en)
		}
	}
	for _, e := range f.Example {
		r.Examples = append(r.Examples, Example(e))
	}
	if kind.New != nil {
		if r.Check, err = kind.New(checks.NewParams(s.params, read)); err != nil {
			return bad("%v", err)
		}
	}
	if k := s.unknown(); k != "" {
		return bad("unknown key %q", k)
	}
	return r, f.Override, nil
}

// samePlaceholders compares the placeholders of the two languages, in any order.
func samePlaceholders(t locale.Text) (zh, en []string, same bool) {
	zh, en = locale.Placeholders(t.Zh), locale.Placeholders(t.En)
	slices.Sort(zh)
	slices.Sort(en)
	return zh, en, slices.Equal(zh, en)
}
