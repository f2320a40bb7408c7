package plaintoml

import (
	"encoding"
	"reflect"
	"strconv"
)

// Decoder fills structs and remembers what fields they have. It is for one goroutine.
type Decoder struct {
	fields map[reflect.Type]map[string]int
}

// Decode fills the struct that v points to, by the names in its toml tags. ok is false if the table has a key that the struct
// lacks, or a value that does not fit; then v may be filled in part.
func (d *Decoder) Decode(t *Table, v any) (ok bool) { return d.table(t, reflect.ValueOf(v).Elem()) }

// table fills a struct or a map.
func (d *Decoder) table(t *Table, v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Struct:
		fields := d.fieldsOf(v.Type())
		for i := range t.entries {
			n, ok := fields[t.entries[i].key]
			if !ok || !d.value(&t.entries[i].value, v.Field(n)) {
				return false
			}
		}
		return true
	case reflect.Map:
		if v.Type().Key().Kind() != reflect.String {
			return false
		}
		if v.IsNil() {
			v.Set(reflect.MakeMapWithSize(v.Type(), len(t.entries)))
		}
		for i := range t.entries {
			e := reflect.New(v.Type().Elem()).Elem()
			if !d.value(&t.entries[i].value, e) {
				return false
			}
			v.SetMapIndex(reflect.ValueOf(t.entries[i].key).Convert(v.Type().Key()), e)
		}
		return true
	}
	return false
}

func (d *Decoder) value(x *value, v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		return d.value(x, v.Elem())
	case reflect.String:
		v.SetString(x.text)
		return x.kind == stringValue
	case reflect.Bool:
		v.SetBool(x.text == "true")
		return x.kind == booleanValue
	case reflect.Int, reflect.Int64, reflect.Int32:
		n, err := strconv.ParseInt(x.text, 10, 64)
		if x.kind != integerValue || err != nil || v.OverflowInt(n) {
			return false
		}
		v.SetInt(n)
		return true
	case reflect.Float64:
		f, err := strconv.ParseFloat(x.text, 64)
		v.SetFloat(f)
		return err == nil && (x.kind == floatValue || x.kind == integerValue)
	case reflect.Slice:
		if x.kind != arrayValue && x.kind != tablesValue {
			return false
		}
		v.Set(reflect.MakeSlice(v.Type(), len(x.list), len(x.list)))
		for i := range x.list {
			if !d.value(&x.list[i], v.Index(i)) {
				return false
			}
		}
		return true
	}
	return x.kind == tableValue && d.table(x.table, v)
}

// fieldsOf are the fields of a struct by their toml tags; none, if one of them would decode itself.
func (d *Decoder) fieldsOf(t reflect.Type) map[string]int {
	if known, ok := d.fields[t]; ok {
		return known
	}
	fields := make(map[string]int, t.NumField())
	for i := range t.NumField() {
		f := t.Field(i)
		if name := f.Tag.Get("toml"); name != "" && f.IsExported() {
			fields[name] = i
		}
		if reflect.PointerTo(f.Type).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()) {
			fields = nil
			break
		}
	}
	if d.fields == nil {
		d.fields = map[reflect.Type]map[string]int{}
	}
	d.fields[t] = fields
	return fields
}
