package config

import (
	"reflect"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

// Starter is the content of a first .reportlint.toml: every key with what it is for and its built-in value, commented out, so that
// the file changes nothing until somebody edits it.
func Starter(l locale.Lang) string {
	var b strings.Builder
	b.WriteString("#:schema https://raw.githubusercontent.com/reportlint/reportlint/main/docs/schema/reportlint.schema.json\n\n")
	b.WriteString("# " + locale.Text{
		Zh: "reportlint 的配置。去掉行首的 # 即可修改；未写的键取内置值。",
		En: "Configuration of reportlint. Remove a # to change a value; what is left out keeps its built-in value.",
	}.In(l) + "\n")
	section := ""
	rv := reflect.ValueOf(Default()).Elem()
	for _, f := range fields() {
		if f.key == "allow" {
			continue
		}
		head, last, ok := strings.Cut(f.key, ".")
		if !ok {
			last = head
		} else if head != section {
			section = head
			b.WriteString("\n# " + texts[section].In(l) + "\n[" + section + "]\n")
		}
		if !ok {
			b.WriteString("\n")
		}
		b.WriteString("# " + texts[f.key].In(l) + "\n")
		if enum := f.tag.Get("enum"); enum != "" {
			b.WriteString("# " + strings.ReplaceAll(enum, ",", " | ") + "\n")
		}
		b.WriteString("#" + last + " = " + encodeValue(rv.FieldByIndex(f.index)) + "\n")
	}
	b.WriteString("\n# " + texts["allow"].In(l) + "\n")
	for line := range strings.Lines(encodeEntry(exampleEntry(l))) {
		b.WriteString("#" + line)
	}
	return b.String()
}

// exampleEntry shows what an [[allow]] is for.
func exampleEntry(l locale.Lang) Allow {
	return Allow{
		Rules:   []string{"ads/promo-sentence"},
		Paths:   []string{"corpus/2015/**"},
		Text:    "彩票公益金",
		Reason:  locale.Text{Zh: "彩票公益金是预算科目，不是广告", En: "the public-welfare lottery fund is a budget item, not an ad"}.In(l),
		Expires: "2027-12-31",
	}
}
