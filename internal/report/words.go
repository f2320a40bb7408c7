package report

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/locale"
)

// say is a text of the report with values filled in. A part in the form "[n|finding|findings]" of the English text becomes the
// number n with the right word.
func say(l locale.Lang, t locale.Text, vars ...any) string {
	m := map[string]string{}
	for i := 0; i+1 < len(vars); i += 2 {
		switch v := vars[i+1].(type) {
		case int:
			m[vars[i].(string)] = strconv.Itoa(v)
		case string:
			m[vars[i].(string)] = v
		}
	}
	s := t.In(l)
	if l == locale.En {
		s = plurals(s, m)
	}
	return locale.Text{Zh: s, En: s}.Fill(m).En
}

func plurals(s string, m map[string]string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '[')
		j := strings.IndexByte(s[max(i, 0):], ']')
		if i < 0 || j < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		parts := strings.Split(s[i+1:i+j], "|")
		n, known := m[parts[0]]
		switch {
		case len(parts) != 3 || !known:
			b.WriteString(s[i : i+j+1])
		case n == "1":
			b.WriteString("1 " + parts[1])
		default:
			b.WriteString(n + " " + parts[2])
		}
		s = s[i+j+1:]
	}
}

func severityWord(s checks.Severity) locale.Text {
	switch s {
	case checks.Error:
		return locale.Text{En: "error", Zh: "错误"}
	case checks.Warning:
		return locale.Text{En: "warning", Zh: "警告"}
	}
	return locale.Text{En: "note", Zh: "提示"}
}

func confidenceWord(c checks.Confidence) locale.Text {
	switch c {
	case checks.High:
		return locale.Text{En: "high", Zh: "高"}
	case checks.Medium:
		return locale.Text{En: "medium", Zh: "中"}
	}
	return locale.Text{En: "low", Zh: "低"}
}

func proofWord(p checks.Proof) locale.Text {
	switch p {
	case checks.ProofRoundTrip:
		return locale.Text{En: "damaging the repaired text again gives these bytes", Zh: "将修复结果重新破坏一遍，可还原出原有字节"}
	case checks.ProofFurniture:
		return locale.Text{En: "whole lines of the page's frame", Zh: "整行均为网页框架"}
	case checks.ProofInvisible:
		return locale.Text{En: "nothing visible changes", Zh: "不改变任何可见字符"}
	case checks.ProofCanonical:
		return locale.Text{En: "a published one-to-one table", Zh: "依据公开的一一对应表"}
	case checks.ProofIdentity:
		return locale.Text{En: "a code names the original word", Zh: "另有代码标明原词"}
	case checks.ProofShape:
		return locale.Text{En: "the text without it is the only reading", Zh: "去掉之后只有一种读法"}
	}
	return locale.Text{}
}

// label is a name and its value in a line of notes: "evidence: …" or "依据：…".
func label(l locale.Lang, t locale.Text) string {
	if l == locale.Zh {
		return t.Zh + "："
	}
	return t.En + ": "
}
