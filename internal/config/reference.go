package config

import (
	"reflect"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

// introduction stands before the tables of the reference. It holds what no single key can say.
var introduction = locale.Text{
	Zh: "# 配置\n\n" +
		"<!-- 由 go test ./internal/config -run 'TestSchemaFile|TestReference' -update 生成 -->\n\n" +
		"配置文件名为 `.reportlint.toml`。`reportlint config init` 写出一份带说明的初始文件，`config show` 显示生效的值及其出处，`config validate` 检查文件，`config schema` 输出供编辑器使用的 JSON schema。\n\n" +
		"每个值依次取自：命令行选项，环境变量，离被检查文件最近的配置文件，该文件用 `extend` 引入的配置，内置值。`[files]`、`[lint]`、`[fix]`、`[[allow]]` 取自离文件最近的配置，`[gate]`、`[output]`、`[baseline]` 取自离当前目录最近的配置。\n\n" +
		"- 列表整体替换下层的值；`extend-` 开头的列表则追加。近处替换了某个列表，远处对它的追加一并失效。\n" +
		"- 表（如 `per-file-ignores`）按键合并；`[[allow]]` 逐条累加。\n" +
		"- 路径与路径模式相对于所在的配置文件，写法与 `.gitignore` 相同：不含 `/` 的模式在任何层级都匹配，以 `/` 开头的从该文件夹算起，`**` 跨越文件夹，`!` 收回前面的匹配。\n" +
		"- 规则可用规则名（`ads/promo-sentence`）、类别（`ads`）、标签或 `all` 指定。\n" +
		"- 未知的键、规则或写错的值会报出行号、列号与最接近的名称，退出码为 2。\n" +
		"- `--config '键 = 值'` 为一次运行改动任何值，如 `--config 'gate.max-findings = 3'`。\n",
	En: "# Configuration\n\n" +
		"<!-- made by go test ./internal/config -run 'TestSchemaFile|TestReference' -update -->\n\n" +
		"The file is called `.reportlint.toml`. `reportlint config init` writes a first one with explanations, `config show` prints the values in force and where they come from, `config validate` checks a file, and `config schema` prints a JSON schema for editors.\n\n" +
		"A value comes from a flag, else the environment, else the file nearest to what is checked, else what that file names under `extend`, else it is built in. `[files]`, `[lint]`, `[fix]` and `[[allow]]` are taken from the configuration nearest to the file, `[gate]`, `[output]` and `[baseline]` from the one nearest to the working directory.\n\n" +
		"- A list replaces the one below it; a list that begins with `extend-` adds. A nearer list also replaces what was added to it farther away.\n" +
		"- Tables such as `per-file-ignores` merge key by key; `[[allow]]` entries add up.\n" +
		"- Paths and patterns are relative to the file they stand in and written as in `.gitignore`: a pattern without `/` matches at any depth, one with a leading `/` from that folder on, `**` crosses folders, `!` takes back.\n" +
		"- Rules are named by id (`ads/promo-sentence`), family (`ads`), tag, or `all`.\n" +
		"- An unknown key or rule, or a value that cannot be, is reported with line, column and the nearest name; the exit code is 2.\n" +
		"- `--config 'key = value'` changes any value for one run: `--config 'gate.max-findings = 3'`.\n",
}

// Reference is docs/configuration.md, made from the same table as the schema.
func Reference(l locale.Lang) string {
	var b strings.Builder
	b.WriteString(introduction.In(l))
	heading := func(section string) {
		b.WriteString("\n## [" + section + "]\n\n" + strings.TrimSuffix(texts[strings.Trim(section, "[]")].In(l), ".") + locale.Text{Zh: "。", En: "."}.In(l) + "\n")
	}
	table := func() {
		b.WriteString("\n| " + locale.Text{Zh: "键 | 内置值 | 含义", En: "Key | Built in | Meaning"}.In(l) + " |\n|---|---|---|\n")
	}
	row := func(f field, text, value string) {
		if enum := f.tag.Get("enum"); enum != "" {
			text += locale.Text{Zh: "；可取 `", En: "; one of `"}.In(l) + strings.ReplaceAll(enum, ",", locale.Text{Zh: "`、`", En: "`, `"}.In(l)) + "`"
		}
		b.WriteString("| `" + f.key + "` | " + value + " | " + strings.ReplaceAll(text, "|", `\|`) + " |\n")
	}
	rv := reflect.ValueOf(Default()).Elem()
	table()
	section := ""
	for _, f := range fields() {
		if f.key == "allow" {
			continue
		}
		text, value := texts[f.key].In(l), "`"+encodeValue(rv.FieldByIndex(f.index))+"`"
		if head, last, ok := strings.Cut(f.key, "."); ok {
			if head != section {
				section = head
				heading(section)
				table()
			}
			f.key = last
		}
		row(f, text, value)
	}
	heading("[allow]")
	b.WriteString("\n```toml\n" + encodeEntry(exampleEntry(l)) + "```\n")
	table()
	for _, f := range entryFields() {
		row(f, texts["allow."+f.key].In(l), "")
	}
	return b.String()
}
