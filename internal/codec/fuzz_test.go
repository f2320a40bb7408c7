package codec

import (
	"bytes"
	"testing"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/text"
)

var fuzzed = []Encoding{Auto, UTF8, UTF8BOM, UTF16LE, UTF16BE, GB18030, Big5}

func seeds(f *testing.F) {
	trad := encoded(f, traditional(f), Big5)
	for i, e := range fuzzed {
		f.Add([]byte(prose), uint8(i), uint16(9), uint16(40), "新\n")
		f.Add(trad, uint8(i), uint16(50), uint16(3), "a")
		if e != Auto {
			raw := trad
			if e != Big5 {
				raw = encoded(f, prose, e)
			}
			f.Add(raw, uint8(i), uint16(30), uint16(5), "文字")
			f.Add(append([]byte(e.bom()), raw...), uint8(0), uint16(0), uint16(0), "\r\n")
			f.Add(raw[:len(raw)-1], uint8(0), uint16(70), uint16(1), "")
		}
	}
	f.Add([]byte("a\x88\x62b\x84\x31\x95\x33\xff\x81"), uint8(6), uint16(2), uint16(2), "e\u0304")
}

// FuzzSplice: the bytes outside the edits are those of the file, and the output reads as intended.
func FuzzSplice(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, raw []byte, enc uint8, from, size uint16, repl string) {
		want := fuzzed[int(enc)%len(fuzzed)]
		txt, err := Decode(raw, want)
		if err != nil {
			return
		}
		var at []int
		for i := range txt.S {
			at = append(at, i)
		}
		at = append(at, len(txt.S))
		lo := int(from) % len(at)
		hi := min(lo+int(size)%9, len(at)-1)
		mid := min(hi+1, len(at)-1)
		es := []text.Edit{{Span: text.Span{Start: at[lo], End: at[hi]}, New: repl}}
		if mid > hi {
			es = append(es, text.Edit{Span: text.Span{Start: at[mid], End: at[mid]}, New: "一"})
		}
		e, err := text.Canon(txt.S, es)
		if err != nil {
			t.Fatal(err)
		}
		keep := bytes.Clone(raw)
		out, edits, err := txt.Splice(raw, e)
		if !bytes.Equal(raw, keep) {
			t.Fatal("Splice wrote into its input")
		}
		if err != nil {
			return
		}
		if !bytes.Equal(apply(raw, edits), out) {
			t.Fatalf("the edits %v are not what changed", edits)
		}
		for i, x := range edits {
			if x.Bytes.Start < txt.bom || x.Bytes.End > len(raw) || x.Bytes.Start > x.Bytes.End || i > 0 && x.Bytes.Start < edits[i-1].Bytes.End {
				t.Errorf("edits %v", edits)
			}
		}
		again, err := Decode(out, want)
		if err != nil || again.Encoding != txt.Encoding {
			t.Fatalf("the output decodes as %v, %v", again, err)
		}
		if want := crlf(txt, e); again.S != want {
			t.Errorf("reads %q, want %q", again.S, want)
		}
	})
}

// crlf does the edits the naive way: all bare line feeds of New that get no CR from the text become the file's line end.
func crlf(txt *Text, e text.Edits) string {
	var out []byte
	at := 0
	for _, x := range e {
		out = append(out, txt.S[at:x.Span.Start]...)
		for i := 0; i < len(x.New); i++ {
			bare := x.New[i] == '\n' && !(i > 0 && x.New[i-1] == '\r') && !(i == 0 && x.Span.Start > 0 && txt.S[x.Span.Start-1] == '\r')
			if bare && txt.EOL == "\r\n" {
				out = append(out, '\r')
			}
			out = append(out, x.New[i])
		}
		at = x.Span.End
	}
	return string(append(out, txt.S[at:]...))
}

// FuzzPlaces: each rune of the text has its own bytes, in order and without gaps, and they are found in either direction.
func FuzzPlaces(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, raw []byte, enc uint8, _, _ uint16, _ string) {
		txt, err := Decode(raw, fuzzed[int(enc)%len(fuzzed)])
		if err != nil {
			return
		}
		cs, _ := txt.Encoding.charset()
		last, open := txt.bom, false
		for i, r := range txt.S {
			n := utf8.RuneLen(r)
			if r == utf8.RuneError && txt.marks == nil {
				_, n = utf8.DecodeRuneInString(txt.S[i:])
			}
			b := txt.Bytes(text.Span{Start: i, End: i + n})
			if b.Start != last && !open || b.End <= b.Start || b.End > len(raw) {
				t.Fatalf("%U at %d stands at %v, after %d", r, i, b, last)
			}
			u := cs.next(raw[b.Start:])
			if b.End-b.Start != u.n || u.r != r && u.mark != r {
				t.Fatalf("%U at %d stands at %v, where %+v is", r, i, b, u)
			}
			open = u.mark != 0
			last = b.End
		}
		if last != len(raw) {
			t.Errorf("the text ends at %d of %d bytes", last, len(raw))
		}
		all := txt.Bytes(text.Span{Start: 0, End: len(txt.S)})
		if len(txt.S) > 0 && (all != Bytes{txt.bom, len(raw)}) {
			t.Errorf("the whole text stands at %v", all)
		}
		for _, o := range txt.Opaque {
			if o.Start < 0 || o.End > len(txt.S) || o.Len() == 0 {
				t.Errorf("opaque %v", o)
			}
		}
		ForeignLines(txt)
	})
}

// FuzzRoundTrip: text that an encoding can write reads back as it was.
func FuzzRoundTrip(f *testing.F) {
	for i := range fuzzed {
		f.Add(prose, uint8(i))
		f.Add("Ê\u0304中\ue000€\u3000\U0010ffff", uint8(i))
	}
	f.Fuzz(func(t *testing.T, s string, enc uint8) {
		e := fuzzed[int(enc)%len(fuzzed)]
		if e == Auto || !utf8.ValidString(s) || bytes.IndexByte([]byte(s), 0) >= 0 || len(s) >= 3 && s[:3] == "\ufeff" {
			return
		}
		raw, err := encode(nil, s, e)
		if err != nil {
			return
		}
		txt, err := Decode(raw, e)
		if err != nil || txt.S != s || len(txt.Opaque) > 0 {
			t.Fatalf("%s: %q is written % X and reads %v, %v", e, s, raw, txt, err)
		}
		if out, err := Transcode(txt, UTF8); err != nil || string(out) != s {
			t.Errorf("%s: transcoded to %q, %v", e, out, err)
		}
	})
}
