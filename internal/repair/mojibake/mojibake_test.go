package mojibake

import (
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/text"
)

// everywhere are the offsets of all characters: what the kinds' triggers find is among them.
func everywhere(s string) []int {
	var out []int
	for i := range s {
		out = append(out, i)
	}
	return out
}

// nothing is the past of a text in which nothing was repaired.
func nothing() Past {
	return Past{func(int) bool { return false }, func() bool { return false }}
}

// latinRepairs is UTF8AsLatin without triggers.
func latinRepairs(s string) []Repair { return UTF8AsLatin(s, everywhere(s), nothing()) }

// apply carries out the repairs, those that are exact or all.
func apply(t testing.TB, s string, rs []Repair, exactOnly bool) string {
	t.Helper()
	var es []text.Edit
	for _, r := range rs {
		if r.Exact || !exactOnly {
			es = append(es, text.Edit{Span: r.Span, New: r.New})
		}
	}
	e, err := text.Canon(s, es)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return e.Apply(s)
}

// TestUTF8AsLatin damages text of many languages through every charset, and undoes it exactly.
func TestUTF8AsLatin(t *testing.T) {
	for _, c := range charsets() {
		for _, s := range []string{
			"政府工作报告，我代表", "Привет мир", "Ελληνικά", "emoji 😀 ok", "the “Belt and Road”—it’s",
		} {
			d := c.damage(s)
			if got := apply(t, d, latinRepairs(d), true); got != s && c.name != "iso-8859-2" {
				t.Errorf("%s: %q gives %q, want %q", c.name, d, got, s)
			}
		}
	}
	western := []string{"à la carte, où êtes-vous? Zoë, Übung, Ärger, ÉCOLE", "łódź, są, że żółć", "çalışma İstanbul", "Þórður", "€ 5 ™ ½", "“quoted” text—it’s café naïve"}
	for _, c := range charsets()[:1] {
		for _, s := range western {
			d := s
			for layer := 1; layer <= maxLayers; layer++ {
				d = c.damage(d)
				if got := apply(t, d, latinRepairs(d), false); got != s {
					t.Errorf("%s, %d layers: %q gives %q, want %q", c.name, layer, d, got, s)
				}
			}
		}
	}
}

// TestWestern: what readers of European languages meet, one by one.
func TestWestern(t *testing.T) {
	for _, tc := range [][2]string{
		{"lâ€™Ã®le dâ€™YeÂ\u00a0: Â«Â\u00a0bientÃ´tÂ\u00a0Â»", "l’île d’Ye\u00a0: «\u00a0bientôt\u00a0»"},
		{"Ãœber KÃ¶ln â†’ MÃ¼nchen, 5Â°C", "Über Köln → München, 5°C"},
		{"ZURÃœCK, Ã–FFNEN, STRAÃŸE", "ZURÜCK, ÖFFNEN, STRAßE"},
		{"Â¿QuÃ©? Â¡SÃ\u00ad! 12Âº, niÃ±o", "¿Qué? ¡Sí! 12º, niño"},
		{"amanhÃ£, nÃ£o; Ã\u00a0 noite", "amanhã, não; à noite"},
		{"Â£100, â‚¬50, Â© 2020, Â½ litre", "£100, €50, © 2020, ½ litre"},
		{"doneâ€¦ âœ” ðŸ˜€ðŸ˜€", "done… ✔ 😀😀"},
		{"Itâ€™s â€œfineâ€\u009d â€“ reallyâ€”yes", "It’s “fine” – really—yes"},
		{"donÃ¢â‚¬â„¢t, SchÃƒÂ¶n", "don’t, Schön"},
		{"Ä°zmir, Ã‡eÅŸme, kÄ±ÅŸ", "İzmir, Çeşme, kış"},
		{"Ã…rhus, SmÃ¸rrebrÃ¸d, blÃ¥bÃ¦r", "Århus, Smørrebrød, blåbær"},
		{"ï»¿First line", "First line"},
		{"Ñ‚ÐµÑ\u0081Ñ‚, ÐºÐ¾Ñ‚", "тест, кот"},
		{"å\u008c—äº¬, ã\u0081‚ã\u0081„", "北京, あい"},
	} {
		rs := latinRepairs(tc[0])
		if got := apply(t, tc[0], rs, true); got != tc[1] {
			t.Errorf("%q gives %q, want %q", tc[0], got, tc[1])
		}
	}
	for _, tc := range [][2]string{ // what was lost is proposed
		{"â€œfineâ€\ufffd she said", "“fine” she said"},
		{"10Â 000 Ã©cus", "10\u00a0000 écus"},
		{"Il va Ã  Paris, dÃ©jÃ ", "Il va à  Paris, déjà "},
		{"Elle mangeÃ© Ã \nmidi", "Elle mangeé à \nmidi"},
	} {
		rs := latinRepairs(tc[0])
		if got := apply(t, tc[0], rs, false); got != tc[1] {
			t.Errorf("%q proposes %q, want %q", tc[0], got, tc[1])
		}
		if got := apply(t, tc[0], rs, true); got == tc[1] {
			t.Errorf("%q: what was lost is called exact", tc[0])
		}
	}
}

