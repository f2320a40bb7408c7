package codec

import (
	"bytes"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

// ForeignLine is a line whose bytes are in another encoding than the file's.
type ForeignLine struct {
	Line     int      // number of the line, from 0 as in text.Lines
	Encoding Encoding // what the line is written in
	Decoded  string   // the line as it was meant, without its line end

	bad int // its bytes that are undecodable under the file's encoding
}

// minForeign is how many bytes beyond ASCII a line needs to testify to an encoding of its own.
const minForeign = 8

// ForeignLines finds the lines of a decoded file that another encoding explains: in UTF-8, lines that are not UTF-8 but
// strictly valid GB18030 (or Big5) and all common Chinese; in GB18030 and Big5, lines that are valid UTF-8 and all common
// Chinese. A UTF-8 file without undecodable bytes costs nothing.
func ForeignLines(t *Text) []ForeignLine {
	switch t.Encoding {
	case UTF8, UTF8BOM:
		return t.brokenLines()
	case GB18030, Big5:
		return t.linesInUTF8()
	}
	return nil
}

// brokenLines looks at the lines of a UTF-8 text that hold undecodable bytes.
func (t *Text) brokenLines() []ForeignLine {
	if len(t.Opaque) == 0 {
		return nil
	}
	var out []ForeignLine
	lines := text.SplitLines(t.S)
	last := -1
	for _, o := range t.Opaque {
		line := lines.At(o.Start)
		if line == last {
			continue
		}
		last = line
		b := []byte(lines.Text(line))
		if f, ok := foreign(b, GB18030, Big5); ok {
			f.Line = line
			_, f.bad = countUTF8(b)
			out = append(out, f)
		}
	}
	return out
}

// linesInUTF8 looks at all lines of the file's own bytes: its encoding gives UTF-8 a meaning, if not a sensible one.
func (t *Text) linesInUTF8() []ForeignLine {
	var out []ForeignLine
	for line, rest := 0, t.raw[min(t.bom, len(t.raw)):]; len(rest) > 0; line++ {
		b := rest
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			b, rest = rest[:i], rest[i+1:]
		} else {
			rest = nil
		}
		if f, ok := foreign(bytes.TrimSuffix(b, []byte("\r")), UTF8); ok {
			f.Line = line
			out = append(out, f)
		}
	}
	return out
}

// foreign reads one line under the candidates: exactly one must read it strictly, and as common Chinese throughout.
func foreign(b []byte, candidates ...Encoding) (f ForeignLine, ok bool) {
	high := 0
	for _, c := range b {
		if c >= utf8.RuneSelf {
			high++
		}
	}
	if high < minForeign {
		return f, false
	}
	for _, e := range candidates {
		if r := read(b, e, 0); r.bad > 0 || !r.listed || 4*r.common < 3*r.all {
			continue
		}
		if ok {
			return ForeignLine{}, false
		}
		t := Text{Encoding: e}
		t.transcribe(b)
		f, ok = ForeignLine{Encoding: e, Decoded: t.S}, true
	}
	return f, ok
}
