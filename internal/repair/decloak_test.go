package repair

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/tables"
)

func read(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

const report002 = "../../fixtures/reports/002_6ec5e4e2dfb023b3.txt"

func TestReportIsRecoveredExactly(t *testing.T) {
	src := read(t, report002)
	c := Decloak(src)
	if c == nil || !c.Exact() {
		t.Fatal("not exact")
	}
	if c.Keys != 109 || c.Notes != 2734 || c.Coverage != 1 || c.Decoder != "PHP mbstring" || len(c.Splits) != 10 || c.Proved != 62907 {
		t.Errorf("%d keys, %d notes, coverage %v, decoder %q, %d splits, %d bytes proved", c.Keys, c.Notes, c.Coverage, c.Decoder, len(c.Splits), c.Proved)
	}
	traditional := c.Edits.Apply(src)
	if traditional != read(t, "testdata/002.traditional.txt") {
		t.Error("the traditional text is not the one that was worked out by hand")
	}
	if tables.Simplify(traditional) != read(t, "testdata/002.simplified.txt") {
		t.Error("the simplified text is not the one that was worked out by hand")
	}
	if again := Decloak(traditional); again != nil {
		t.Errorf("the recovered text is called cloaked: %d notes", again.Notes)
	}
}

// cloaked returns page as c leaves it, lines that lost their break joined.
func cloaked(c *cloaker, page string) string {
	var b strings.Builder
	for line := range strings.Lines(page) {
		s, broken := c.cloak(strings.TrimSuffix(line, "\n"))
		b.WriteString(s)
		if broken {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestLostDigitIsNeverGuessed(t *testing.T) {
	// 菸 is DD CE, and so are the middle bytes of 容吸. What follows is read out of step up to the 7, which the decoder
	// takes along with the first byte of 到. A guess, 祤, would even pass the round trip.
	page := widened(read(t, "testdata/002.traditional.txt")) + "陣容吸收增加到7.75萬人。\n"
	c := &cloaker{keys: append(convertible(page)[:60], '菸'), decoder: "mbstring", brackets: brackets[0]}
	src := cloaked(c, page)
	if !strings.Contains(src, "?.75") {
		t.Fatal("the cloaker did not swallow the digit")
	}
	d := Decloak(src)
	if d == nil || len(d.Undecided) != 1 || d.Exact() {
		t.Fatal("a lost digit was not noticed")
	}
	if u := d.Undecided[0]; u.Reason != Lost || !strings.HasSuffix(d.Edits.Apply(src), u.Span.Of(src)+"\n") {
		t.Errorf("line %q: reason %d, or its text was touched", u.Span.Of(src), u.Reason)
	}
}

func TestCompetingReadingsAreReported(t *testing.T) {
	// With every traditional character in the table, some splits fit several: homophones of one
	// row of GBK.
	page := widened(convert(read(t, "testdata/002.simplified.txt")))
	found := false
	for seed := range uint64(8) {
		src := cloaked(&cloaker{keys: keysFor(page, everySize, seed), decoder: "mbstring", brackets: brackets[0]}, page)
		d := Decloak(src)
		if d == nil {
			t.Fatal("no cloak found")
		}
		fixed := d.Edits.Apply(src)
		for _, s := range d.Splits {
			if s.Reason != Ambiguous {
				continue
			}
			found = true
			if len(s.Candidates) < 2 || s.Text != "" || !strings.Contains(fixed, s.Span.Of(src)) {
				t.Errorf("candidates %q, text %q", s.Candidates, s.Text)
			}
		}
	}
	if !found {
		t.Error("no split of the page is ambiguous")
	}
}

func TestCloakBesideOtherText(t *testing.T) {
	src, more := read(t, report002), read(t, "../../fixtures/clean/shahekou-2023.txt")
	for _, whole := range []string{src + more, more + src} {
		c := Decloak(whole)
		if c == nil || !c.Exact() {
			t.Error("not exact beside a simplified report with full-width marks")
		} else if !strings.Contains(c.Edits.Apply(whole), read(t, "testdata/002.traditional.txt")) {
			t.Error("the text is not recovered beside a simplified report")
		}
	}
	// Traditional text in which the keys stand bare was not cloaked with them, or has been repaired: less than the whole
	// evidence must not decide anything.
	c := Decloak(src + strings.Repeat(read(t, "../../fixtures/clean/taiwan-council-style.txt"), 3))
	if c == nil || c.Certain || len(c.Edits) > 0 {
		t.Error("a table with exceptions is used for a repair")
	}
}

func TestSmallTables(t *testing.T) {
	page := read(t, "testdata/002.traditional.txt")
	for _, n := range []int{10, 25} {
		var sum tally
		sum.run(&cloaker{keys: convertible(page)[:n], decoder: "mbstring", narrow: true, brackets: brackets[0]}, page)
		if sum.written != 1 || sum.exact != sum.lines || sum.lines == 0 {
			t.Errorf("%d keys: %d of %d lines exact", n, sum.exact, sum.lines)
		}
	}
}

func TestOrdinaryTextIsNoCloak(t *testing.T) {
	for name, s := range map[string]string{
		"empty":       "",
		"parentheses": strings.Repeat("縣(市)區第(一)批項目(營口段)，社區(村)服務(app)中心(cloud)。\n", 40),
		"ruby":        strings.Repeat("經(jīng)濟(jì)發(fā)展(zhǎn)實(shí)現(xiàn)歷(lì)史(shǐ)性(xìng)成(chéng)就(jiù)。\n", 10),
		"first only":  "經(jīng)濟(jì)發(fā)展，實(shí)現(xiàn)\n" + strings.Repeat("經濟發展實現進步。\n", 20),
		"names":       "單(shàn)縣、仇(qiú)先生、樂(yuè)女士、葉(yè)、劉(liú)、趙(zhào)三位。",
		"list":        "1. 擴(kuò)：張大。\n2. 礎(chǔ)：石墩。\n3. 績(jì)：功績。\n4. 環(huán)：圓圈。\n",
		"questions":   "“好”怎麼讀?hǎo)還是(hào)?真的?bu)",
		"latin":       "Le café (où) est-il? (là) ¿qué?è) Ein Maß (für) alle.",
	} {
		if c := Decloak(s); c != nil {
			t.Errorf("%s: %d notes, certain: %v", name, c.Notes, c.Certain)
		}
	}
}

func TestCleanTextIsLeftAlone(t *testing.T) {
	clean, _ := filepath.Glob("../../fixtures/clean/*")
	more, _ := filepath.Glob("../../fixtures/reports/00[0134]*")
	if len(clean) < 5 || len(more) != 4 {
		t.Fatalf("%d clean fixtures, %d reports", len(clean), len(more))
	}
	for _, path := range append(clean, more...) {
		if c := Decloak(read(t, path)); c != nil {
			t.Errorf("%s: %d notes, certain: %v", path, c.Notes, c.Certain)
		}
	}
}

func TestRestOfACloakIsReported(t *testing.T) {
	for name, s := range map[string]string{
		"line":  "全市經(jīng)濟(jì)發(fā)展穩(wěn)中向好。",
		"split": "來源:營口日?qǐng)?bào)",
	} {
		if c := Decloak(s); c == nil || c.Certain || len(c.Edits) != 0 || len(c.Places) == 0 {
			t.Errorf("%s: not reported, or repaired", name)
		}
	}
}

func FuzzDecloak(f *testing.F) {
	f.Add(read(f, report002)[:6000])
	f.Add("日?qǐng)?bào)動(dòng)?xùn)|年?duì)幦∩霞?jí)")
	f.Add("經【jīng】濟�(jì)發(fā展(zhǎn)）（）?)")
	f.Fuzz(func(t *testing.T, s string) {
		c := Decloak(s)
		if c == nil {
			return
		}
		once := c.Edits.Apply(s)
		if d := Decloak(once); d != nil && c.Exact() && len(d.Edits) > 0 {
			t.Errorf("not idempotent: %q -> %q", s, once)
		}
		for _, p := range c.Places {
			if p.Start < 0 || p.Start >= p.End || p.End > len(s) {
				t.Errorf("place %v of %d bytes", p, len(s))
			}
		}
	})
}
