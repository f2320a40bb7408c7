package mojibake

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// maxLayers is how often one text may have been decoded wrongly.
const maxLayers = 3

// UTF8AsLatin repairs UTF-8 that was read as a single-byte encoding, once or up to three times, where it shows at the given
// offsets (the first of two characters that may be a lead byte and its follower, in order; see UTF8AsLatinPair).
func UTF8AsLatin(src string, at []int, past Past) []Repair {
	l := latin{src: src}
	l.search(at)
	if deep := slices.ContainsFunc(l.found, func(f finding) bool { return len(f.Layers) > 1 }); deep && !l.deep {
		l = latin{src: src, deep: true} // what may be meant in clean text is hardly meant in text that is twice damaged
		l.search(at)
	}
	l.vote()
	l.join(past)
	var out []Repair
	for _, f := range l.found {
		out = append(out, f.Repair)
	}
	if len(out) > 0 {
		past.Any = func() bool { return true }
	}
	return l.lostQuotes(l.lostSpaces(out, past.Any))
}

// Past tells of damage that was repaired already and can no longer be seen in the text.
type Past struct {
	Line func(at int) bool // whether the line of an offset held some
	Any  func() bool       // whether the text did
}

// inGBK reports whether the line of the reading is GBK that was read as Latin-1, in which some characters look like UTF-8.
func (l *latin) inGBK(x reading) bool {
	if x.start >= l.lineEnd {
		start := strings.LastIndexByte(l.src[:x.start], '\n') + 1
		l.lineEnd = len(l.src)
		if n := strings.IndexByte(l.src[x.start:], '\n'); n >= 0 {
			l.lineEnd = x.start + n
		}
		l.lineGBK = len(gbkLine(l.src, start, l.lineEnd)) > 0
	}
	return l.lineGBK
}

// HasUTF8AsLatin reports whether the text holds damage that UTF8AsLatin would repair exactly.
func HasUTF8AsLatin(src string) bool {
	l := latin{src: src}
	for p, r := range src {
		if r >= utf8.RuneSelf {
			if x := l.bestAt(p, len(src)); x.strength == strong {
				return true
			}
		}
	}
	return false
}

// longest is how many units in a row are looked at a second time, from another start, when they are not believed.
const longest = 64

// latin is one search.
type latin struct {
	src   string
	deep  bool // elsewhere the text is damaged more than once
	found []finding
	weak  []reading

	lineEnd int  // of the line that inGBK looked at last
	lineGBK bool // what it found

	topic func() bool // whether the text speaks of mojibake; nil until asked
}

// onTopic reports whether the text speaks of mojibake: then short examples of it are meant.
func (l *latin) onTopic() bool {
	if l.topic == nil {
		answer := slices.ContainsFunc(topics, func(w string) bool { return strings.Contains(l.src, w) })
		l.topic = func() bool { return answer }
	}
	return l.topic()
}

// finding is a repair with the reading it comes from, and readings through other charsets that reach as far.
type finding struct {
	Repair
	reading reading
	rivals  []reading
}

func (l *latin) search(at []int) {
	done := 0
	for _, p := range at {
		if p < done {
			continue
		}
		x, rivals := l.best(p, done)
		switch x.strength {
		case strong:
			if l.inGBK(x) {
				done = l.lineEnd
				continue
			}
			if f := (finding{x.repair(l.src, l.deep), x, rivals}); f.New != "" || f.Span.Len() > 0 && f.Chars == 0 && f.Exact {
				l.found = append(l.found, f)
			}
		case weakly:
			l.weak = append(l.weak, x)
		case none:
			if len(x.units) < longest {
				continue
			}
		}
		done = x.end
	}
}

// reading is a stretch of text read as UTF-8 through one charset.
type reading struct {
	charset    *charset
	start, end int
	units      []unit
	lost       int
	strength   strength
}

// unit is one character of UTF-8 within a reading.
type unit struct {
	r          rune
	start, end int
}

