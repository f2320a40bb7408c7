package layout

import (
	"bytes"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
)

func (x *lexicon) begins(r rune) bool {
	return uint32(r) < 1<<16 && x.atHead[uint16(r)>>6]>>(r&63)&1 == 1
}

// opened are the markers of mode start whose first two runes b begins with.
func (x *lexicon) opened(b []byte) (first rune, ms []marker) {
	r, n := utf8.DecodeRune(b)
	if !x.begins(r) {
		return r, nil
	}
	second, _ := utf8.DecodeRune(b[n:])
	return r, x.startsWith(r, second)
}

// startsWith are the markers of mode start that begin with two runes, or are the first alone. No marker of two begins with one of one.
func (x *lexicon) startsWith(first, second rune) []marker {
	if ms := x.starts[head{first, second}]; ms != nil {
		return ms
	}
	return x.starts[head{first}]
}

// wholly are the markers of mode whole that b is.
func (x *lexicon) wholly(b []byte) []marker {
	r, _ := utf8.DecodeRune(b)
	if x.heads[uint16(r)>>6]>>(r&63)&1 == 0 || x.sizes[r]>>min(len(b), 63)&1 == 0 {
		return nil
	}
	return x.whole[string(b)]
}

func (x *lexicon) holds(r rune) bool {
	return uint32(r) < 1<<16 && x.first[uint16(r)>>6]>>(r&63)&1 == 1
}

// tally gathers the markers of one line.
type tally struct {
	best  [numParts]uint8
	sum   [numParts]uint8
	text  string
	top   uint8
	seen  uint8 // distinct markers
	parts int   // parts of the line that are markers as a whole
	last  string
}

func (t *tally) add(m marker) {
	if m.text == t.last && t.best[m.part] > 0 {
		return
	}
	if m.text == t.last {
		t.seen--
	}
	t.last = m.text
	if m.weight > t.best[m.part] {
		t.best[m.part] = m.weight
	}
	t.sum[m.part] += m.weight
	if m.weight > t.top {
		t.top, t.text = m.weight, m.text
	}
	if t.seen < 250 {
		t.seen++
	}
}

// find looks up the markers of the line that k was read from.
func (l *Line) find(k *key) {
	x, t := words(), tally{}
	full := trimDecoration(k.buf, cut{0, len(k.buf)})
	for _, m := range x.wholly(k.of(full)) {
		t.add(m)
		t.parts = 1
		l.Label = k.colon >= 0 && k.colon == len(k.buf)-1
	}
	if t.parts == 0 && len(k.parts) > 1 {
		covered := 0
		for _, p := range k.parts {
			if ms := x.wholly(k.of(p)); len(ms) > 0 {
				t.parts++
				covered += p.b - p.a
				for _, m := range ms {
					t.add(m)
				}
			}
		}
		switch {
		case l.shape.is(prose) && 2*covered < len(k.buf):
			t = tally{} // a sentence with words of the page glued to it
		case t.parts > 0 && k.linkBar():
			l.shape |= bar
			if b := k.of(k.parts[0]); bytes.HasSuffix(b, []byte("首页")) || bytes.Equal(b, []byte("home")) {
				t.top = 3
			}
		case 3*t.parts < len(k.parts):
			t = tally{} // words of an interface between words that are none: a list with bullets, a table row
		case t.parts >= 3:
			l.shape |= bar
		}
	}
	if t.parts == 0 {
		x.counted(k.of(full), &t)
	}
	if t.seen == 0 && k.runes <= 8 && len(x.label[string(k.of(full))]) > 0 {
		l.shape |= named
	}
	if len(k.parts) == 0 || len(k.parts) == 1 && t.parts == 0 && t.seen == 0 {
		x.row(l, k, full, &t)
	}
	if k.marks == 0 && k.runes <= 30 && pageOfPaper(k.buf) {
		t.add(marker{text: "版:", part: Nav, weight: 2})
	}
	sentences := l.shape.is(prose) && k.marks >= 2
	if k.colon >= 0 && !sentences {
		x.labels(l, k, &t)
	}
	if !sentences && k.runes <= 60 {
		x.bracketed(l, k, &t)
	}
	opened := t.seen
	x.opens(l, k, &t)
	// A whole sentence with words of the page glued to it is text; only a notice that begins as one is not.
	if k.spoken && t.seen == opened {
		l.shape |= prose
		return
	}
	// A paragraph that speaks of filing codes is no footer; a short sentence may be a notice of the site.
	if !l.shape.is(numbered) && (!l.shape.is(solid) || !l.shape.is(ends) && k.marks <= 2 || k.latin > 2*k.han && k.runes <= 200) {
		for i := 0; i < len(k.buf); {
			r, n := utf8.DecodeRune(k.buf[i:])
			if x.holds(r) {
				for _, m := range x.has[r] {
					if bytes.HasPrefix(k.buf[i:], []byte(m.text)) {
						if m.part == Counter && !digitBefore(k.buf, i) {
							continue // 最后一次访问
						}
						if (sentences || l.shape.is(prose)) && len(m.text) <= 12 {
							m.weight = min(m.weight, 2)
						}
						t.add(m)
					}
				}
			}
			i += n
		}
	}
	if k.angles >= 2 && k.marks == 0 && !l.shape.is(prose) {
		k.breadcrumb(&t)
	}
	l.take(&t)
}

