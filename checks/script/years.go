package script

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// numerals looks for numerals that a document writes in two ways: classes, and years.
type numerals struct{}

func (numerals) Trigger() scan.Trigger {
	t := roman{}.Trigger()
	for _, n := range hanDigits {
		t.Literals = append(t.Literals, string(n)+"年")
	}
	return t
}

func (numerals) Run(d *document.Document, hits []scan.Hit) []checks.Match {
	classes := make([]scan.Hit, 0, len(hits))
	var years []scan.Hit
	for _, h := range hits {
		if strings.HasSuffix(h.Span.Of(d.Text()), "年") {
			years = append(years, h)
		} else {
			classes = append(classes, h)
		}
	}
	return append(roman{}.Run(d, classes), hanYears(d, years)...)
}

// hanDigits are the digits of a year written in Han, in order.
const hanDigits = "〇一二三四五六七八九"

// named are words that end the name of a document or an event: a year in one keeps the form it was given.
var named = []string{"规划", "纲要", "目标", "议程", "报告", "公报", "愿景", "计划", "方案", "条例", "办法", "决议", "决定", "意见", "年鉴", "宣言", "会议", "规定",
	"大会", "战略", "行动", "要点", "工程", "公约", "通知", "白皮书", "论坛", "規劃", "綱要", "目標", "議程", "報告"}

// hanYears finds years in Han among years in digits (GB/T 15835). Names, quotations, full
// dates and lines of their own, as in titles and datelines, keep theirs.
func hanYears(d *document.Document, hits []scan.Hit) []checks.Match {
	src, lines := d.Text(), d.Lines()
	var places []text.Span
	var edits []text.Edit
	for _, h := range hits {
		ln := lines.Span(lines.At(h.Span.Start))
		end := h.Span.End - len("年")
		start := back(src, end, 4, ln)
		digits, ok := arabicYear(src[start:end])
		if b := prev(src, start, ln); !ok || hanNumeral(b.r) || b.r == '百' || b.r == '千' || !prose(src, h.Span, ln) ||
			isNamed(src, start, h.Span.End, ln) {
			continue
		}
		places = append(places, text.Span{Start: start, End: end})
		edits = append(edits, text.Edit{Span: text.Span{Start: start, End: end}, New: digits})
	}
	if n := len(places); n == 0 || digitYears(src) < max(3, 4*n) {
		return nil
	}
	return []checks.Match{{Places: places, Message: "years", Fixes: checks.Rewrite(d, edits, checks.ProofNone)}}
}

// arabicYear is a year of the last century or this one in digits.
func arabicYear(han string) (string, bool) {
	var out []byte
	for _, r := range han {
		i := strings.IndexRune(hanDigits, r)
		if i < 0 {
			return "", false
		}
		out = append(out, byte('0'+i/len("〇")))
	}
	s := string(out)
	return s, len(s) == 4 && (s[:2] == "19" || s[:2] == "20")
}

// isNamed reports whether the year of src[start:end] belongs to a name, a quotation or a full date.
func isNamed(src string, start, end int, ln text.Span) bool {
	before := src[back(src, start, 40, ln):start]
	if strings.LastIndexAny(before, "《“「『〈‘\"") > strings.LastIndexAny(before, "》”」』〉’") {
		return true
	}
	stop := end
	for n := 0; n < 24; n++ {
		c := next(src, stop, ln)
		if c.class != scan.Han {
			break
		}
		stop = c.span.End
	}
	behind := src[end:stop]
	if c := next(src, end, ln); hanNumeral(c.r) || c.r == '度' {
		return true
	}
	for _, w := range named {
		if strings.Contains(behind, w) {
			return true
		}
	}
	return false
}

// digitYears is how many years src writes in digits.
func digitYears(src string) int {
	n := 0
	for at := 0; ; {
		i := strings.Index(src[at:], "年")
		if i < 0 {
			return n
		}
		if e := at + i; e >= 4 && (src[e-4:e-2] == "19" || src[e-4:e-2] == "20") && isDigit(src[e-2]) && isDigit(src[e-1]) && (e == 4 || !isDigit(src[e-5])) {
			n++
		}
		at += i + len("年")
	}
}
