package ads

import (
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// sign is a word of the lexicon or an account in a reading.
type sign struct {
	sort      signSort
	trade     uint8
	messenger bool // an account with a messenger, or a mobile number: it is somebody's own
	text      string
	from, to  int // code points
}

// strong reports whether a promotion may begin or end with the sign: the others are everywhere.
func (s *sign) strong() bool { return s.sort <= signLure || s.sort == signAccount }

// idle reports whether the sign says nothing but beside an account: any office calls, too.
func (s *sign) idle() bool { return s.sort >= signCall && s.sort <= signPlain }

// reading is a text as promotions are looked for in it: folded, with the signs in order; of those that overlap the leftmost and
// longest counts.
type reading struct {
	runes []rune // folded
	at    []int  // byte offset of each code point in the text, and the length of the text
	signs []sign
}

// kept is what the rules of promotions have read of a document: they read the same sentences and lines with the same lexicon.
type kept struct {
	readings map[stretch]*reading
	lines    map[stretch]lineVerdict
}

// stretch is a span of a document, as a lexicon reads it.
type stretch struct {
	lexicon *lexicon
	span    text.Span
}

// lineVerdict is what a line weighs, and whether it is one of search words.
type lineVerdict struct {
	weight weight
	found  bool
}

func keptOf(d *document.Document) *kept {
	return document.View(d, func(*document.Document) *kept {
		return &kept{readings: map[stretch]*reading{}, lines: map[stretch]lineVerdict{}}
	})
}

// readAt is the reading of sp, made once a document.
func (l *lexicon) readAt(d *document.Document, sp text.Span) *reading {
	k := keptOf(d)
	r := k.readings[stretch{l, sp}]
	if r == nil {
		r = l.read(sp.Of(d.Text()))
		k.readings[stretch{l, sp}] = r
	}
	return r
}

func (l *lexicon) read(s string) *reading {
	r := &reading{runes: make([]rune, 0, len(s)/2), at: make([]int, 0, len(s)/2+1)}
	for i, c := range s {
		r.runes, r.at = append(r.runes, scan.Fold(c)), append(r.at, i)
	}
	r.at = append(r.at, len(s))
	index := l.index()
	for i := 0; i < len(r.runes); {
		if sg, ok := r.accountAt(i); ok {
			r.signs = append(r.signs, sg)
			i = sg.to
			continue
		}
		if w, end := l.at(index, r.runes, i); w != nil {
			r.signs = append(r.signs, sign{sort: w.sort, trade: w.trade, text: w.text, from: i, to: end})
			i = end
			continue
		}
		i++
	}
	return r
}

// bytes is the span in bytes, from offset base on, of code points from to to.
func (r *reading) bytes(base, from, to int) text.Span {
	return text.Span{Start: base + r.at[from], End: base + r.at[to]}
}

// accountAt is the account that begins at code point i: an address of a site, a mobile number, or what follows a means of contact.
func (r *reading) accountAt(i int) (sign, bool) {
	rs := r.runes
	c := rs[i]
	n := len(r.signs)
	behind := n > 0 && (r.signs[n-1].sort == signReach || r.signs[n-1].sort == signLure) && i-r.signs[n-1].to <= 6 && onlyFiller(rs[r.signs[n-1].to:i])
	if !isWordByte(c) && c != '@' && c != '+' || i > 0 && (isWordByte(rs[i-1]) || rs[i-1] == '@' || rs[i-1] == '.') && (!behind || r.signs[n-1].to < i) {
		return sign{}, false
	}
	if end := mobileEnd(rs, i); end > 0 {
		return r.accountSign(i, end, true), true
	}
	if end := max(hostEnd(rs, i), serviceEnd(rs, i), mailEnd(rs, i)); end > 0 {
		return r.accountSign(i, end, false), true
	}
	if behind {
		if end := nameEnd(rs, i); end > 0 {
			return r.accountSign(i, end, true), true
		}
	}
	return sign{}, false
}

func (r *reading) accountSign(from, to int, messenger bool) sign {
	return sign{sort: signAccount, messenger: messenger, text: string(r.runes[from:to]), from: from, to: to}
}
