package config

import "github.com/reportlint/reportlint/internal/locale"

// texts says what each section and key is for; the schema, the starter file and the documentation are made from it.
var texts = map[string]locale.Text{
	"required-version": {Zh: "对 reportlint 版本的要求，如 \">=0.1\"；不满足则退出", En: "versions of reportlint that may be used, such as \">=0.1\"; others stop"},
	"extend":           {Zh: "先读取的另一份配置，路径相对于本文件", En: "another configuration to start from; the path is relative to this file"},

	"files":                   {Zh: "检查哪些文件，如何读取", En: "Which files are checked, and how they are read."},
	"files.include":           {Zh: "会检查并可修复的文件；其余扩展名（.md、.html 或在命令行写明的文件）只报告问题，不修复，也不检查标记残留", En: "files that are checked and may be fixed; others (.md, .html, or named on the command line) only get findings, without rules about residue of markup"},
	"files.path-pattern":      {Zh: "路径的含义，如 \"{province}/{place}-{year}.txt\"；规则可据此核对正文", En: "what the path means, such as \"{province}/{place}-{year}.txt\"; lets rules compare it with the text"},
	"files.exclude":           {Zh: "不检查的文件与文件夹，写法同 .gitignore", En: "files and folders to leave out, written as in .gitignore"},
	"files.extend-exclude":    {Zh: "在 exclude 之外再排除的文件与文件夹", En: "files and folders to leave out in addition to exclude"},
	"files.respect-gitignore": {Zh: "跳过 git 忽略的文件", En: "leave out what git ignores"},
	"files.force-exclude":     {Zh: "命令行写明的文件也受 exclude 约束（pre-commit 需要）", En: "exclude also files that are named on the command line, as pre-commit does"},
	"files.max-size":          {Zh: "超过此大小的文件不检查，\"0\" 表示不限", En: "files larger than this are skipped; \"0\" is no limit"},
	"files.encoding":          {Zh: "文件编码；auto 逐一严格试解", En: "encoding of the files; auto finds it by strict trial"},
	"files.text-fields":       {Zh: "保留，尚不起作用：JSONL 文件中要检查的字段，按路径模式列出", En: "reserved, without effect so far: fields to check in JSONL files, by path pattern"},
	"files.translations":      {Zh: "互为译本的文件，中文 = 英文，如 { \"zh/*.txt\" = \"en/*.txt\" }；两边的 * 代表相同的文字", En: "files that translate each other, Chinese = English, such as { \"zh/*.txt\" = \"en/*.txt\" }; * is the same text on both sides"},

	"lint":                  {Zh: "报告哪些问题", En: "Which rules report what."},
	"lint.select":           {Zh: "启用的规则：规则名、类别、标签或 all", En: "rules that are on: ids, families, tags or all"},
	"lint.extend-select":    {Zh: "在 select 之外再启用的规则", En: "rules that are on in addition to select"},
	"lint.ignore":           {Zh: "停用的规则", En: "rules that are off"},
	"lint.min-confidence":   {Zh: "置信度低于此值的问题不报告", En: "findings of lower confidence are not reported"},
	"lint.preview":          {Zh: "同时启用预览中的规则", En: "also rules that are in preview"},
	"lint.per-file-ignores": {Zh: "对匹配路径的文件停用的规则", En: "rules that are off in files whose path matches"},
	"lint.rule-paths":       {Zh: "自定义规则所在的文件夹", En: "folders with rules of your own"},
	"lint.severity":         {Zh: "改变规则的严重程度", En: "severities that replace those of the rules"},

	"fix":                     {Zh: "如何修复", En: "What is fixed."},
	"fix.unsafe":              {Zh: "--fix 时也执行没有证明的修复", En: "with --fix, also carry out fixes that have no proof"},
	"fix.fixable":             {Zh: "可以修复的规则", En: "rules whose fixes may be carried out"},
	"fix.unfixable":           {Zh: "只报告、不修复的规则", En: "rules that report and never fix"},
	"fix.extend-safe-fixes":   {Zh: "将这些规则的修复视为安全", En: "rules whose fixes count as safe"},
	"fix.extend-unsafe-fixes": {Zh: "将这些规则的修复视为不安全", En: "rules whose fixes count as unsafe"},
	"fix.max-removed-prose":   {Zh: "安全修复最多可删去的正文字符比例，超过则整个文件不动；网页框架与可还原的解码不计", En: "share of the characters of the prose that safe fixes may remove; beyond it the file is left alone. Page furniture and reversible decoding do not count"},
	"fix.journal":             {Zh: "修复日志的路径，空表示不记录", En: "where fixes are recorded; empty for nowhere"},

	"gate":              {Zh: "何时以退出码 1 结束", En: "What makes a run end with exit code 1."},
	"gate.fail-on":      {Zh: "剩余问题达到此严重程度即失败", En: "severity from which a remaining finding fails the run"},
	"gate.max-findings": {Zh: "容许的此类问题总数", En: "how many such findings are tolerated"},
	"gate.thresholds":   {Zh: "按规则或类别容许的问题数", En: "how many findings are tolerated, by rule or family"},

	"baseline":        {Zh: "已知问题的基线", En: "Findings that are known already."},
	"baseline.path":   {Zh: "基线文件", En: "the baseline file"},
	"baseline.strict": {Zh: "基线中有已不存在的问题时失败", En: "fail if the baseline names findings that are gone"},

	"output":                 {Zh: "如何显示结果", En: "How results are shown."},
	"output.format":          {Zh: "输出格式，可写成“格式=文件”；至多一种不写文件", En: "output formats, each as FORMAT or FORMAT=FILE; one at most without a file"},
	"output.lang":            {Zh: "输出语言", En: "language of the output"},
	"output.ambiguous-width": {Zh: "终端把“”…·等宽度不定的字符显示为几格", En: "cells that the terminal gives to characters of ambiguous width, such as “ ” … ·"},
	"output.redact":          {Zh: "是否遮盖广告中的网址与账号；auto 只在终端以外遮盖", En: "mask addresses and accounts of advertisements; auto does so outside terminals"},

	"suppress":        {Zh: "正文能否屏蔽问题", En: "Whether the text itself may silence findings."},
	"suppress.inline": {Zh: "保留，尚不起作用：承认正文中的屏蔽注释；只应用于可信的文本", En: "reserved, without effect so far: obey comments in the text; only for formats with comments and text that is trusted"},

	"allow":         {Zh: "确认无误、在此处放行的问题", En: "Findings that are right where they stand."},
	"allow.rules":   {Zh: "放行的规则；不写则为全部", En: "rules that are allowed; all if left out"},
	"allow.paths":   {Zh: "适用的文件；不写则为全部", En: "files in which they are; all if left out"},
	"allow.text":    {Zh: "问题处须含有、或位于其中的文字", En: "text that the finding must contain, or lie inside"},
	"allow.regex":   {Zh: "问题处须匹配的正则表达式（RE2）", En: "regular expression (RE2) that the finding must match"},
	"allow.target":  {Zh: "text 与 regex 针对问题本身（match）还是所在的行（line，前后各 200 字以内）", En: "whether text and regex look at the finding (match) or at its line (line, up to 200 characters on each side)"},
	"allow.reason":  {Zh: "放行的理由，必填", En: "why it is right here; required"},
	"allow.expires": {Zh: "到期日，如 2027-12-31；过期后不再放行", En: "last day on which the entry holds, such as 2027-12-31"},
}
