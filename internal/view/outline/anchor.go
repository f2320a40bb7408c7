package outline

import (
	"fmt"
	"sync"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/view/numeral"
)

// Trigger is what the pass over a text looks for on behalf of the outline: the marks that may close a marker, with the character
// before them that makes this possible. Each mark gives at most one hit, and hits come in the order of the marks.
func Trigger() scan.Trigger {
	t := scan.Trigger{
		Classes: []scan.Class{scan.EnclosedNumber},
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

// anchors are the ends of the marks that the pass has found, as offsets, in order.
type anchors struct{ ends []int }

// Notice tells the outline of d where the pass over its text has found marks. Who does not tell has the outline look for itself.
func Notice(d *document.Document, hits []scan.Hit) {
	document.View(d, func(*document.Document) *anchors { return endsOf(hits) })
}

func endsOf(hits []scan.Hit) *anchors {
	a := &anchors{make([]int, len(hits))}
	for i, h := range hits {
		a.ends[i] = h.Span.End
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

// look finds the marks of a document that no pass has noticed.
func look(d *document.Document) *anchors { return endsOf(alone().Run(d.Text(), nil).Hits(0)) }
