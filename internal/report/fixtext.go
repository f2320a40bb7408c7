package report

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
)

// fixText says in words what edits do to a file.
func fixText(f *lint.Finding, es []lint.Edit, l locale.Lang) string {
	if n := furnitureLines(f, es); n > 0 {
		return say(l, locale.Text{En: "delete [n|line|lines]", Zh: "删去 {n} 行"}, "n", n)
	}
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
	wrote := quoted(e.New, l)
	switch {
	case e.New == "" && e.Bytes == f.Place().Bytes:
		return say(l, locale.Text{En: "delete [n|character|characters]", Zh: "删去 {n} 个字符"}, "n", f.TextLength)
	case e.New == "":
		return say(l, locale.Text{En: "delete [n|byte|bytes]", Zh: "删去 {n} 个字节"}, "n", size)
	case size == 0 && strings.Trim(e.New, "\r\n") == "":
		return say(l, locale.Text{En: "insert a line break", Zh: "插入换行"})
	case size == 0:
		return say(l, locale.Text{En: `insert {new}`, Zh: "插入{new}"}, "new", wrote)
	case known:
		return say(l, locale.Text{En: `replace {old} by {new}`, Zh: "将{old}改为{new}"}, "old", quoted(old, l), "new", wrote)
	}
	return say(l, locale.Text{En: `replace by {new}`, Zh: "改为{new}"}, "new", wrote)
}

// furnitureLines is how many whole lines a repair under the certificate of furniture deletes; 0 for other repairs.
func furnitureLines(f *lint.Finding, es []lint.Edit) int {
	if f.Fix == nil || f.Fix.Proof != checks.ProofFurniture {
		return 0
	}
	for _, e := range es {
		if e.New != "" {
			return 0
		}
	}
	n, last := 0, 0
	for _, p := range f.Places {
		end := p.EndLine
		if p.EndColumn == 1 && end > p.Line {
			end--
		}
		if p.Line == 0 {
			return 0 // only a record of the place is known
		}
		n += max(0, end-max(p.Line-1, last))
		last = max(last, end)
	}
	return n
}

// quoted is a short form of s for a sentence; what cannot be seen is named.
func quoted(s string, l locale.Lang) string {
	if strings.TrimSpace(s) != "" || s == "" || len(s) > 12 {
		// straight and corner marks, because what is repaired is often a quotation mark
		s = cut(oneLine(s), 40)
		return locale.Text{En: `"` + s + `"`, Zh: "“" + s + "”"}.In(l)
	}
	var names []string
	for _, r := range s {
		names = append(names, fmt.Sprintf("U+%04X", r))
	}
	return strings.Join(names, " ")
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
