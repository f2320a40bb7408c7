package config

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"strings"
)

// Schema is the JSON schema (draft 7) of .reportlint.toml, for editors. The same program gives the same bytes.
func Schema() []byte {
	root := schemaOf("", reflect.TypeFor[Config](), "")
	root["$schema"] = "http://json-schema.org/draft-07/schema#"
	root["$id"] = "https://raw.githubusercontent.com/reportlint/reportlint/main/docs/schema/reportlint.schema.json"
	root["title"] = FileName
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(root); err != nil {
		return nil // maps of strings, numbers and lists always encode
	}
	return b.Bytes()
}

func schemaOf(key string, t reflect.Type, tag reflect.StructTag) map[string]any {
	out := map[string]any{}
	if text, ok := texts[key]; ok {
		out["description"] = text.En
	}
	switch t.Kind() {
	case reflect.Struct:
		props := map[string]any{}
		for i := range t.NumField() {
			f := t.Field(i)
			if name := f.Tag.Get("toml"); name != "" {
				props[name] = schemaOf(strings.TrimPrefix(key+"."+name, "."), f.Type, f.Tag)
			}
		}
		out["type"], out["properties"], out["additionalProperties"] = "object", props, false
		if t == reflect.TypeFor[Allow]() {
			out["required"] = []string{"reason"}
		}
	case reflect.Slice:
		out["type"] = "array"
		out["items"] = schemaOf("", t.Elem(), tag)
		if t.Elem().Kind() == reflect.Struct {
			out["items"] = schemaOf(key, t.Elem(), "")
		}
	case reflect.Map:
		out["type"] = "object"
		out["additionalProperties"] = schemaOf("", t.Elem(), tag)
	case reflect.String:
		out["type"] = "string"
	case reflect.Bool:
		out["type"] = "boolean"
	case reflect.Int:
		out["type"] = "integer"
	case reflect.Float64:
		out["type"] = "number"
	}
	if t.Kind() != reflect.Slice && t.Kind() != reflect.Map {
		constrain(out, t, tag)
	}
	if v, ok := defaultOf(key); ok && t.Kind() != reflect.Struct {
		out["default"] = v
	}
	return out
}

// constrain adds what the checks of a value demand, where JSON schema can say it.
func constrain(out map[string]any, t reflect.Type, tag reflect.StructTag) {
	if enum := tag.Get("enum"); enum != "" {
		var values []any
		for v := range strings.SplitSeq(enum, ",") {
			if n, err := strconv.Atoi(v); err == nil && t.Kind() == reflect.Int {
				values = append(values, n)
			} else {
				values = append(values, v)
			}
		}
		out["enum"] = values
	}
	switch tag.Get("check") {
	case "selector", "glob":
		out["minLength"] = 1
	case "size":
		out["pattern"] = `^\s*[0-9.]+\s*([KMGT]i?)?B?\s*$`
	case "date":
		out["format"] = "date"
	case "share":
		out["minimum"], out["maximum"] = 0, 1
	case "count":
		out["minimum"] = 0
	}
}

// defaultOf is the built-in value of a key.
func defaultOf(key string) (any, bool) {
	for _, f := range fields() {
		if f.key == key {
			v := reflect.ValueOf(Default()).Elem().FieldByIndex(f.index)
			if v.Kind() == reflect.Slice && v.Len() == 0 {
				return []string{}, true
			}
			if v.Kind() == reflect.Map {
				return map[string]any{}, true
			}
			return v.Interface(), key != "extend" && key != "required-version"
		}
	}
	return nil, false
}
