package codec

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"

	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

const prose = "各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。\n" +
	"一、2021年工作回顾\n过去一年，全市地区生产总值增长8.1%，一般公共预算收入达到310.5亿元；城镇新增就业6.2万人。\n"

func traditional(t testing.TB) string {
	t.Helper()
	var b strings.Builder
	for _, r := range prose {
		if c := tables.SimplifiedToTraditional(r); len(c) > 0 {
			r = c[0]
		}
		b.WriteRune(r)
	}
	return b.String()
}

func encoded(t testing.TB, s string, e Encoding) []byte {
	t.Helper()
	b, err := encode(nil, s, e)
	if err != nil {
		t.Fatalf("%s: %v", e, err)
	}
	return b
}

func TestDetect(t *testing.T) {
	trad := traditional(t)
	english := "The annual report of the city government, delivered to the people's congress in 2021.\n"
	one := "一" + strings.Repeat("一、统一规划，一体推进。\n", 4)
	gbk := string(encoded(t, prose, GB18030))
	for _, c := range []struct {
		name string
		raw  string
		enc  Encoding
		s    string
	}{
		{"empty", "", UTF8, ""},
		{"ascii", english, UTF8, english},
		{"utf-8", prose, UTF8, prose},
		{"utf-8 with a mark", "\xef\xbb\xbf" + prose, UTF8BOM, prose},
		{"utf-16le with a mark", "\xff\xfe" + string(encoded(t, prose, UTF16LE)), UTF16LE, prose},
		{"utf-16be with a mark", "\xfe\xff" + string(encoded(t, prose, UTF16BE)), UTF16BE, prose},
		{"utf-16le", string(encoded(t, prose, UTF16LE)), UTF16LE, prose},
		{"utf-16be", string(encoded(t, prose, UTF16BE)), UTF16BE, prose},
		{"utf-16le, English", string(encoded(t, english, UTF16LE)), UTF16LE, english},
		{"utf-16be, English", string(encoded(t, english, UTF16BE)), UTF16BE, english},
		{"utf-16le, NUL at both parities", string(encoded(t, one, UTF16LE)), UTF16LE, one},
		{"utf-16be, NUL at both parities", string(encoded(t, one, UTF16BE)), UTF16BE, one},
		{"utf-16le, no NUL", string(encoded(t, "坚持稳中求进工作总基调，全面深化改革开放，推动高质量发展。", UTF16LE)), UTF16LE, "坚持稳中求进工作总基调，全面深化改革开放，推动高质量发展。"},
		{"gbk", gbk, GB18030, prose},
		{"gbk, traditional", string(encoded(t, trad, GB18030)), GB18030, trad},
		{"gb18030 with a mark", "\x84\x31\x95\x33" + gbk, GB18030, prose},
		{"gbk with a user-defined character", gbk + "\xac\xb2\n", GB18030, prose + "\ue0cd\n"},
		{"big5", string(encoded(t, trad, Big5)), Big5, trad},
		{"gbk with notes in Pinyin", string(encoded(t, "熊岳鎮(zhèn)入選國家農(nóng)業(yè)產(chǎn)業(yè)強(qiáng)鎮(zhèn)。", GB18030)), GB18030, "熊岳鎮(zhèn)入選國家農(nóng)業(yè)產(chǎn)業(yè)強(qiáng)鎮(zhèn)。"},
		{"gbk with frames", string(encoded(t, "┌─────┬───────┐\n│全市│增长│\n", GB18030)), GB18030, "┌─────┬───────┐\n│全市│增长│\n"},
		{"gbk whose pairs look like utf-8", string(encoded(t, "、小油菜、韭菜、芹菜、苋菜、杏等。\n\n4", GB18030)), GB18030, "、小油菜、韭菜、芹菜、苋菜、杏等。\n\n4"},
		{"gbk with a stray byte", gbk + "\xff\n", GB18030, prose + "\ufffd\n"},
		{"English with quotes in gbk", string(encoded(t, english+"the “four comprehensives” and the “new normal”\n", GB18030)), GB18030, english + "the “four comprehensives” and the “new normal”\n"},
		{"utf-8 with broken bytes", prose + "\xe4\xbd" + prose, UTF8, prose + "\xe4\xbd" + prose},
		{"utf-8, a character cut at the end", prose[:len(prose)-2], UTF8, prose[:len(prose)-2]},
		{"utf-8 with lines in gbk", prose + gbk + prose + prose, UTF8, prose + gbk + prose + prose},
		{"short and broken utf-8", "caf\xe9 au lait, the house blend", "", ""},
		{"English with curly quotes of code page 1252", english + english + "it\x92s \x93new\x94", UTF8, english + english + "it\x92s \x93new\x94"},
	} {
		txt, err := Decode([]byte(c.raw), Auto)
		if c.enc == "" {
			if err == nil && txt.Encoding != UTF8 {
				t.Errorf("%s: taken for %s", c.name, txt.Encoding)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if txt.Encoding != c.enc || txt.S != c.s {
			t.Errorf("%s: %s %.60q", c.name, txt.Encoding, txt.S)
		}
	}
}

func TestNoGuess(t *testing.T) {
	latin := strings.Repeat("Die Stadträte prüften über fünf große Maßnahmen für die Bürger außerhalb. À côté, les élèves créés à Noël où ça gêne. ", 5)
	l1, err := charmap.Windows1252.NewEncoder().String(latin)
	if err != nil {
		t.Fatal(err)
	}
	kana := strings.Repeat("市長は市議会で来年度の予算について説明し、きょう可決されました。", 4)
	eucjp, err := japanese.EUCJP.NewEncoder().String(kana)
	if err != nil {
		t.Fatal(err)
	}
	sjis, err := japanese.ShiftJIS.NewEncoder().String(kana)
	if err != nil {
		t.Fatal(err)
	}
	euckr, err := korean.EUCKR.NewEncoder().String(strings.Repeat("서울특별시는 오늘 내년도 예산안을 시의회에 제출했다고 밝혔다. ", 4))
	if err != nil {
		t.Fatal(err)
	}
	cyrillic, err := charmap.Windows1251.NewEncoder().String(strings.Repeat("Правительство города представило отчет о работе за год. ", 4))
	if err != nil {
		t.Fatal(err)
	}
	for name, raw := range map[string]string{
		"latin-1":       l1,
		"euc-jp":        eucjp,
		"shift-jis":     sjis,
		"euc-kr":        euckr,
		"windows-1251":  cyrillic,
		"a short gbk":   string(encoded(t, "政府工作报告", GB18030)),
		"png":           "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00\x00\x5c\x72\xa8\x66",
		"NUL in utf-8":  prose + "\x00" + prose,
		"NUL in gbk":    string(encoded(t, prose, GB18030)) + "\x00\x00",
		"utf-32le":      "\xff\xfe\x00\x00a\x00\x00\x00b\x00\x00\x00",
		"noise":         strings.Repeat("\x81\xff\xfe\x90\xc0\xf5\x9f\x01\x1b\xee", 20),
		"half is noise": prose + strings.Repeat("\x81\xff\xfe\x90\xc0\xf5\x9f", 40),
	} {
		if txt, err := Decode([]byte(raw), Auto); !errors.Is(err, ErrBinary) {
			t.Errorf("%s: taken for %v, %v", name, txt.Encoding, err)
		}
	}
}

func TestWantOverrides(t *testing.T) {
	short := encoded(t, "政府工作报告", GB18030)
	if txt, err := Decode(short, GB18030); err != nil || txt.S != "政府工作报告" {
		t.Errorf("got %v, %v", txt, err)
	}
	if txt, err := Decode([]byte(prose), Big5); err == nil && txt.Encoding != Big5 {
		t.Errorf("taken for %s", txt.Encoding)
	}
	if txt, err := Decode([]byte("\xef\xbb\xbfab"), UTF8); err != nil || txt.S != "ab" || txt.Encoding != UTF8BOM {
		t.Errorf("got %v, %v", txt, err)
	}
	if txt, err := Decode([]byte("ab"), UTF8BOM); err != nil || txt.S != "ab" || txt.Encoding != UTF8 {
		t.Errorf("got %v, %v", txt, err)
	}
	if _, err := Decode([]byte("ab"), "klingon"); err == nil {
		t.Error("an unknown encoding is taken")
	}
	if e, err := ParseEncoding("GBK"); e != GB18030 || err != nil {
		t.Errorf("GBK is %v, %v", e, err)
	}
	if _, err := ParseEncoding("latin-1"); err == nil {
		t.Error("latin-1 is taken")
	}
}

func TestOpaque(t *testing.T) {
	pad := strings.Repeat("a", 200)
	for _, c := range []struct {
		raw    string
		want   Encoding
		s      string
		opaque []text.Span
		bytes  []Bytes
	}{
		{pad + "\xe4\xbd中\xff", UTF8, pad + "\xe4\xbd中\xff", []text.Span{{Start: 200, End: 202}, {Start: 205, End: 206}}, []Bytes{{200, 202}, {205, 206}}},
		{pad + "\xd6\xd0\xff\xff1\x81", GB18030, pad + "中\ufffd\ufffd1\ufffd", []text.Span{{Start: 203, End: 209}, {Start: 210, End: 213}}, []Bytes{{202, 204}, {205, 206}}},
		{pad + "\xa4\xa4\x81\xfe\x80", Big5, pad + "中\ufffd\ufffd", []text.Span{{Start: 203, End: 209}}, []Bytes{{202, 205}}},
		{strings.Repeat("a\x00", 200) + "\x00\xd8b\x00c", UTF16LE, pad + "\ufffdb\ufffd", []text.Span{{Start: 200, End: 203}, {Start: 204, End: 207}}, []Bytes{{400, 402}, {404, 405}}},
	} {
		txt, err := Decode([]byte(c.raw), c.want)
		if err != nil {
			t.Errorf("%s: %v", c.want, err)
			continue
		}
		if txt.S != c.s || len(txt.Opaque) != len(c.opaque) {
			t.Errorf("%s: %q, opaque %v", c.want, txt.S, txt.Opaque)
			continue
		}
		for i, s := range txt.Opaque {
			if s != c.opaque[i] || txt.Bytes(s) != c.bytes[i] {
				t.Errorf("%s: opaque %v at %v, want %v at %v", c.want, s, txt.Bytes(s), c.opaque[i], c.bytes[i])
			}
		}
	}
}

func TestMajorityLineEnd(t *testing.T) {
	for s, want := range map[string]string{"a": "\n", "a\nb\r\n": "\n", "a\r\nb\r\nc\n": "\r\n", "a\rb": "\n"} {
		if got := FromString(s).EOL; got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestForeignLines(t *testing.T) {
	line := "一般公共预算收入达到310.5亿元；城镇新增就业6.2万人。"
	gbk := string(encoded(t, line, GB18030))
	raw := []byte(prose + gbk + "\r\n" + prose + "\xff\xfe broken\n" + "naïve caf\xe9 \xe9\xe8\xe0\xe7\xe9\xe8\xe0\xe7\n" + prose + gbk)
	txt, err := Decode(raw, Auto)
	if err != nil || txt.Encoding != UTF8 {
		t.Fatal(txt, err)
	}
	got := ForeignLines(txt)
	if len(got) != 2 || got[0].Line != 4 || got[1].Line != 15 || got[0].Decoded != line || got[1].Decoded != line || got[0].Encoding != GB18030 {
		t.Errorf("got %+v", got)
	}
	trad := "去年，全市地區生產總值增長百分之八點一，財政收入達到三百億元。"
	raw = []byte(prose + string(encoded(t, trad, Big5)) + "\n" + prose)
	if txt, err = Decode(raw, Auto); err != nil {
		t.Fatal(err)
	}
	if got := ForeignLines(txt); len(got) != 1 || got[0].Encoding != Big5 || got[0].Decoded != trad {
		t.Errorf("got %+v", got)
	}
	gbkFile := []byte(string(encoded(t, prose, GB18030)) + line + "\n" + string(encoded(t, prose, GB18030)))
	if txt, err = Decode(gbkFile, Auto); err != nil || txt.Encoding != GB18030 {
		t.Fatal(txt, err)
	}
	if got := ForeignLines(txt); len(got) != 1 || got[0].Line != 4 || got[0].Encoding != UTF8 || got[0].Decoded != line {
		t.Errorf("got %+v", got)
	}
	for _, e := range []Encoding{UTF8, GB18030, UTF16LE} {
		raw := encoded(t, prose, e)
		txt, err := Decode(raw, Auto)
		if err != nil {
			t.Fatal(err)
		}
		if got := ForeignLines(txt); len(got) > 0 {
			t.Errorf("%s: a clean file has foreign lines %+v", e, got)
		}
	}
}
