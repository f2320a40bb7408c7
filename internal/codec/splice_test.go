package codec

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/text"
)

func decoded(t *testing.T, raw []byte, want Encoding) *Text {
	t.Helper()
	txt, err := Decode(raw, want)
	if err != nil {
		t.Fatal(err)
	}
	return txt
}

func replace(t *testing.T, s, old, repl string) text.Edits {
	t.Helper()
	i := strings.Index(s, old)
	if i < 0 {
		t.Fatalf("no %q in the text", old)
	}
	e, err := text.Canon(s, []text.Edit{{Span: text.Span{Start: i, End: i + len(old)}, New: repl}})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestSpliceKeepsEncoding(t *testing.T) {
	crlf := strings.ReplaceAll(prose, "\n", "\r\n")
	for _, c := range []struct {
		name, head string
		enc        Encoding
	}{
		{"utf-8", "", UTF8}, {"utf-8-bom", "\xef\xbb\xbf", UTF8}, {"utf-16le", "\xff\xfe", UTF16LE}, {"utf-16be", "", UTF16BE},
		{"gb18030", "", GB18030}, {"gb18030 with a mark", "\x84\x31\x95\x33", GB18030},
	} {
		raw := append([]byte(c.head), encoded(t, crlf, c.enc)...)
		txt := decoded(t, raw, Auto)
		e := replace(t, txt.S, "工作回顾", "工作\n总结")
		out, edits, err := txt.Splice(raw, e)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		want := append([]byte(c.head), encoded(t, strings.Replace(crlf, "工作回顾", "工作\r\n总结", 1), c.enc)...)
		if !bytes.Equal(out, want) {
			t.Errorf("%s: got % X", c.name, out)
		}
		if len(edits) != 1 || !bytes.Equal(apply(raw, edits), want) || string(raw[edits[0].Bytes.Start:edits[0].Bytes.End]) != string(encoded(t, "工作回顾", c.enc)) {
			t.Errorf("%s: edits %v", c.name, edits)
		}
	}
}

func apply(raw []byte, es []ByteEdit) []byte {
	var out []byte
	at := 0
	for _, e := range es {
		out = append(append(out, raw[at:e.Bytes.Start]...), e.New...)
		at = e.Bytes.End
	}
	return append(out, raw[at:]...)
}

func TestSpliceRefuses(t *testing.T) {
	trad := encoded(t, traditional(t), Big5)
	txt := decoded(t, trad, Auto)
	var lacks *LacksError
	if _, _, err := txt.Splice(trad, replace(t, txt.S, "市", "😀")); !errors.As(err, &lacks) || lacks.Rune != '😀' || lacks.Encoding != Big5 {
		t.Errorf("a character that Big5 lacks: %v", err)
	}
	if _, _, err := txt.Splice(trad, replace(t, txt.S, "市", "\xff")); !errors.Is(err, ErrNewText) {
		t.Errorf("new text that is not UTF-8: %v", err)
	}
	// What is left is too short to be known as GBK again.
	raw := encoded(t, prose, GB18030)
	txt = decoded(t, raw, Auto)
	if _, _, err := txt.Splice(raw, text.Edits{{Span: text.Span{Start: 20, End: len(txt.S)}}}); !errors.Is(err, ErrRoundTrip) {
		t.Errorf("a rest that would be taken for something else: %v", err)
	}
	if _, _, err := decoded(t, raw, GB18030).Splice(raw, replace(t, txt.S, txt.S[15:], "")); err != nil {
		t.Errorf("the same in a file whose encoding the user named: %v", err)
	}
	// Without the character between them, a stray lead byte and a letter become a pair.
	pad := strings.Repeat("a", 100)
	raw = []byte(pad + "\x81\x201")
	txt = decoded(t, raw, GB18030)
	if _, _, err := txt.Splice(raw, replace(t, txt.S, " 1", "A")); !errors.Is(err, ErrRoundTrip) {
		t.Errorf("bytes that run together: %v", err)
	}
	if _, _, err := txt.Splice(raw, replace(t, txt.S, "\ufffd", "")); err != nil {
		t.Errorf("deleting an undecodable byte: %v", err)
	}
	// A mark at the start of a file that has none would change how it is read.
	txt = decoded(t, []byte(prose), Auto)
	if _, _, err := txt.Splice([]byte(prose), text.Edits{{New: "\ufeff"}}); !errors.Is(err, ErrRoundTrip) {
		t.Errorf("a byte order mark: %v", err)
	}
}

func TestSpliceLineEnds(t *testing.T) {
	raw := []byte("a\r\nb\r\nc\nd\r\n")
	txt := decoded(t, raw, Auto)
	for _, c := range []struct {
		e    text.Edit
		want string
	}{
		{text.Edit{Span: text.Span{Start: 1, End: 3}, New: "\n"}, "a\r\nb\r\nc\nd\r\n"},
		{text.Edit{Span: text.Span{Start: 2, End: 3}, New: "\n\n"}, "a\r\n\r\nb\r\nc\nd\r\n"},
		{text.Edit{Span: text.Span{Start: 3, End: 4}, New: "x\r\ny\nz"}, "a\r\nx\r\ny\r\nz\r\nc\nd\r\n"},
		{text.Edit{Span: text.Span{Start: 6, End: 8}, New: ""}, "a\r\nb\r\nd\r\n"},
	} {
		out, _, err := txt.Splice(raw, text.Edits{c.e})
		if err != nil || string(out) != c.want {
			t.Errorf("%v: got %q, %v, want %q", c.e, out, err, c.want)
		}
	}
}

func TestTranscode(t *testing.T) {
	for _, from := range []Encoding{UTF8, UTF16LE, UTF16BE, GB18030} {
		raw := encoded(t, prose, from)
		for _, to := range []Encoding{UTF8, UTF8BOM, UTF16LE, UTF16BE, GB18030} {
			out, err := Transcode(decoded(t, raw, Auto), to)
			if err != nil {
				t.Errorf("%s to %s: %v", from, to, err)
				continue
			}
			if txt, err := Decode(out, Auto); err != nil || txt.S != prose || txt.Encoding != to {
				t.Errorf("%s to %s: %v", from, to, err)
			}
		}
	}
	var lacks *LacksError
	if _, err := Transcode(FromString(prose+"😀"), Big5); !errors.As(err, &lacks) {
		t.Errorf("what Big5 lacks: %v", err)
	}
	mixed := []byte(prose + string(encoded(t, "代表\n", GB18030)) + prose)
	if out, err := Transcode(decoded(t, mixed, Auto), UTF8); !errors.Is(err, ErrOpaque) {
		t.Errorf("a line too short to testify was decoded: %q", out)
	}
	line := "一般公共预算收入达到310.5亿元。\n"
	mixed = []byte(prose + string(encoded(t, line, GB18030)) + prose)
	if out, err := Transcode(decoded(t, mixed, Auto), UTF8); err != nil || string(out) != prose+line+prose {
		t.Errorf("lines of two encodings: %q, %v", out, err)
	}
	broken := append(encoded(t, prose, GB18030), 0xff)
	if _, err := Transcode(decoded(t, broken, Auto), UTF8); !errors.Is(err, ErrOpaque) {
		t.Errorf("an undecodable byte: %v", err)
	}
}

func TestWithAndWritable(t *testing.T) {
	txt := decoded(t, encoded(t, prose, GB18030), Auto).With("一段新的文字\n")
	if txt.S != "一段新的文字\n" || txt.Encoding != GB18030 || txt.Bytes(text.Span{Start: 3, End: 6}) != (Bytes{3, 6}) {
		t.Errorf("got %+v", txt)
	}
	if len(ForeignLines(txt)) > 0 {
		t.Error("a text without bytes has lines in another encoding")
	}
	if got := decoded(t, []byte(prose), Auto).With("a\xffb"); len(got.Opaque) != 1 {
		t.Errorf("opaque %v", got.Opaque)
	}
	big5 := decoded(t, encoded(t, traditional(t), Big5), Auto)
	for s, want := range map[string]string{"市長": "", "现在": "U+73B0", "a😀": "U+1F600", "\xff": "U+FFFD"} {
		if lacking, ok := big5.Writable(s); lacking != want || ok != (want == "") {
			t.Errorf("%q: lacks %q, %v", s, lacking, ok)
		}
	}
}
