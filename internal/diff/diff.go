package diff

import (
	"bytes"
	"fmt"
	"sort"
	"strings"

	"github.com/reportlint/reportlint/internal/codec"
)

// context is how many unchanged lines stand around a change.
const context = 3

// Unified is the diff from old to new, which edits (sorted, disjoint byte ranges of old) turn into one another. It is empty if
// there are no edits. path is relative, with forward slashes.
func Unified(path string, old []byte, edits []codec.ByteEdit) []byte {
	if len(edits) == 0 {
		return nil
	}
	starts := lineStarts(old)
	var b bytes.Buffer
	fmt.Fprintf(&b, "diff --git %s %s\n--- %s\n+++ %s\n", quote("a/"+path), quote("b/"+path), label("a/"+path), label("b/"+path))
	shift := 0 // lines the hunks so far have added
	for _, g := range hunks(changes(old, starts, edits)) {
		writeHunk(&b, old, starts, g, &shift)
	}
	return b.Bytes()
}

// change is a run of whole lines of old, [from,to), and the bytes that replace them.
type change struct {
	from, to int
	new      []byte
}

// changes widens edits to whole lines and joins those that share a line.
func changes(old []byte, starts []int, edits []codec.ByteEdit) []change {
	lineOf := func(off int) int { return sort.SearchInts(starts, off+1) - 1 }
	end := func(line int) int { return lineEnd(old, starts, line) }
	var out []change
	for i := 0; i < len(edits); {
		from := lineOf(edits[i].Bytes.Start)
		var text []byte
		at := starts[from]
		to := from
		for {
			e := edits[i]
			text = append(text, old[at:e.Bytes.Start]...)
			text = append(text, e.New...)
			at = e.Bytes.End
			to = lineOf(at)
			i++
			// The rest of the line belongs to the change, unless the edit ended exactly where a line begins and left none open.
			if at != starts[to] || to == from || len(text) > 0 && text[len(text)-1] != '\n' {
				to++
			}
			if i == len(edits) || to <= lineOf(edits[i].Bytes.Start) && at <= end(to-1) {
				break
			}
		}
		text = append(text, old[at:max(at, end(to-1))]...)
		out = append(out, change{from, to, text})
	}
	return out
}

// hunks groups changes whose context would touch.
func hunks(cs []change) [][]change {
	var out [][]change
	for _, c := range cs {
		if n := len(out); n > 0 {
			if last := out[n-1][len(out[n-1])-1]; c.from-last.to <= 2*context {
				out[n-1] = append(out[n-1], c)
				continue
			}
		}
		out = append(out, []change{c})
	}
	return out
}

func writeHunk(b *bytes.Buffer, old []byte, starts []int, g []change, shift *int) {
	lines := len(starts)
	if len(old) == starts[lines-1] {
		lines-- // nothing after the last line end
	}
	from, to := max(0, g[0].from-context), min(lines, g[len(g)-1].to+context)
	var body bytes.Buffer
	minus, plus, at := 0, 0, from
	keep := func(until int) {
		for ; at < until; at++ {
			line(&body, ' ', old[starts[at]:lineEnd(old, starts, at)])
			minus, plus = minus+1, plus+1
		}
	}
	for _, c := range g {
		keep(c.from)
		for ; at < min(c.to, lines); at++ {
			line(&body, '-', old[starts[at]:lineEnd(old, starts, at)])
			minus++
		}
		for rest := c.new; len(rest) > 0; plus++ {
			n := bytes.IndexByte(rest, '\n') + 1
			if n == 0 {
				n = len(rest)
			}
			line(&body, '+', rest[:n])
			rest = rest[n:]
		}
	}
	keep(to)
	fmt.Fprintf(b, "@@ -%s +%s @@\n", count(from, minus), count(from+*shift, plus))
	b.Write(body.Bytes())
	*shift += plus - minus
}

func count(from, n int) string {
	if n == 0 {
		return fmt.Sprintf("%d,0", from)
	}
	return fmt.Sprintf("%d,%d", from+1, n)
}

func line(b *bytes.Buffer, mark byte, s []byte) {
	b.WriteByte(mark)
	b.Write(s)
	if len(s) == 0 || s[len(s)-1] != '\n' {
		b.WriteString("\n\\ No newline at end of file\n")
	}
}

func lineStarts(s []byte) []int {
	out := []int{0}
	for i := 0; ; {
		n := bytes.IndexByte(s[i:], '\n')
		if n < 0 {
			return out
		}
		i += n + 1
		out = append(out, i)
	}
}

func lineEnd(s []byte, starts []int, line int) int {
	if line+1 < len(starts) {
		return starts[line+1]
	}
	return len(s)
}

// quote writes a path as git does: in C quotes where it holds bytes that would be misread.
func quote(p string) string {
	var b strings.Builder
	plain := true
	for i := range len(p) {
		switch c := p[i]; {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
			plain = false
		case c < 0x20 || c >= 0x7f:
			fmt.Fprintf(&b, "\\%03o", c)
			plain = false
		default:
			b.WriteByte(c)
		}
	}
	if plain {
		return p
	}
	return `"` + b.String() + `"`
}

// label is a path in a --- or +++ line; one with a space ends in a tab, so that nothing after it is taken for a time stamp.
func label(p string) string {
	if q := quote(p); q != p || !strings.Contains(p, " ") {
		return q
	}
	return p + "\t"
}
