package config

import (
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/glob"
	"github.com/reportlint/reportlint/internal/source"
	"github.com/reportlint/reportlint/rules"
)

// compiled is what a Config holds beside its values.
type compiled struct {
	dir     string // folder of the nearest file, or the working directory
	file    string // the nearest file, or ""
	layers  []*layer
	origins map[string][]Origin // by dotted key

	include, exclude, extendExclude glob.List
	perFile                         []perFile
	allow                           []*allowEntry
}

type perFile struct {
	pattern   string
	paths     glob.List
	selectors []string
}

// field is one value of the configuration: a path into the structs.
type field struct {
	key   string // dotted
	index []int
	tag   reflect.StructTag
	typ   reflect.Type
}

// fields are all values in the order in which they are written, [[allow]] as one.
func fields() []field {
	var out []field
	var walk func(prefix string, index []int, t reflect.Type)
	walk = func(prefix string, index []int, t reflect.Type) {
		for i := range t.NumField() {
			f := t.Field(i)
			tag := f.Tag.Get("toml")
			if tag == "" {
				continue
			}
			at := append(slices.Clip(index), i)
			if f.Type.Kind() == reflect.Struct {
				walk(prefix+tag+".", at, f.Type)
				continue
			}
			out = append(out, field{prefix + tag, at, f.Tag, f.Type})
		}
	}
	walk("", nil, reflect.TypeFor[Config]())
	return out
}

// extends is the key of the list that an extend-* key adds to; "" for any other key, and where there is no such list.
func extends(key string) string {
	section, last, _ := strings.Cut(key, ".")
	name, ok := strings.CutPrefix(last, "extend-")
	if !ok || strings.HasSuffix(name, "-fixes") {
		return ""
	}
	return section + "." + name
}

// put lays l over c.
func (c *Config) put(l *layer) {
	c.layers = append(c.layers, l)
	dst, src := reflect.ValueOf(c).Elem(), reflect.ValueOf(&l.cfg).Elem()
	for _, f := range fields() { // lists come before what extends them
		if !l.set[f.key] {
			continue
		}
		to, from := dst.FieldByIndex(f.index), src.FieldByIndex(f.index)
		origin := l.origin(f.key)
		switch {
		case f.typ.Kind() == reflect.Map:
			merged := reflect.MakeMap(f.typ)
			for _, m := range []reflect.Value{to, from} {
				for it := m.MapRange(); it.Next(); {
					merged.SetMapIndex(it.Key(), it.Value())
				}
			}
			to.Set(merged)
			c.origins[f.key] = append(c.origins[f.key], origin)
		case strings.Contains(f.key, ".extend-") || f.key == "allow":
			to.Set(reflect.AppendSlice(to.Slice3(0, to.Len(), to.Len()), from))
			c.origins[f.key] = append(c.origins[f.key], origin)
		default:
			to.Set(from)
			c.origins[f.key] = []Origin{origin}
			c.drop(f.key, dst)
		}
	}
	c.compile(l)
}

// drop empties the list that extends key: what replaces a list replaces what was added to it farther away.
func (c *Config) drop(key string, dst reflect.Value) {
	for _, f := range fields() {
		if extends(f.key) == key {
			dst.FieldByIndex(f.index).SetZero()
			delete(c.origins, f.key)
		}
	}
}

// compile does for patterns what put does for their texts.
func (c *Config) compile(l *layer) {
	if l.set["files.include"] {
		c.include = glob.List{}
		l.add(&c.include, l.cfg.Files.Include, true)
	}
	if l.set["files.exclude"] {
		c.exclude, c.extendExclude = glob.List{}, glob.List{}
		l.add(&c.exclude, l.cfg.Files.Exclude, false)
	}
	if l.set["files.extend-exclude"] {
		c.extendExclude = c.extendExclude.Clone()
		l.add(&c.extendExclude, l.cfg.Files.ExtendExclude, false)
	}
	for _, p := range slices.Sorted(maps.Keys(l.cfg.Lint.PerFileIgnores)) {
		entry := perFile{pattern: p, selectors: l.cfg.Lint.PerFileIgnores[p]}
		l.add(&entry.paths, []string{p}, false)
		c.perFile = slices.DeleteFunc(slices.Clone(c.perFile), func(old perFile) bool { return old.pattern == p })
		c.perFile = append(c.perFile, entry)
	}
	c.allow = append(slices.Clip(c.allow), l.allow...)
}

// File is the configuration file nearest to what c is for, "" if there is none.
func (c *Config) File() string { return c.file }

// Included reports whether path (absolute, with slashes) is listed in [files] include. The case of ASCII letters does not matter.
func (c *Config) Included(path string) bool { return c.include.Matches(path, false) }

// Excluded reports whether path by itself is listed in [files] exclude or extend-exclude.
func (c *Config) Excluded(path string, dir bool) bool {
	if negated, ok := c.extendExclude.Match(path, dir); ok {
		return !negated
	}
	return c.exclude.Matches(path, dir)
}

// RespectGitignore is [files] respect-gitignore.
func (c *Config) RespectGitignore() bool { return c.Files.RespectGitignore }

// ForceExclude is [files] force-exclude.
func (c *Config) ForceExclude() bool { return c.Files.ForceExclude }

var _ source.Filter = (*Config)(nil)

// MaxBytes is [files] max-size in bytes; 0 is no limit.
func (c *Config) MaxBytes() int64 {
	n, _ := source.ParseSize(c.Files.MaxSize)
	return n
}

// Ignores reports whether per-file-ignores silences rule r in the file at path (absolute, with slashes).
func (c *Config) Ignores(path string, r *rules.Rule) bool {
	for _, p := range c.perFile {
		if !p.paths.Selects(path) {
			continue
		}
		for _, s := range p.selectors {
			if ok, _ := r.Matches(s); ok {
				return true
			}
		}
	}
	return false
}
