package mojibake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// lossyUnit reads a character of Chinese one of whose followers is gone: code page 1252 leaves five bytes undefined, and pipelines
// drop soft hyphens and turn no-break spaces into plain ones. It must touch a character of the kind that is whole.
func (c *charset) lossyUnit(src string, x reading) (best rune, end, lost int) {
	p := x.end
	first, n := utf8.DecodeRuneInString(src[p:])
	lead, ok := c.byteOf(first)
	if !ok || lead < 0xe3 || lead > 0xe9 {
		return 0, p, 0
	}
	touching := len(x.units) > 0 && family(x.units[len(x.units)-1].r) == scan.Han
	for hole := 1; hole <= 2; hole++ {
		q := p + n
		buf := []byte{lead, 0, 0}
		if hole == 2 {
			r, n := utf8.DecodeRuneInString(src[q:])
			b, ok := c.byteOf(r)
			if !ok || b > 0xbf {
				continue
			}
			buf[1], q = b, q+n
		}
		var gone string
		switch r, n := utf8.DecodeRuneInString(src[q:]); {
		case r == '?' || r == utf8.RuneError && n == 3:
			gone, q = "\x81\x8d\x8f\x90\x9d", q+n
		case r == ' ':
			gone, q = "\xa0", q+n
		default:
			gone = "\x81\x8d\x8f\x90\x9d\xa0\xad"
		}
		if hole == 1 {
			r, n := utf8.DecodeRuneInString(src[q:])
			b, ok := c.byteOf(r)
			if !ok || b > 0xbf {
				continue
			}
			buf[2], q = b, q+n
		}
		if !touching {
			if r, _, ok := c.unit(src, q); !ok || family(r) != scan.Han {
				continue
			}
		}
		for i := 0; i < len(gone); i++ {
			buf[hole] = gone[i]
			if r, n := utf8.DecodeRune(buf); n == 3 && weight(r) > 0 && (lost == 0 || weight(r) > weight(best)) {
				best, end, lost = r, q, 1
			}
		}
	}
	return best, end, lost
}

// lostQuotes finds the beginnings of a quotation mark whose last byte is gone: of the marks that share them, only ” has a byte
// there that code page 1252 leaves undefined. rs are sorted.
func (l *latin) lostQuotes(rs []Repair) []Repair {
	var out []Repair
	for _, sign := range []string{"â€", "ā€", "вЂ"} {
		k := 0
		for from := 0; ; {
			i := strings.Index(l.src[from:], sign)
			if i < 0 {
				break
			}
			s := text.Span{Start: from + i, End: from + i + len(sign)}
			from = s.End
			for k < len(rs) && rs[k].Span.End <= s.Start {
				k++
			}
			if k < len(rs) && rs[k].Span.Overlaps(s) || quotedIn(l.src, s) || l.onTopic() {
				continue
			}
			next, n := utf8.DecodeRuneInString(l.src[s.End:])
			r := Repair{New: "”", Chars: 1, Common: 1, Lost: 1, Layers: []string{"windows-1252"}}
			switch {
			case next == utf8.RuneError && n == 3:
				s.End += n
			case next == '?':
				s.End += n
				r.Others = []string{"”?"}
			case next >= utf8.RuneSelf && n > 0:
				continue
			}
			r.Span = s
			out = append(out, r)
		}
	}
	return sorted(append(rs, out...))
}

func sorted(rs []Repair) []Repair {
	slices.SortFunc(rs, func(a, b Repair) int { return a.Span.Start - b.Span.Start })
	return rs
}

// lostSpaces finds à and the no-break space itself whose second byte, a no-break space, became a plain one or went with the end
// of the line: in a text that is damaged elsewhere.
func (l *latin) lostSpaces(rs []Repair, damaged func() bool) []Repair {
	var found []Repair
	for from := 0; from < len(l.src); {
		i := strings.IndexAny(l.src[from:], "ÃÂ")
		if i < 0 {
			break
		}
		letter, n := utf8.DecodeRuneInString(l.src[from+i:])
		s := text.Span{Start: from + i, End: from + i + n}
		from = s.End
		if s.End < len(l.src) && l.src[s.End] != ' ' && l.src[s.End] != '\n' && l.src[s.End] != '\r' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(l.src[:s.Start])
		r := Repair{Span: s, New: "à", Chars: 1, Lost: 1, Layers: []string{"windows-1252"}}
		switch {
		case letter == 'Â' && s.Start > 0 && !unicode.IsUpper(before) && strings.HasPrefix(l.src[s.End:], " "):
			r.Span.End, r.New = s.End+1, "\u00a0"
		case letter == 'Ã' && (s.Start == 0 || scan.ClassOf(before) == scan.Lower || strings.ContainsRune(" '’\n(", before)):
			for _, rest := range []string{"quele", "quela", "quilo", "s "} { // Portuguese joins it to the next word
				if strings.HasPrefix(l.src[s.End:], " "+rest) {
					r.Span.End++
				}
			}
		default:
			continue
		}
		if len(found) == 0 && !damaged() {
			return rs
		}
		found = append(found, r)
	}
	return sorted(append(rs, found...))
}
