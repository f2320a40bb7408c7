package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// entry is a place where something stands that is neither a place nor an ordinary word: a name ends at end.
type entry struct {
	end   int // offset behind the name
	start int // how far the name can reach back
	exact bool
	whole bool // start is the very edge, and the name need not be looked for
	slot  slot
}

// neverBefore are the characters before a bare tier that make it part of a word or of a known phrase: 城市, 超市, 强省.
const neverBefore = neverStrong + "一二三四五六七八九十几数两城超上夜都楼股集门菜花入进多首跨外邻出大强百千个座种类条项名次年月日代常总新老旧小中国央方地民会院部厅局处室司厂社队组团校站所"

// neverStrong are those before a tier with its body: 全市委, 和省政府.
const neverStrong = "而之其作某甲乙丙丁报送呈交请由给经抄转赴抵见听予于往访驻离派归即凭称叫全我本各该省市县区州旗盟镇乡村级届的了在是和与及向为对让使以等把将到被原副正暨委府署"

// suspects goes over the hits and keeps what is not settled at a glance. It allocates nothing on the way to a rejection.
func (k *kit) suspects(d *document.Document, hits []scan.Hit, fold folder) ([]entry, *turnedNames) {
	var out []entry
	s, last, m := d.Text(), -1, marksOf()
	var names turnedNames
	for _, h := range hits {
		at := h.Span.Start
		switch {
		case h.Index >= k.separators && h.Index < k.separatorsTo:
			continue // lists are read by their own pass
		case h.Index >= k.leadFrom:
			if t := k.turns[h.Index-k.leadFrom]; h.Index < k.followFrom {
				k.behind(s, h.Span.End, t, m, fold, &names)
			} else {
				k.before(s, at, t, m, fold, &names)
			}
			continue
		case h.Index >= k.tellingFrom && h.Index < k.tellingTo:
			end := h.Span.End
			for end < len(s) && isWordByte(rune(s[end-1])) && isWordByte(rune(s[end])) {
				end++
			}
			if start, exact := leftRun(s, end); k.telling(scan.FoldString(s[start:end])) {
				out = append(out, entry{end: end, start: start, exact: exact, slot: slot{shape: loose}})
			}
			continue
		case h.Index >= k.tellingTo && h.Index < k.englishTo:
			if e, ok := listedBet(s, h.Span); ok {
				out = append(out, e)
				continue
			}
			if s[at] == ' ' {
				at++
			}
			if e, ok := englishSuspect(s, at); ok {
				out = append(out, e)
			}
			continue
		}
		if strings.HasPrefix(s[at:], "届人民") {
			at = sessionStart(s, at)
		}
		if at <= 0 {
			continue
		}
		if h.Index >= k.titles && !names.home {
			names.home = tables.PlaceSuffix(fold(s[max(0, at-longestKnown):at])) > 0
		}
		if at == last {
			continue
		}
		last = at
		r, _ := utf8.DecodeLastRuneInString(s[:at])
		switch {
		case isHan(r):
			if m.of(r)&strongNever != 0 || m.noSlot(r, s[at:]) || k.knownAt(s, at, fold) && !tailed(s[:at]) {
				continue
			}
		case r == ')' || r == '）':
		case !isWordByte(r) || !latinWord(s[:at]) && !letterDigit(s[:at]):
			continue
		}
		sl := k.rightSlot(s, at)
		if sl.shape == noShape || isWordByte(r) && !sl.strong && !latinWord(s[:at]) || isHan(r) && !sl.strong && sl.shape <= countyOf && strings.ContainsRune(neverBefore, r) {
			continue
		}
		start, exact := leftRun(s, at)
		run := s[start:at]
		if utf8.RuneCountInString(run) < 2 {
			continue
		}
		_, size := utf8.DecodeRuneInString(s[at:])
		if k.known(fold(run), fold(s[at:at+size]), sl) {
			continue
		}
		if sl.words == "政府工作报告" && !opensLine(s, at) {
			continue // 作政府工作报告
		}
		if sl.shape >= bodyOf && !sl.strong && k.siteTail(run) == 0 {
			k.before(s, at, seat, m, fold, &names)
			continue // a body without a tier says nothing by itself
		}
		out = append(out, entry{end: at, start: start, exact: exact, slot: sl})
	}
	return out, &names
}

// opensLine reports whether a short title stands between the line start and at: 2025年湖北省.
func opensLine(s string, at int) bool {
	head := s[max(strings.LastIndexByte(s[:at], '\n')+1, at-60):at]
	i := strings.LastIndexByte(s[:at], '\n') + 1
	return at-i < 60 && !strings.ContainsAny(head, "，。,、：:") && !strings.Contains(head, "作")
}

// sessionStart is where 第十六届 begins, given where 届 stands, or -1.
func sessionStart(s string, at int) int {
	for n := 0; n < 5 && at > 0; n++ {
		r, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
		if r == '第' {
			return at
		}
	}
	return -1
}

// longestKnown is how many bytes before a slot are looked at for a name or an ordinary word. A longer one is found by known.
const longestKnown = 24

// knownAt reports whether an ordinary word or the name of a place ends at s[:at], which settles most hits before anything is measured.
func (k *kit) knownAt(s string, at int, fold folder) bool {
	before := fold(s[max(0, at-longestKnown):at])
	return endsInPlace(before) || k.ordinary.suffix(before) > 0
}

// endsInPlace reports whether a folded run ends in the name of a place that is no part of a brand with a Latin head: 1xbet江南.
func endsInPlace(run string) bool {
	n := tables.PlaceSuffix(run)
	head := run[:len(run)-n]
	return n > 0 && !latinWord(head) && !letterDigit(head)
}

// known reports whether run ends in an ordinary word or in the name of a place, with the tier behind it (赣州) or without.
func (k *kit) known(run, tier string, sl slot) bool {
	if sl.strong {
		if stem, ok := untailed(run); ok {
			return k.ordinary.suffix(stem) > 0 || k.common.suffix(stem) > 0 || stem == ""
		}
	}
	return k.ordinary.suffix(run) > 0 || endsInPlace(run) || sl.shape <= countyOf && tables.PlaceSuffix(run+tier) > 0
}

// siteTail is the length in bytes of the website's word that run ends with, 0 if there is none.
func (k *kit) siteTail(run string) int { return k.site.foldedSuffix(run) }

// chinese reports whether p is a division of China that stands by itself in lists: a province or a city.
func chinese(p tables.Place) bool {
	return p.Code != "" && (p.Tier == tables.Province || p.Tier == tables.Prefecture)
}

// latinWord reports whether s ends in a word of ASCII letters and digits that is no number and no single letter: bet365, W88, not
// 2022 or A, and not the number of a road (G331, S214).
func latinWord(s string) bool {
	letters, n := 0, 0
	for i := len(s) - 1; i >= 0 && isWordByte(rune(s[i])) && n < 24; i-- {
		if n++; s[i] > '9' {
			letters++
		}
	}
	return letters >= 2 || letters == 1 && n >= 3 && !strings.ContainsRune("GSXYgsxy", rune(s[len(s)-n]))
}
