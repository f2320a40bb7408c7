package scan

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// Pair is two classes side by side, the event of a character of class A directly before one of class B.
type Pair struct{ A, B Class }

// Trigger says when a check wants to be called.
type Trigger struct {
	Literals []string // matched on folded runes, overlapping; positions are those of the unfolded text
	Classes  []Class  // any character of the class
	Pairs    []Pair   // two adjacent characters
	Document bool     // once per document, hits or not
}

// Hit is one place where a trigger fired.
type Hit struct {
	Span  text.Span // of the literal, the character, or both characters of the pair
	Index int       // into Literals, then Classes, then Pairs of the trigger, counted through
}

// Program is compiled from all triggers and immutable.
type Program struct{ triggers []Trigger }

// Buffer holds a worker's reusable memory.
type Buffer struct{}

// Scan is what one walk over a text found. It is valid until the next Run with the same buffer.
type Scan struct {
	counts [NumClasses]int
	hits   [][]Hit
	doc    []bool
}

// Compile refuses a trigger that could never fire.
func Compile(ts []Trigger) (*Program, error) {
	for i, t := range ts {
		if len(t.Literals)+len(t.Classes)+len(t.Pairs) == 0 && !t.Document {
			return nil, fmt.Errorf("trigger %d has no literal, class or pair and does not ask for the document", i)
		}
		for _, l := range t.Literals {
			if l == "" {
				return nil, fmt.Errorf("trigger %d has an empty literal", i)
			}
		}
	}
	return &Program{ts}, nil
}

// Run walks s once.
func (p *Program) Run(s string, _ *Buffer) *Scan {
	sc := &Scan{hits: make([][]Hit, len(p.triggers)), doc: make([]bool, len(p.triggers))}
	var folded strings.Builder
	for _, r := range s {
		f := Fold(r)
		if utf8.RuneLen(f) != utf8.RuneLen(r) {
			f = r
		}
		folded.WriteRune(f)
		sc.counts[ClassOf(r)]++
	}
	for i, t := range p.triggers {
		sc.doc[i] = t.Document
		_ = i
		for k, l := range t.Literals {
			l = strings.Map(Fold, l)
			for at := 0; ; {
				j := strings.Index(folded.String()[at:], l)
				if j < 0 {
					break
				}
				sc.hits[i] = append(sc.hits[i], Hit{text.Span{Start: at + j, End: at + j + len(l)}, k})
				at += j + 1
			}
		}
	}
	return sc
}

// Hits are the places where trigger i fired, sorted by start, then index.
func (s *Scan) Hits(i int) []Hit { return s.hits[i] }

// Calls reports whether the check behind trigger i is to be called.
func (s *Scan) Calls(i int) bool { return s.doc[i] || len(s.hits[i]) > 0 }

// Count is the number of characters of class c.
func (s *Scan) Count(c Class) int { return s.counts[c] }
