package chrome

import (
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/text"
)

// quoteReach is how far a quotation is looked for, in bytes before and after.
const quoteReach = 120

var quotePairs = [...][2]string{{"“", "”"}, {"‘", "’"}, {"「", "」"}, {"『", "』"}, {"`", "`"}, {"\"", "\""}, {"'", "'"}, {"（", "）"}, {"(", ")"}}

// mentioned reports whether s is quoted: the text speaks of the markup. A quotation that begins with a tag is one as a whole.
func (p *pieces) mentioned(s text.Span) bool {
	before := p.src[max(p.ln.Start, s.Start-quoteReach):s.Start]
	after := p.src[s.End:min(p.ln.End, s.End+quoteReach)]
	for k, q := range quotePairs {
		if strings.HasSuffix(before, q[0]) && strings.HasPrefix(after, q[1]) {
			return true
		}
		if k < 4 {
			i := strings.LastIndex(before, q[0])
			opens := strings.HasSuffix(before, q[0]) || i >= 0 && !strings.Contains(before[i:], q[1]) && strings.HasPrefix(before[i+len(q[0]):], "<")
			if opens && strings.Contains(after, q[1]) {
				return true
			}
		}
	}
	return false
}

// named reports whether the words beside tag s call it one: <br>标签, the <p> element.
func (p *pieces) named(s text.Span, closing bool) bool {
	if closing {
		return false
	}
	before := strings.TrimRight(p.src[p.ln.Start:s.Start], " ")
	after := strings.TrimLeft(p.src[s.End:p.ln.End], " ")
	for _, w := range [...]string{"标签", "元素", "標籤", "元件", "tag", "element", "タグ", "要素"} {
		if foldPrefix(after, w) || strings.HasSuffix(before, w) && before != w {
			return true
		}
	}
	return false
}

// talkOfMarkup decides whether a document is about markup, or is code: its tags are then what it says.
type talkOfMarkup struct{ quoted int }

// topics are the languages whose names a text about markup cannot do without.
var topics = [...]string{"html", "css", "javascript", "xml", "markdown", "shell", "sgml"}

func (t talkOfMarkup) about(src string, found []checks.Match) bool {
	if len(found) == 0 {
		return false
	}
	// The names count outside of what was found only.
	named, at := 0, 0
	count := func(s string) {
		for i := 0; i < len(s); {
			c := s[i] | 0x20
			if c != 'h' && c != 'c' && c != 'j' && c != 'x' && c != 'm' && c != 's' {
				i++
				continue
			}
			n := 1
			for _, w := range topics {
				if foldPrefix(s[i:], w) && (i == 0 || !asciiWord(rune(s[i-1])) && s[i-1] != '.' && s[i-1] != '/') && (i+len(w) == len(s) || !asciiWord(rune(s[i+len(w)]))) {
					named++
					n = len(w)
					break
				}
			}
			i += n
		}
	}
	for _, m := range found {
		for _, s := range m.Places {
			count(src[at:s.Start])
			at = s.End
		}
	}
	count(src[at:])
	talk := named + 2*t.quoted
	return talk >= 3 && 4*talk >= len(found)
}
