package config

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// encodeValue writes a value as TOML on one line.
func encodeValue(rv reflect.Value) string {
	switch rv.Kind() {
	case reflect.String:
		return encodeString(rv.String())
	case reflect.Bool:
		return strconv.FormatBool(rv.Bool())
	case reflect.Int:
		return strconv.FormatInt(rv.Int(), 10)
	case reflect.Float64:
		s := strconv.FormatFloat(rv.Float(), 'f', -1, 64)
		if !strings.Contains(s, ".") {
			s += ".0"
		}
		return s
	case reflect.Slice:
		items := make([]string, rv.Len())
		for i := range items {
			items[i] = encodeValue(rv.Index(i))
		}
		return "[" + strings.Join(items, ", ") + "]"
	case reflect.Map:
		elems := map[string]string{}
		for it := rv.MapRange(); it.Next(); {
			elems[it.Key().String()] = encodeValue(it.Value())
		}
		var items []string
		for _, k := range slices.Sorted(maps.Keys(elems)) {
			items = append(items, encodeKey(k)+" = "+elems[k])
		}
		if len(items) == 0 {
			return "{}"
		}
		return "{ " + strings.Join(items, ", ") + " }"
	}
	return `""`
}

func encodeKey(k string) string {
	if k != "" && strings.Trim(k, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == "" {
		return k
	}
	return encodeString(k)
}

// encodeString writes a basic string. TOML is UTF-8, so that bytes that are not cannot be written; they do not come from TOML
// either.
func encodeString(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case !strconv.IsPrint(r) && r <= 0xFFFF:
			fmt.Fprintf(&b, `\u%04X`, r)
		case !strconv.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// entryFields are the fields of [[allow]] in the order in which they are written.
func entryFields() []field {
	var out []field
	t := reflect.TypeFor[Allow]()
	for i := range t.NumField() {
		f := t.Field(i)
		out = append(out, field{f.Tag.Get("toml"), []int{i}, f.Tag, f.Type})
	}
	return out
}

// encodeEntry writes one [[allow]].
func encodeEntry(a Allow) string {
	var b strings.Builder
	b.WriteString("[[allow]]\n")
	rv := reflect.ValueOf(a)
	for _, f := range entryFields() {
		v := rv.FieldByIndex(f.index)
		if v.IsZero() {
			continue
		}
		s := encodeValue(v)
		if f.key == "expires" {
			s = v.String()
		}
		b.WriteString(f.key + " = " + s + "\n")
	}
	return b.String()
}