// TestRivalCharsets: ISO 8859-2 and code page 1250 have Š in different places, so "ĂŠ" is é or Ê. Alone nothing is certain.
func TestRivalCharsets(t *testing.T) {
	rs := latinRepairs("cafĂŠ")
	if len(rs) != 1 || rs[0].Exact || len(rs[0].Others) == 0 {
		t.Errorf("got %+v, want one repair that is not exact and names the other reading", rs)
	}
}

// TestIntended: no language's own writing is damage.
func TestIntended(t *testing.T) {
	for _, s := range []string{
		"«\u00a0café\u00a0» et «\u00a0voilà\u00a0» déjà", "“Å” og “Ä”", "IRMÔ e “MAÇÃ…” — AMANHû", "В\u00a0Москве В» Г. 5В·А", "├── été │ └─ ñ ═║═║ ░▒▓",
		"l’été, «À», — à", "Ångström 5 Å² Å³", "СІРІ РІК Її Сёмга Рёбра", "CASĂ” FĂRĂ", "BYĆ” ŻÓŁĆ", "‚Äußerung‘", "“Ã©” (â€œ)",
		"Đặng Thị Ngọc Thịnh, Nguyễn Tấn Dũng", "Žluťoučký kůň úpěl ďábelské ódy", "Çağrı Öğüş İĞDIR", "√π ≈ 1,77", "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß",
		"Straße, Übermut, Ärger; §§ 5, 7", "naïve façade — “quoted”…", "½×¾ ±° £¥€", "👨‍👩‍👧 🇨🇳 ™ ©", "œuvre Œuvre cœur", "Å’s part", "├┤a┼┐a┼┐a", "(`¬´)", "É¿ Õ…Õ…", "2 × 3…", "P≈ƒ(x), ∂√∑, ≤π≥", "PÃO—ÁGUA", "ß®", "MARQUÉ…", "SÓ…", "Þjóð Ísland",
	} {
		if rs := latinRepairs(s); len(rs) > 0 {
			t.Errorf("%q: UTF-8 as Latin: %+v", s, rs)
		}
		if rs := GBKAsLatin(s, everywhere(s)); len(rs) > 0 {
			t.Errorf("%q: GBK as Latin: %+v", s, rs)
		}
	}
	for _, s := range []string{"浣溪沙·浣纱女", "饕餮、貔貅、魑魅魍魉", "鐘鳴鼎食，鏗鏘玫瑰，鎮公所鐵路鋼廠", "联通、路通", "鄞州、衢州、亳州、歙县、邯郸、邛崃"} {
		if rs := UTF8AsGBK(s, everywhere(s)); len(rs) > 0 {
			t.Errorf("%q: UTF-8 as GBK: %+v", s, rs)
		}
		if rs := GBKByteShift(s, everywhere(s)); len(rs) > 0 {
			t.Errorf("%q: byte shift: %+v", s, rs)
		}
	}
}

// readAsGBK reads the UTF-8 of s as GBK; a byte that has no partner becomes a question mark.
func readAsGBK(s string) string {
	out := ""
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < 0x80:
			out += string(rune(c))
		case c == 0x80:
			out += "€"
		case i+1 < len(s) && codec.DecodeGBK(c, s[i+1]) >= 0:
			out += string(codec.DecodeGBK(c, s[i+1]))
			i++
		default:
			out += "?"
		}
	}
	return out
}

func TestUTF8AsGBK(t *testing.T) {
	for _, tc := range []struct {
		s     string
		exact bool
	}{
		{"政府工作报告", true}, {"“十四五”规划——发展", false}, {"推动（一）高质量", true}, {"各位代表：", false}, {"2021年增长5%，一般公共预算收入增长6%，进出口增长", false},
		{"今日は良い天気ですね", true},
	} {
		d := readAsGBK(tc.s)
		rs := UTF8AsGBK(d, everywhere(d))
		if len(rs) == 0 {
			t.Errorf("%q: nothing found in %q", tc.s, d)
			continue
		}
		if got := apply(t, d, rs, true); tc.exact && got != tc.s {
			t.Errorf("%q gives %q, want %q", d, got, tc.s)
		}
	}
}

// TestByteShift: a lost byte puts all that follows out of step, up to an ASCII character that had become a second byte.
func TestByteShift(t *testing.T) {
	const s = "他们至今没有经过接触与皮肤测试，不知道那位消费者是否使用SK"
	var raw []byte
	for _, r := range s {
		raw, _ = codec.AppendGBK(raw, r)
	}
	raw = append(raw[:8:8], raw[9:]...) // the first byte of 没
	d := ""
	for i := 0; i < len(raw); i++ {
		if raw[i] < 0x80 {
			d += string(rune(raw[i]))
			continue
		}
		d += string(codec.DecodeGBK(raw[i], raw[i+1]))
		i++
	}
	rs := GBKByteShift(d, everywhere(d))
	if len(rs) != 1 || rs[0].Exact || rs[0].Lost != 1 {
		t.Fatalf("%q gives %+v, want one repair that lost a byte", d, rs)
	}
	want := "有经过接触与皮肤测试，不知道那位消费者是否使用S"
	if got := rs[0].New; len(got) < len(want) || got[len(got)-len(want):] != want {
		t.Errorf("got %q, want it to end with %q", got, want)
	}
	if got, all := rs[0].Span.End, len(d)-len("K"); got != all {
		t.Errorf("the span ends at %d, want %d", got, all)
	}
}
