package report

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
)

// fixText says in words what edits do to a file.
func fixText(f *lint.Finding, es []lint.Edit, l locale.Lang) string {
	if len(es) != 1 {
		removed, written := 0, 0
		for _, e := range es {
			if e.New == "" {
				removed++
			} else {
				written++
			}
		}
		switch {
		case written == 0:
			return say(l, locale.Text{En: "delete at [n|place|places]", Zh: "删去 {n} 处"}, "n", removed)
		case removed == 0:
			return say(l, locale.Text{En: "rewrite [n|place|places]", Zh: "改写 {n} 处"}, "n", written)
		}
		return say(l, locale.Text{En: "rewrite [n|place|places] and delete at {m}", Zh: "改写 {n} 处，删去 {m} 处"}, "n", written, "m", removed)
	}
	e := es[0]
	size := e.Bytes.End - e.Bytes.Start
	old, known := f.Text, e.Bytes == f.Place().Bytes && f.TextLength == utf8.RuneCountInString(f.Text)
	wrote := cut(oneLine(e.New), 40)
	switch {
	case e.New == "" && lines(f, e) > 0:
		return say(l, locale.Text{En: "delete [n|line|lines]", Zh: "删去 {n} 行"}, "n", lines(f, e))
	case e.New == "" && e.Bytes == f.Place().Bytes:
		return say(l, locale.Text{En: "delete [n|character|characters]", Zh: "删去 {n} 个字符"}, "n", f.TextLength)
	case e.New == "":
		return say(l, locale.Text{En: "delete [n|byte|bytes]", Zh: "删去 {n} 个字节"}, "n", size)
	case size == 0 && strings.Trim(e.New, "\r\n") == "":
		return say(l, locale.Text{En: "insert a line break", Zh: "插入换行"})
	case size == 0:
		return say(l, locale.Text{En: `insert "{new}"`, Zh: "插入「{new}」"}, "new", wrote)
	case known:
		return say(l, locale.Text{En: `replace "{old}" by "{new}"`, Zh: "将「{old}」改为「{new}」"}, "old", cut(oneLine(old), 40), "new", wrote)
	}
	return say(l, locale.Text{En: `replace by "{new}"`, Zh: "改为「{new}」"}, "new", wrote)
}

// lines is how many whole lines the deletion e takes away, as far as the finding's own place tells; 0 if it does not.
func lines(f *lint.Finding, e lint.Edit) int {
	p := f.Place()
	if p.Column != 1 || e.Bytes.Start != p.Bytes.Start || e.Bytes.End < p.Bytes.End || e.Bytes.End > p.Bytes.End+2 {
		return 0
	}
	if p.EndColumn == 1 && p.EndLine > p.Line {
		return p.EndLine - p.Line
	}
	if e.Bytes.End > p.Bytes.End { // the line end goes with it
		return p.EndLine - p.Line + 1
	}
	return 0
}

// withheld puts the engine's reason in words.
func withheld(reason string) locale.Text {
	if rest, ok := strings.CutPrefix(reason, "after "); ok {
		return locale.Text{En: "no fix yet: it is offered once " + rest + " has been fixed", Zh: "暂不提供修复：须先修复 " + rest}
	}
	if rest, ok := strings.CutPrefix(reason, "the encoding lacks "); ok {
		return locale.Text{En: "no fix: the file's encoding cannot write " + rest, Zh: "不提供修复：文件的编码无法写出 " + rest}
	}
	return locale.Text{En: "no fix: " + oneLine(reason), Zh: "不提供修复：" + oneLine(reason)}
}
