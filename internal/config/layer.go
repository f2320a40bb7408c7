package config

import (
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/reportlint/reportlint/internal/glob"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/tomlpos"
)

// layer is one source of values: a file, a --config 'key = value', a variable, a flag.
type layer struct {
	path     string // as it is called in messages
	base     string // absolute folder that patterns and paths speak of
	anywhere bool   // patterns that are not bound to a folder hold everywhere, not only below base
	cfg      Config // only what set names is meaningful
	set      map[string]bool
	at       *tomlpos.Index // nil where there is no text
	allow    []*allowEntry
}

// Setting is one value from outside the files.
type Setting struct {
	Origin string // the flag or variable, for messages: "--select"
	Key    string // dotted: "lint.select"
	Value  any    // string, bool, int, float64 or []string
}

// parse reads the text of a layer. The error is of type Errors.
func parse(path, base, src string, anywhere bool) (*layer, error) {
	src = strings.TrimPrefix(src, "\ufeff")
	l := &layer{path: path, base: base, anywhere: anywhere, set: map[string]bool{}, at: tomlpos.Scan(src)}
	var tree map[string]any
	if _, err := toml.Decode(src, &tree); err != nil {
		e := &Error{Path: path, Line: 1, Column: 1, Message: say("不是有效的 TOML：%v", "is not valid TOML: %v", err), Err: err}
		var pe toml.ParseError
		if errors.As(err, &pe) {
			p := l.at.At(pe.Position.Start)
			e.Line, e.Column, e.Message = p.Line, p.Column, say("不是有效的 TOML：%s", "is not valid TOML: %s", pe.Message)
		}
		return nil, Errors{e}
	}
	return l, l.fill(tree)
}

// layer makes a layer of a setting.
func (s Setting) layer(base string) (*layer, error) {
	l := &layer{path: s.Origin, base: base, anywhere: true, set: map[string]bool{}}
	var v any = s.Value
	switch x := v.(type) {
	case []string:
		list := make([]any, len(x))
		for i := range x {
			list[i] = x[i]
		}
		v = list
	case int:
		v = int64(x)
	}
	names := strings.Split(s.Key, ".")
	for _, n := range slices.Backward(names) {
		v = map[string]any{n: v}
	}
	return l, l.fill(v.(map[string]any))
}

// fill decodes, checks and compiles a layer.
func (l *layer) fill(tree map[string]any) error {
	d := decoder{layer: l}
	d.table(nil, tree, reflect.ValueOf(&l.cfg).Elem())
	d.allowEntries()
	if len(d.errs) > 0 {
		slices.SortStableFunc(d.errs, func(a, b *Error) int {
			if a.Line != b.Line {
				return a.Line - b.Line
			}
			return a.Column - b.Column
		})
		return d.errs
	}
	l.resolvePaths(reflect.ValueOf(&l.cfg).Elem())
	for i := range l.cfg.Allow {
		l.allow = append(l.allow, l.compileAllow(i))
	}
	return nil
}

// resolvePaths makes the values that are paths absolute.
func (l *layer) resolvePaths(rv reflect.Value) {
	abs := func(p string) string {
		if p == "" || filepath.IsAbs(p) {
			return p
		}
		return filepath.Join(l.base, filepath.FromSlash(p))
	}
	for i := range rv.NumField() {
		f, tag := rv.Field(i), rv.Type().Field(i).Tag
		switch {
		case f.Kind() == reflect.Struct && tag.Get("toml") != "":
			l.resolvePaths(f)
		case f.Kind() == reflect.Map && tag.Get("keys") == "path":
			resolved := reflect.MakeMap(f.Type())
			for it := f.MapRange(); it.Next(); {
				resolved.SetMapIndex(reflect.ValueOf(abs(it.Key().String())), reflect.ValueOf(abs(it.Value().String())))
			}
			f.Set(resolved)
		case tag.Get("check") != "path":
		case f.Kind() == reflect.String:
			f.SetString(abs(f.String()))
		case f.Kind() == reflect.Slice:
			for j := range f.Len() {
				f.Index(j).SetString(abs(f.Index(j).String()))
			}
		}
	}
}

// add appends patterns to a list. They have been checked.
func (l *layer) add(to *glob.List, patterns []string, fold bool) {
	for _, p := range patterns {
		g, err := glob.Compile(p)
		if fold {
			g, err = glob.CompileFold(p)
		}
		if err != nil {
			continue
		}
		base := filepath.ToSlash(l.base)
		if l.anywhere && g.Floating() {
			base = ""
		}
		to.Add(base, g)
	}
}

func mustFold(p string) *glob.Glob {
	g, err := glob.CompileFold(p)
	if err != nil {
		return &glob.Glob{}
	}
	return g
}

// Origin is where a value comes from. Line is 0 where there is no text.
type Origin struct {
	Path         string
	Line, Column int
}

func (l *layer) origin(key string) Origin {
	var path []any
	for n := range strings.SplitSeq(key, ".") {
		path = append(path, n)
	}
	p := l.key(path...)
	return Origin{l.path, p.Line, p.Column}
}

// ErrorAt is a complaint about the value of a dotted key of c, placed where the value was given.
func (c *Config) ErrorAt(key string, message, hint locale.Text) *Error {
	e := &Error{Path: key, Message: message, Hint: hint}
	if from := c.origins[key]; len(from) > 0 {
		o := from[len(from)-1]
		e.Path, e.Line, e.Column = o.Path, o.Line, o.Column
	}
	return e
}

// Origin is where the value of a dotted key comes from, the farthest source first where several add up; none means it is built in.
func (c *Config) Origin(key string) []Origin { return slices.Clone(c.origins[key]) }
