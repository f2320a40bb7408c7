package config

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

// Show is the effective configuration as TOML, with a comment behind each value that says where it comes from. Read again as a
// configuration it means the same: paths are absolute, and what was extended is written out.
func (c *Config) Show(l locale.Lang) string {
	var b strings.Builder
	switch {
	case c.file == "":
		fmt.Fprintf(&b, "# %s\n", say("未找到 %s，以下为内置值", "no %s was found; built-in values", FileName).In(l))
	default:
		fmt.Fprintf(&b, "# %s\n", say("适用于 %s 之下的文件", "for the files below %s", oneLine(c.dir)).In(l))
		for _, x := range c.layers {
			if x.cfg.Extend != "" {
				fmt.Fprintf(&b, "# %s\n", say("%s 由 %s 扩展而来", "%s extends %s", oneLine(x.path), oneLine(x.cfg.Extend)).In(l))
			}
		}
	}
	section := ""
	rv := reflect.ValueOf(c).Elem()
	for _, f := range fields() {
		v := rv.FieldByIndex(f.index)
		if f.key == "extend" || f.key == "allow" || f.key == "required-version" && v.IsZero() {
			continue
		}
		head, last, ok := strings.Cut(f.key, ".")
		if !ok {
			last = head
		} else if head != section {
			section = head
			fmt.Fprintf(&b, "\n[%s]\n", section)
		}
		fmt.Fprintf(&b, "%s = %s  # %s\n", last, encodeValue(v), c.from(f.key, l))
	}
	for _, e := range c.allow {
		fmt.Fprintf(&b, "\n# %s\n%s", e.origin, encodeEntry(e.Allow))
	}
	return b.String()
}

// from says where the value of a key comes from.
func (c *Config) from(key string, l locale.Lang) string {
	var parts []string
	for _, o := range c.origins[key] {
		parts = append(parts, o.String())
	}
	if len(parts) == 0 {
		return locale.Text{Zh: "内置", En: "built in"}.In(l)
	}
	return strings.Join(parts, " + ")
}

// String is path:line:column, or the path alone.
func (o Origin) String() string {
	if o.Line == 0 {
		return oneLine(o.Path)
	}
	return fmt.Sprintf("%s:%d:%d", oneLine(o.Path), o.Line, o.Column)
}

// oneLine keeps a name from ending the comment that it stands in.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(s, "?"))
}