// best is the reading that reaches farthest from offset p, strong before weak, and those that reach as far and say something
// else; none begins before floor.
func (l *latin) best(p, floor int) (best reading, rivals []reading) {
	var all []reading
	for _, c := range charsets() {
		x := c.read(l.src, c.back(l.src, p, floor))
		if len(x.units) == 0 {
			continue
		}
		x.judge(l.src)
		all = append(all, x)
		if x.strength > best.strength || x.strength == best.strength && x.end > best.end {
			best = x
		}
	}
	if best.strength == none {
		return best, nil
	}
	for _, x := range all {
		if x.strength == best.strength && x.end == best.end && x.text() != best.text() {
			rivals = append(rivals, x)
		}
	}
	if best.strength == strong && len(best.units) <= 3 && (quotedIn(l.src, text.Span{Start: best.start, End: best.end}) || l.onTopic()) {
		best.strength = shown
	}
	return best, rivals
}

// text is what the reading says.
func (x *reading) text() string {
	var b strings.Builder
	for _, u := range x.units {
		b.WriteRune(u.r)
	}
	return b.String()
}

// vote settles which charset it was where two explain a span: the one that alone explains other spans. Without such a witness
// nothing is certain.
func (l *latin) vote() {
	votes := map[*charset]int{}
	for _, f := range l.found {
		if len(f.rivals) == 0 {
			votes[f.reading.charset]++
		}
	}
	for i := range l.found {
		f := &l.found[i]
		if len(f.rivals) == 0 {
			continue
		}
		all := append([]reading{f.reading}, f.rivals...)
		slices.SortStableFunc(all, func(a, b reading) int { return votes[b.charset] - votes[a.charset] })
		f.Repair = all[0].repair(l.src, l.deep)
		if votes[all[0].charset] == 0 || votes[all[1].charset] > 0 {
			f.Exact = false
			for _, x := range all[1:] {
				f.Others = append(f.Others, x.repair(l.src, l.deep).New)
			}
		}
	}
}

// back moves p over units that end there: matching may have noticed a later one first.
func (c *charset) back(src string, p, floor int) int {
	for {
		q, moved := p, false
		for k := 1; k <= 4 && q > floor; k++ {
			_, n := utf8.DecodeLastRuneInString(src[floor:q])
			q -= n
			if _, end, ok := c.unit(src, q); ok && end == p {
				p, moved = q, true
				break
			}
		}
		if !moved {
			return p
		}
	}
}

// read takes all units from start on that follow one another.
func (c *charset) read(src string, start int) reading {
	x := reading{charset: c, start: start, end: start}
	for x.end < len(src) {
		r, end, ok := c.unit(src, x.end)
		if !ok && c.name == "windows-1252" {
			var lost int
			if r, end, lost = c.lossyUnit(src, x); lost > 0 {
				x.lost, ok = x.lost+lost, true
			}
		}
		if !ok || !possible(r) {
			break
		}
		x.units = append(x.units, unit{r, x.end, end})
		x.end = end
	}
	return x
}

// repair is what the reading says of the text, further layers undone.
func (x *reading) repair(src string, deep bool) Repair {
	once := x.text()
	r := Repair{Span: text.Span{Start: x.start, End: x.end}, Layers: []string{x.charset.name}, Lost: x.lost}
	r.Exact = x.lost == 0 && !x.ragged(src) && x.charset.redoes(once, r.Span.Of(src))
	r.New = r.deeper(once, src, deep)
	r.New = strings.TrimPrefix(r.New, "\ufeff") // a mark of the file, not of its text
	t := tallyOf(r.New)
	r.Chars, r.Common = t.chars, t.common
	return r
}

// ragged reports whether an end of the reading may belong to clean text beside it: in Cyrillic a capital before Ё or І may.
func (x *reading) ragged(src string) bool {
	if x.charset.name != "windows-1251" {
		return false
	}
	last := func(u unit) rune {
		if u.r >= 0x800 {
			return 0
		}
		r, _ := utf8.DecodeLastRuneInString(src[u.start:u.end])
		return r
	}
	const native = "ЁёІіЇїЄєҐґЎў"
	return strings.ContainsRune(native, last(x.units[0])) || strings.ContainsRune(native, last(x.units[len(x.units)-1]))
}

// redoes reports whether s, damaged again, is what stood there. A C1 control stands for what code page 1252 has in its place.
func (c *charset) redoes(s, was string) bool {
	if c.name == "windows-1252" {
		was = strings.Map(canonicalC1, was)
	}
	return c.damage(s) == was
}

