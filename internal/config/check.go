package config

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/reportlint/reportlint/internal/glob"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/source"
	"github.com/reportlint/reportlint/rules"
)

// check complains if the value (or with isKey the key) at path is not of its kind.
func (d *decoder) check(path []any, isKey bool, v any, kind, enum string) {
	at := d.layer.value
	if isKey {
		at = d.layer.key
	}
	bad := func(message, hint locale.Text) { d.complain(at(path...), message, hint) }
	s := fmt.Sprint(v)
	if enum != "" {
		if allowed := strings.Split(enum, ","); !slices.Contains(allowed, s) {
			bad(say("%s 不能是 %s", "%s cannot be %s", name(dotted(path)), quote(v)), oneOf(s, allowed))
		}
		return
	}
	switch kind {
	case "glob":
		if _, err := glob.Compile(s); err != nil {
			bad(say("路径模式 %s 有误：%v", "bad pattern %s: %v", name(s), cause(err)), say("写法与 .gitignore 相同", "patterns are written as in .gitignore"))
		}
	case "selector":
		if s == "" {
			bad(say("规则名不能为空", "the name of a rule cannot be empty"), locale.Text{})
		} // whether there is such a rule is asked later, when the rules of rule-paths are known
	case "size":
		if _, err := source.ParseSize(s); err != nil {
			bad(say("%s 不是文件大小", "%s is not a size", name(s)), say("例如 \"64MiB\"；\"0\" 表示不限", `write "64MiB", or "0" for no limit`))
		}
	case "regexp":
		if _, err := regexp.Compile(s); err != nil {
			bad(say("正则表达式有误：%s", "bad regular expression: %s", strings.TrimPrefix(err.Error(), "error parsing regexp: ")),
				say("语法为 RE2：没有环视与反向引用", "the syntax is RE2: no look-around, no back references"))
		}
	case "date":
		if _, err := time.Parse(time.DateOnly, s); err != nil {
			bad(say("%s 不是日期", "%s is not a date", name(s)), say("例如 2027-12-31", "write 2027-12-31"))
		}
	case "share":
		if f, _ := v.(float64); !(f >= 0 && f <= 1) {
			bad(say("%s 应在 0 与 1 之间", "%s must lie between 0 and 1", name(dotted(path))), locale.Text{})
		}
	case "count":
		if n, _ := v.(int64); n < 0 || n > 1<<40 {
			bad(say("%s 不能小于 0", "%s cannot be less than 0", name(dotted(path))), locale.Text{})
		}
	case "version":
		if _, err := parseRequirement(s); err != nil {
			bad(say("%s 不是版本要求", "%s is not a version requirement", name(s)), say("例如 \">=0.1\"", `write ">=0.1"`))
		}
	case "format":
		if id, path, to := strings.Cut(s, "="); id == "" || to && path == "" {
			bad(say("%s 不是输出格式", "%s is not an output format", name(s)), say("例如 \"full\" 或 \"json=report.json\"", `write "full" or "json=report.json"`))
		}
	case "translation":
		if chinese, _ := path[len(path)-1].(string); strings.Count(s, "*") > 1 || strings.Count(s, "*") != strings.Count(chinese, "*") || s == chinese || s == "" {
			bad(say("%s 与 %s 不成对", "%s and %s make no pair", name(chinese), name(s)), say(`两边各写一个 *，或都不写，例如 "zh/*.txt" = "en/*.txt"`, `write one * in both or in neither, such as "zh/*.txt" = "en/*.txt"`))
		}
	case "path-pattern":
		if strings.Count(s, "{") != strings.Count(s, "}") || strings.Contains(s, "{}") {
			bad(say("%s 中的花括号不成对或为空", "the braces of %s do not pair, or are empty", name(s)), say(`例如 "{province}/{place}-{year}.txt"`, `write "{province}/{place}-{year}.txt"`))
		}
	}
}

func quote(v any) any {
	if s, ok := v.(string); ok {
		return name(s)
	}
	return fmt.Sprint(v)
}

// oneOf is the hint that names the nearest of a few values, or all of them.
func oneOf(s string, allowed []string) locale.Text {
	if near := rules.Nearest(s, allowed); near != "" && len(allowed) > 2 && len(s) > 2 { // two letters are near to any other two
		return meant(near)
	}
	return say("可用的值：%s", "it can be %s", strings.Join(allowed, ", "))
}

// cause is the last part of a chain of errors whose earlier parts say what the message says already.
func cause(err error) string {
	if i := strings.LastIndex(err.Error(), `": `); i >= 0 {
		return err.Error()[i+3:]
	}
	return err.Error()
}

// allowEntries complains about entries that say too little or contradict themselves.
func (d *decoder) allowEntries() {
	for i, a := range d.layer.cfg.Allow {
		at := d.layer.value("allow", i)
		if strings.TrimSpace(a.Reason) == "" {
			d.complain(at, say("[[allow]] 必须写明 reason", "[[allow]] needs a reason"), say("写明为何在此处放行，供后人判断是否仍然成立", "say why it is right here, for those who will ask whether it still is"))
		}
		if a.Text != "" && a.Regex != "" {
			d.complain(at, say("[[allow]] 不能同时使用 text 与 regex", "[[allow]] takes text or regex, not both"), locale.Text{})
		}
		if len(a.Rules) == 0 && len(a.Paths) == 0 && a.Text == "" && a.Regex == "" {
			d.complain(at, say("[[allow]] 未写明放行什么", "[[allow]] does not say what it allows"), say("至少写出 rules、paths、text、regex 之一", "give at least one of rules, paths, text, regex"))
		}
	}
}