// breadcrumb adds a marker for a path of the site: words between angles, with 首页 or 正文 among them for certain.
func (k *key) breadcrumb(t *tally) {
	certain := false
	for _, c := range k.parts {
		b := k.of(c)
		if bytes.ContainsAny(b, "=<+") || len(b) < 4 {
			return
		}
		certain = certain || bytes.HasSuffix(b, []byte("首页")) || bytes.Equal(b, []byte("正文")) || bytes.Equal(b, []byte("home"))
	}
	switch {
	case certain && len(k.parts) >= 2:
		t.add(marker{text: string(k.of(k.parts[0])) + ">", part: Breadcrumb, weight: 3})
	case len(k.parts) >= 3 && k.han >= k.latin:
		t.add(marker{text: string(k.of(k.parts[0])) + ">", part: Breadcrumb, weight: 2})
	}
}

// pageOfPaper recognises an entry in the list of a newspaper's pages: 第03版:要闻, a01版:头版.
func pageOfPaper(b []byte) bool {
	b = bytes.TrimPrefix(b, []byte("第"))
	n := 0
	for n < len(b) && n < 4 && (digit(b[n]) || n == 0 && b[n] >= 'a' && b[n] <= 'h') {
		n++
	}
	return n > 0 && digit(b[n-1]) && bytes.HasPrefix(b[n:], []byte("版:")) && len(b) > n+len("版:")
}

// digitBefore reports whether a digit stands directly before offset i of b.
func digitBefore(b []byte, i int) bool { return i > 0 && digit(b[i-1]) }

// linkBar reports whether the line is four and more short words, no figures, kept apart by bars or dashes.
func (k *key) linkBar() bool {
	if k.bars < 3 || len(k.parts) < 4 || k.marks > 0 || k.digits > 4 {
		return false
	}
	for _, c := range k.parts {
		if c.b-c.a > 36 {
			return false
		}
	}
	return true
}

// findStart looks up only markers at the start.
func (l *Line) findStart(k *key) {
	t := tally{}
	words().opens(l, k, &t)
	l.take(&t)
}

func (l *Line) take(t *tally) {
	if t.seen == 0 {
		return
	}
	l.weight, l.hits, l.marker = t.top, t.seen, t.text
	for p := range t.sum {
		if b := int(t.best[p])*16 + int(t.sum[p]); t.sum[p] > 0 && b > int(t.best[l.found])*16+int(t.sum[l.found]) {
			l.found = Part(p)
		}
	}
	if l.Label && t.best[Stub] > 0 && l.found != Provenance && l.found != Editor && l.found != Counter {
		l.found = Stub
	}
	if l.shape.is(bar) && l.weight == 1 {
		l.weight = 2
	}
	// A form is a column of labels with nothing behind them; only labels that no form has count by themselves.
	if l.Label && (l.weight < 3 || l.found == Editor) {
		l.weight = 1
	}
}

// counted recognises a word with its count behind it: 阅读(386).
func (x *lexicon) counted(b []byte, t *tally) {
	i := bytes.LastIndexByte(b, '(')
	if i <= 0 {
		return
	}
	n := bytes.TrimRight(b[i+1:], ")")
	if len(n) == 0 || len(n) > 9 || len(bytes.Trim(n, "0123456789,万")) > 0 {
		return
	}
	if len(x.whole[string(b[:i])]) > 0 || len(x.label[string(b[:i])]) > 0 {
		t.add(marker{text: string(b[:i]), part: Counter, weight: 2})
	}
}

// labels looks up what stands before colons, in the parts of the line and in its words.
func (x *lexicon) labels(l *Line, k *key, t *tally) {
	n := 0
	try := func(c cut) {
		b := k.of(c)
		i := bytes.IndexByte(b, ':')
		if i <= 0 {
			return
		}
		if ms := x.label[string(k.of(trimDecoration(k.buf, cut{c.a, c.a + i})))]; len(ms) > 0 {
			n++
			for _, m := range ms {
				if (m.part == Stub) == (len(b) == i+1 && len(k.parts) == 1) || m.part != Stub {
					t.add(m)
				}
			}
			if len(b) == i+1 {
				l.Label = true
			} else {
				l.shape |= valued
			}
		}
	}
	for _, c := range k.parts {
		// A part keeps its colon: the trimming took it off the end.
		for c.b < len(k.buf) && k.buf[c.b] == ':' {
			c.b++
		}
		try(c)
	}
	for _, c := range k.tokens {
		try(c)
	}
	if l.Label && (l.shape.is(valued) || k.colon+1 < len(k.buf)) {
		l.Label = false
	}
	// A label before a long value is a paragraph with a run-in heading, unless the value is a list of labels.
	if n == 1 && k.runes > 60 {
		*t = tally{}
	}
}