// canonicalC1 writes a C1 control as code page 1252 would show its byte.
func canonicalC1(r rune) rune {
	if r >= 0x80 && r < 0xa0 {
		return charsets()[0].runes[r-0x80]
	}
	return r
}

// deeper undoes further layers within once, what the first one gave.
func (r *Repair) deeper(once, src string, deep bool) string {
	s, doubt := once, false // doubt: what is left may be damage too
	// Judged in place: what stands before and after counts.
	before, after := tail(src[:r.Span.Start]), head(src[r.Span.End:])
	for range maxLayers - 1 {
		l := latin{src: before + s + after}
		limit := len(before) + len(s)
		var es []text.Edit
		exact, layer := true, ""
		doubt = false
		for p := len(before); p < limit; {
			x := l.bestAt(p, limit)
			if x.strength == strong || deep && x.strength == weakly && len(x.units) == 1 && x.units[0].r < 0x250 {
				inner := x.text()
				es = append(es, text.Edit{Span: text.Span{Start: x.start - len(before), End: x.end - len(before)}, New: inner})
				exact = exact && x.strength == strong && x.charset.redoes(inner, l.src[x.start:x.end])
				layer = x.charset.name
				p = x.end
				continue
			}
			doubt = doubt || x.strength == weakly
			if len(x.units) >= longest {
				p = x.end
				continue
			}
			_, n := utf8.DecodeRuneInString(l.src[p:])
			p += n
		}
		e, err := text.Canon(s, es)
		if err != nil || len(e) == 0 {
			break
		}
		s = e.Apply(s)
		r.Layers = append(r.Layers, layer)
		r.Exact = r.Exact && exact
	}
	if doubt {
		r.Exact = false
	}
	if strings.ContainsFunc(s, isC1) { // Latin-1 for what was code page 1252
		s = strings.Map(canonicalC1, s)
		r.Exact = r.Exact && !strings.ContainsFunc(s, isC1)
		r.Layers = append(r.Layers, "iso-8859-1")
	}
	return s
}

func isC1(r rune) bool { return r >= 0x80 && r < 0xa0 }

// bestAt is best for a reading that begins at p and ends before limit.
func (l *latin) bestAt(p, limit int) reading {
	var best reading
	for _, c := range charsets() {
		if x := c.read(l.src[:limit], p); len(x.units) > 0 && x.lost == 0 {
			x.judge(l.src)
			if x.strength > best.strength || x.strength == best.strength && x.end > best.end {
				best = x
			}
		}
	}
	return best
}

// tail and head are the nearest characters of a text, enough to judge what stands beside them.
func tail(s string) string {
	i := len(s)
	for k := 0; k < 2 && i > 0; k++ {
		_, n := utf8.DecodeLastRuneInString(s[:i])
		i -= n
	}
	return s[i:]
}

func head(s string) string {
	i := 0
	for k := 0; k < 2 && i < len(s); k++ {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return s[:i]
}

// join takes the weak readings that share charset and line with a strong one.
func (l *latin) join(past Past) {
	near := func(x reading, f finding) (reading, bool) {
		lo, hi := min(x.start, f.Span.Start), max(x.end, f.Span.End)
		if hi-lo > 2000 || strings.Contains(l.src[lo:hi], "\n") {
			return x, false
		}
		y := f.reading.charset.read(l.src, x.start) // x may go by the name of another charset that has the same characters there
		return y, y.end == x.end && len(y.units) == len(x.units)
	}
	var all []finding
	i := 0
	for _, x := range l.weak {
		for i < len(l.found) && l.found[i].Span.Start < x.start {
			all = append(all, l.found[i])
			i++
		}
		y, ok := x, false
		if i > 0 {
			y, ok = near(x, l.found[i-1])
		}
		if !ok && i < len(l.found) {
			y, ok = near(x, l.found[i])
		}
		if ok {
			f := finding{Repair: y.repair(l.src, l.deep)}
			f.Exact = f.Exact && !y.charset.western() // the rest of the line is damaged, but a quotation mark after Ä may be meant
			all = append(all, f)
		} else if past.Line(x.start) {
			f := finding{Repair: x.repair(l.src, l.deep)}
			f.Exact = false
			all = append(all, f)
		}
	}
	l.found = append(all, l.found[i:]...)
}
