package rules

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/reportlint/reportlint/checks"
)

// The built-in rules and the word lists that lie beside them.
//
//go:embed */*.toml */*.txt
var builtin embed.FS

// Catalogue is a set of rules, sorted by id. It is immutable.
type Catalogue struct {
	rules []*Rule
	byID  map[string]*Rule
}

// Builtin loads the rules that come with the program.
func Builtin() (*Catalogue, error) { return (&Catalogue{}).With(builtin, "") }

// With returns the catalogue extended by all rules under root, laid out as family/slug.toml. A rule whose id exists must say
// override = true. origin names root in messages; it is empty for the built-in rules.
func (c *Catalogue) With(root fs.FS, origin string) (*Catalogue, error) {
	kinds, err := kindsByName()
	if err != nil {
		return nil, err
	}
	files, err := fs.Glob(root, "*/*.toml")
	if err != nil {
		return nil, err
	}
	out := &Catalogue{rules: slices.Clone(c.rules), byID: map[string]*Rule{}}
	for _, r := range out.rules {
		out.byID[r.ID] = r
	}
	var errs []error
	if stray, err := fs.Glob(root, "*.toml"); err == nil && origin != "" {
		for _, name := range stray { // it would never take effect, and nobody would know
			errs = append(errs, fmt.Errorf("rule file %s: stands in no family\nhint: the path is the id: move it to %s", path.Join(origin, name), path.Join(origin, "FAMILY", name)))
		}
	}
	for i, p := range parseAll(root, files, kinds) {
		name, r := files[i], p.rule
		if p.err != nil {
			errs = append(errs, p.err)
			continue
		}
		if origin != "" {
			r.Origin = path.Join(origin, name)
		}
		if old := out.byID[r.ID]; old != nil {
			if !p.override {
				errs = append(errs, fmt.Errorf("rule %s: %s defines a rule that exists\nhint: say override = true to replace it, or choose another name", r.ID, path.Join(origin, name)))
				continue
			}
			out.rules[slices.Index(out.rules, old)] = r
		} else {
			out.rules = append(out.rules, r)
		}
		out.byID[r.ID] = r
	}
	slices.SortFunc(out.rules, func(a, b *Rule) int { return strings.Compare(a.ID, b.ID) })
	return out, errors.Join(errs...)
}

// parsed is one rule file read.
type parsed struct {
	rule     *Rule
	override bool
	err      error
}

// parseAll reads the rule files, several at once: reading them is most of what a run over one file costs. The results are in the
// order of the files.
func parseAll(root fs.FS, files []string, kinds map[string]checks.Kind) []parsed {
	out := make([]parsed, len(files))
	shared := map[string]*checks.Shared{} // by folder
	for _, name := range files {
		if dir := path.Dir(name); shared[dir] == nil {
			shared[dir] = new(checks.Shared)
		}
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), 4, len(files)) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(files); i = int(next.Add(1)) - 1 {
				out[i] = parseFile(root, files[i], kinds, shared[path.Dir(files[i])])
			}
		})
	}
	wg.Wait()
	return out
}

func parseFile(root fs.FS, name string, kinds map[string]checks.Kind, shared *checks.Shared) (p parsed) {
	src, err := fs.ReadFile(root, name)
	if err != nil {
		return parsed{err: err}
	}
	read := func(beside string) (string, error) {
		b, err := fs.ReadFile(root, path.Join(path.Dir(name), path.Base(beside)))
		return string(b), err
	}
	p.rule, p.override, p.err = parse(strings.TrimSuffix(name, ".toml"), string(src), kinds, read, shared)
	return p
}

// Rules are all rules, sorted by id. The caller must not change the slice.
func (c *Catalogue) Rules() []*Rule { return c.rules }

// Rule is the rule with this id, nil if there is none.
func (c *Catalogue) Rule(id string) *Rule { return c.byID[id] }

func kindsByName() (map[string]checks.Kind, error) {
	out := map[string]checks.Kind{}
	for _, k := range Kinds() {
		if _, twice := out[k.Name]; twice {
			return nil, fmt.Errorf("check kind %q is defined twice", k.Name)
		}
		out[k.Name] = k
	}
	return out, nil
}

// Plus returns the catalogue with one more rule, made by a program rather than read from a file.
func (c *Catalogue) Plus(r *Rule) *Catalogue {
	out := &Catalogue{rules: append(slices.Clone(c.rules), r), byID: map[string]*Rule{}}
	slices.SortFunc(out.rules, func(a, b *Rule) int { return strings.Compare(a.ID, b.ID) })
	for _, r := range out.rules {
		out.byID[r.ID] = r
	}
	return out
}

// Checking returns the catalogue with another check behind the rule id, for settings that a rule's own parameters cannot know.
func (c *Catalogue) Checking(id string, check checks.Check) *Catalogue {
	out := &Catalogue{rules: slices.Clone(c.rules), byID: map[string]*Rule{}}
	for i, r := range out.rules {
		if r.ID == id {
			changed := *r
			changed.Check = check
			out.rules[i], r = &changed, &changed
		}
		out.byID[r.ID] = r
	}
	return out
}
