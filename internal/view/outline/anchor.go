package outline

import (
	"fmt"
	"sync"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/numeral"
)

// nameHit is the index of hits on 工作报告; the others are on marks.
const nameHit = 0

// Trigger is what the pass over a text looks for on behalf of the outline: the words that name a report, and the marks that may
// close a marker, with the character before them that makes this possible. Each mark gives at most one hit, and hits come in the
// order of the marks.
func Trigger() scan.Trigger {
	t := scan.Trigger{
		Literals: []string{nameHit: "工作报告"},
		Classes:  []scan.Class{scan.EnclosedNumber},
		Pairs: []scan.Pair{
			{A: scan.Digit, B: scan.Pause}, {A: scan.Digit, B: scan.Period}, {A: scan.Digit, B: scan.Stop}, // 1、 1. 1．
			{A: scan.Digit, B: scan.HalfClose}, {A: scan.Digit, B: scan.Close}, // (1) 1)
			{A: scan.Upper, B: scan.Period}, {A: scan.Upper, B: scan.Stop}, // I.
			{A: scan.Lower, B: scan.HalfClose}, {A: scan.Lower, B: scan.Close}, // (Seven)
			{A: scan.Upper, B: scan.HalfClose}, {A: scan.Upper, B: scan.Close}, // (SEVEN)
		},
	}
	for _, n := range []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"} {
		t.Literals = append(t.Literals, n+"、", n+"是", n+"要", n+")", n+",")
	}
	for _, n := range []string{"〇", "零", "两"} {
		t.Literals = append(t.Literals, n+")")
	}
	for _, w := range numeral.Ordinals() {
		t.Literals = append(t.Literals, w+",")
	}
	return t
}

// anchors are what the pass has found, in order.
type anchors struct {
	ends  []int       // offsets at which marks end
	names []text.Span // 工作报告 and 工作報告
}

// Notice tells the outline of d what the pass over its text has found for Trigger. Who does not tell has the outline look itself.
func Notice(d *document.Document, hits []scan.Hit) {
	document.View(d, func(*document.Document) *anchors { return sort(hits) })
}

// sort tells names from marks. The hits are the pass's, which will use their memory again.
func sort(hits []scan.Hit) *anchors {
	a := &anchors{ends: make([]int, 0, len(hits))}
	for _, h := range hits {
		if h.Index == nameHit {
			a.names = append(a.names, h.Span)
		} else {
			a.ends = append(a.ends, h.Span.End)
		}
	}
	return a
}

// alone is a pass that looks for nothing else.
var alone = sync.OnceValue(func() *scan.Program {
	p, err := scan.Compile([]scan.Trigger{Trigger()})
	if err != nil {
		panic(fmt.Sprintf("outline: %v", err)) // a literal above is wrong
	}
	return p
})

// look finds the anchors of a document that no pass has noticed.
func look(d *document.Document) *anchors { return sort(alone().Run(d.Text(), nil).Hits(0)) }
