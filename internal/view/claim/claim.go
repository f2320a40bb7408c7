package claim

import (
	"strconv"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/quantity"
)

// Kind is what a figure says of its indicator.
type Kind uint8

// The kinds.
const (
	Level    Kind = iota // a stock or a flow
	Growth               // a rate of change
	Change               // a difference, percentage points included
	Share                // of a whole
	Count                // of things or persons
	Rank                 // a place in an order
	Multiple             // so many times
)

// String is the kind's name in output.
func (k Kind) String() string {
	return [...]string{"level", "growth", "change", "share", "count", "rank", "multiple"}[k]
}

// Status says whether a figure has come about.
type Status uint8

// The statuses.
const (
	Unknown Status = iota
	Result
	Estimate // about to be known
	Target
)

// String is the status's name in output.
func (s Status) String() string { return [...]string{"unknown", "result", "estimate", "target"}[s] }

// Period is a year, or a range of years; zero is unknown.
type Period struct{ From, To int }

// String is 2021 or 2017-2021.
func (p Period) String() string {
	switch {
	case p.To == 0:
		return ""
	case p.From == p.To || p.From == 0:
		return strconv.Itoa(p.To)
	}
	return strconv.Itoa(p.From) + "-" + strconv.Itoa(p.To)
}

// Claim is one figure with its indicator.
type Claim struct {
	quantity.Figure
	Sentence  text.Span
	Indicator string // as printed, without verbs and qualifiers
	Unit      string // as printed, with its scale: 亿元, billion yuan
	Kind      Kind
	Up        int // +1, −1, 0: the direction its verb gives
	Scope     string
	Place     string
	Period    Period
	Status    Status
	Average   bool // 年均: a rate over the period
	Report    int  // where its report opens: claims of two reports in one file differ
}

// Reader reads the claims of one document.
type Reader struct {
	d        *document.Document
	s        string
	flow     quantity.Flow
	sections *sections // nil until a place is asked for
	x        *quantity.Sentence
	fs       []quantity.Figure
	out      []Claim
	cues     cues
}

// cues are the runes at which words of a sentence that set the status of all that follows first stand; its length where none do.
type cues struct{ estimate, target, past, future int }

// NewReader prepares to read d.
func NewReader(d *document.Document) *Reader {
	return &Reader{d: d, s: d.Text(), flow: quantity.FlowOf(d), x: &quantity.Sentence{}}
}

// Plans reports whether offset off stands in a section of plans.
func (r *Reader) Plans(off int) bool { return r.at(off).plan }

// Report is the place whose report offset off stands in, "" if unknown, and the year that it reviews, 0 if unknown.
func (r *Reader) Report(off int) (place string, year int) {
	sec := r.at(off)
	return sec.place, sec.review
}

// Read returns the claims of the sentence at sp. The result is valid until the next call.
func (r *Reader) Read(sp text.Span) []Claim {
	r.flow.Read(r.s, sp, r.x)
	r.fs = quantity.Figures(r.x, r.fs)
	r.out = r.out[:0]
	if len(r.fs) == 0 {
		return r.out
	}
	if r.x.Han {
		r.chinese()
	} else {
		r.english()
	}
	if len(r.out) == 0 {
		return r.out
	}
	r.cues = cues{r.first(estimating), r.first(targeting), r.first(surpassing), r.first(projecting)}
	sec := r.at(sp.Start)
	for i := range r.out {
		c := &r.out[i]
		c.Sentence = sp
		r.date(c, sec)
	}
	return r.out
}

// All are the claims of the whole text, in order.
func (r *Reader) All() []Claim {
	var out []Claim
	for at := 0; at < len(r.s); {
		sp := r.flow.Next(r.s, at, len(r.s))
		if holdsDigit(sp.Of(r.s)) {
			out = append(out, r.Read(sp)...)
		}
		at = sp.End
	}
	return out
}

// holdsDigit: a sentence without digits can still hold 八成, 翻一番 or 首位.
func holdsDigit(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= '0' && c <= '9' || c >= 0x80 {
			return true
		}
	}
	return len(s) > 0
}