// bracketed looks up a label in lenticular brackets: 【发布日期】 2018.02.01.
func (x *lexicon) bracketed(l *Line, k *key, t *tally) {
	rest, ok := bytes.CutPrefix(k.buf, []byte("【"))
	i := bytes.Index(rest, []byte("】"))
	if !ok || i <= 0 {
		return
	}
	name := rest[:i]
	for _, m := range x.label[string(bytes.TrimSuffix(name, []byte(":")))] {
		if m.part != Stub {
			t.add(m)
			l.shape |= valued
		}
	}
}

// opens looks up what the line begins with, decoration counted and not counted.
func (x *lexicon) opens(l *Line, k *key, t *tally) {
	try := func(b []byte) {
		r, ms := x.opened(b)
		for _, m := range ms {
			if bytes.HasPrefix(b, []byte(m.text)) && (len(m.text) > 9 || scan.ClassOf(r) != scan.Han || k.parted(len(k.buf)-len(b)+len(m.text))) {
				if m.part == Prompt && l.shape.is(prose) {
					m.weight = 1 // a step of a guide: 打开微信，扫一扫……
				}
				t.add(m)
			}
		}
	}
	try(k.buf)
	if c := trimDecoration(k.buf, cut{0, len(k.buf)}); c.a > 0 {
		try(k.buf[c.a:])
	}
	if n := runOf(string(k.buf[:min(len(k.buf), 4)]), "0123456789"); n > 0 { // notices in points: 1、凡本网注明
		if rest, ok := bytes.CutPrefix(k.buf[n:], []byte("、")); ok {
			try(rest)
		} else if rest, ok := bytes.CutPrefix(k.buf[n:], []byte(".")); ok {
			try(rest)
		}
	}
}

// parted reports whether a word may end at offset i of the key: at white space, a separator, or before anything but Han. Words of
// up to three Han begin many a sentence; only as words of their own are they markers.
func (k *key) parted(i int) bool {
	if i >= len(k.buf) {
		return true
	}
	if r, _ := utf8.DecodeRune(k.buf[i:]); scan.ClassOf(r) != scan.Han {
		return true
	}
	for _, c := range k.tokens {
		if c.b == i {
			return true
		}
	}
	return false
}

// token looks up one word of a row, its count left out: 献花(0).
func (x *lexicon) token(k *key, c cut) []marker {
	b := k.of(trimDecoration(k.buf, c))
	if ms := x.wholly(b); len(ms) > 0 {
		return ms
	}
	if i := bytes.LastIndexByte(b, '('); i > 0 && len(bytes.Trim(b[i+1:], "0123456789")) == 0 {
		return x.wholly(b[:i])
	}
	return nil
}

// row recognises a row of interface words that nothing but single spaces, or nothing at all, keeps apart.
func (x *lexicon) row(l *Line, k *key, full cut, t *tally) {
	if k.marks > 0 || k.runes < 6 {
		return
	}
	if len(k.tokens) >= 3 {
		n := 0
		for _, c := range k.tokens {
			if len(x.token(k, c)) > 0 {
				n++
			}
		}
		if n >= 3 && 2*n >= len(k.tokens) {
			for _, c := range k.tokens {
				for _, m := range x.token(k, c) {
					t.add(m)
				}
			}
			l.shape |= bar
			return
		}
	}
	// Glued: greedy, longest word first, words of two runes and more.
	b := k.of(full)
	covered, n := 0, 0
	var found [12]marker
	for i := 0; i < len(b); {
		r, step := utf8.DecodeRune(b[i:])
		sizes := uint64(0)
		if x.heads[uint16(r)>>6]>>(r&63)&1 != 0 {
			sizes = x.sizes[r]
		}
		for size := min(len(b)-i, 24); size >= 6 && sizes != 0; size-- {
			if sizes>>size&1 == 0 {
				continue
			}
			if ms := x.whole[string(b[i:i+size])]; len(ms) > 0 {
				if n < len(found) {
					found[n] = ms[0]
				}
				n++
				covered += size
				step = size
				break
			}
		}
		i += step
		if 10*(i-covered) > 2*len(b) {
			return // more than a fifth is no word of a menu already
		}
	}
	if n >= 3 && 10*covered >= 8*len(b) || n == 2 && covered == len(b) && found[0].weight+found[1].weight >= 5 {
		for _, m := range found[:min(n, len(found))] {
			t.add(m)
		}
		if n >= 3 {
			l.shape |= bar
		}
	}
}
