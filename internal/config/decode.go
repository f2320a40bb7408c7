package config

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/tomlpos"
	"github.com/reportlint/reportlint/rules"
)

// decoder fills a Config from the tree of a TOML document and complains with positions. It does the library's second half
// anew, because a user needs to hear of every mistake, where it is, and in the user's language.
type decoder struct {
	layer *layer
	errs  Errors
}

func (d *decoder) complain(pos tomlpos.Position, message, hint locale.Text) {
	d.errs = append(d.errs, &Error{Path: d.layer.path, Line: pos.Line, Column: pos.Column, Message: message, Hint: hint})
}

// value is where the value at path stands; a table's is where its key does.
func (l *layer) value(path ...any) tomlpos.Position {
	if l.at == nil {
		return tomlpos.Position{}
	}
	if p, ok := l.at.Value(path...); ok {
		return p
	}
	p, _ := l.at.Key(path...)
	return p
}

func (l *layer) key(path ...any) tomlpos.Position {
	if l.at == nil {
		return tomlpos.Position{}
	}
	p, _ := l.at.Key(path...)
	return p
}

// table fills a struct.
func (d *decoder) table(path []any, tree map[string]any, rv reflect.Value) {
	known := map[string]reflect.StructField{}
	for _, f := range reflect.VisibleFields(rv.Type()) {
		if name := f.Tag.Get("toml"); name != "" && len(f.Index) == 1 {
			known[name] = f
		}
	}
	for _, k := range slices.Sorted(maps.Keys(tree)) {
		at := append(slices.Clip(path), k)
		f, ok := known[k]
		if !ok {
			d.complain(d.layer.key(at...), say("未知的键 %s", "unknown key %s", name(dotted(at))), meant(nearestKey(k, slices.Sorted(maps.Keys(known)))))
			continue
		}
		d.set(at, tree[k], rv.FieldByIndex(f.Index), f.Tag)
	}
}

// nearestKey is the key that k may have been meant for: one of the same table, or the same name in another table.
func nearestKey(k string, here []string) string {
	for _, f := range fields() {
		if f.key[strings.LastIndexByte(f.key, '.')+1:] == k {
			return f.key
		}
	}
	if len(k) < 3 {
		return "" // everything short is near to it
	}
	return rules.Nearest(k, here)
}

func dotted(path []any) string {
	var b strings.Builder
	for _, p := range path {
		if s, ok := p.(string); ok {
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(s)
		}
	}
	return b.String()
}

// set fills one field.
func (d *decoder) set(path []any, v any, rv reflect.Value, tag reflect.StructTag) {
	wrong := func(zh, en string) {
		d.complain(d.layer.value(path...), say("%s 应为"+zh, "%s must be "+en, name(dotted(path))), locale.Text{})
	}
	if rv.Kind() != reflect.Struct && !inAllow(path) {
		d.layer.set[dotted(path)] = true
	}
	switch rv.Kind() {
	case reflect.Struct:
		if tree, ok := v.(map[string]any); ok {
			d.table(path, tree, rv)
		} else {
			wrong("表", "a table")
		}
	case reflect.Map:
		tree, ok := v.(map[string]any)
		if !ok {
			wrong("表", "a table")
			return
		}
		rv.Set(reflect.MakeMap(rv.Type()))
		for _, k := range slices.Sorted(maps.Keys(tree)) {
			at := append(slices.Clip(path), k)
			d.check(at, true, k, tag.Get("keys"), "")
			elem := reflect.New(rv.Type().Elem()).Elem()
			before := len(d.errs)
			d.scalarOrList(at, tree[k], elem, tag)
			if len(d.errs) == before {
				rv.SetMapIndex(reflect.ValueOf(k), elem)
			}
		}
	case reflect.Slice:
		if rv.Type().Elem().Kind() == reflect.Struct {
			tables, ok := tablesOf(v)
			if !ok {
				wrong("由表组成的数组，如 [[allow]]", "an array of tables, such as [[allow]]")
				return
			}
			rv.Set(reflect.MakeSlice(rv.Type(), len(tables), len(tables)))
			for i, t := range tables {
				d.table(append(slices.Clip(path), i), t, rv.Index(i))
			}
			return
		}
		d.scalarOrList(path, v, rv, tag)
	default:
		d.scalarOrList(path, v, rv, tag)
	}
}

func inAllow(path []any) bool { return len(path) > 1 && path[0] == "allow" }

func tablesOf(v any) ([]map[string]any, bool) {
	switch v := v.(type) {
	case []map[string]any:
		return v, true
	case []any:
		var out []map[string]any
		for _, x := range v {
			t, ok := x.(map[string]any)
			if !ok {
				return nil, false
			}
			out = append(out, t)
		}
		return out, true
	}
	return nil, false
}

// scalarOrList fills a scalar or a list of strings and checks what it holds.
func (d *decoder) scalarOrList(path []any, v any, rv reflect.Value, tag reflect.StructTag) {
	wrong := func(zh, en string) {
		d.complain(d.layer.value(path...), say("%s 应为"+zh, "%s must be "+en, name(dotted(path))), locale.Text{})
	}
	check := func(path []any, v any) { d.check(path, false, v, tag.Get("check"), tag.Get("enum")) }
	switch rv.Kind() {
	case reflect.Slice:
		list, ok := v.([]any)
		if !ok {
			wrong("字符串列表，如 [\"a\", \"b\"]", "a list of strings, such as [\"a\", \"b\"]")
			return
		}
		if len(list) == 0 && dotted(path) == "lint.select" {
			d.complain(d.layer.value(path...), say("%s 不能为空，否则什么也不检查", "%s cannot be empty: nothing would be checked", name(dotted(path))), say(`用 "all" 选用全部规则`, `"all" selects every rule`))
		}
		out := make([]string, 0, len(list))
		for i, x := range list {
			at := append(slices.Clip(path), i)
			s, ok := x.(string)
			if !ok {
				d.complain(d.layer.value(at...), say("%s 的元素应为字符串", "the items of %s must be strings", name(dotted(path))), locale.Text{})
				continue
			}
			check(at, s)
			out = append(out, s)
		}
		rv.Set(reflect.ValueOf(out))
	case reflect.String:
		if t, ok := v.(time.Time); ok && tag.Get("check") == "date" && t.Location().String() == "date-local" {
			v = t.Format(time.DateOnly)
		}
		s, ok := v.(string)
		switch {
		case !ok && tag.Get("check") == "date":
			wrong("日期，如 2027-12-31", "a date, such as 2027-12-31")
		case !ok:
			wrong("字符串", "a string")
		default:
			check(path, s)
			rv.SetString(s)
		}
	case reflect.Bool:
		if b, ok := v.(bool); ok {
			rv.SetBool(b)
		} else {
			wrong(" true 或 false", "true or false")
		}
	case reflect.Int:
		if n, ok := v.(int64); ok {
			check(path, n)
			rv.SetInt(n)
		} else {
			wrong("整数", "an integer")
		}
	case reflect.Float64:
		f, ok := v.(float64)
		if n, whole := v.(int64); whole {
			f, ok = float64(n), true
		}
		if ok {
			check(path, f)
			rv.SetFloat(f)
		} else {
			wrong("数", "a number")
		}
	}
}
