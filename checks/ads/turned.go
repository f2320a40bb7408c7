package ads

import (
	"strings"
	"unicode/utf8"
)

// turns are the turns that the places of a brand take, and at how many of them.
func turns(s string, b *brand) (all turn, n int) {
	for i := range b.at {
		o := &b.at[i]
		before, behind := s[:o.span.Start], s[o.span.End:]
		var t turn
		if m := leads.set.suffix(before); m > 0 {
			t |= leads.of[before[len(before)-m:]]
		}
		if m := follows.set.prefix(behind); m > 0 {
			t |= follows.of[behind[:m]]
		}
		if o.slot.shape == listed || o.slot.shape == routed {
			t |= sister
		}
		if all |= t; t != 0 {
			n++
		}
	}
	return all, n
}

// turned reports whether a brand takes so many turns, and of those that only the place of a report takes, that it stands for one. Where
// it takes none that only a territory takes, what follows it must follow a division elsewhere in the text.
func (k *kit) turned(in *finder, b *brand, themed bool) bool {
	s := in.s
	if len(b.at) < 3 || varied(s, b) < 3 || !k.turnable(s, b) {
		return false
	}
	all, n := turns(s, b)
	if l := strings.ToLower(b.word); b.site && digitBet(l) {
		return 3*n >= len(b.at)
	}
	least := enoughTurns
	if themed {
		least += 2
	}
	if foreign(s, *b) {
		least += 4
	}
	if (all & ownTurns).kinds() == 1 {
		least++
	}
	return (b.homed || b.strong > 0 || b.tier > 0) && all&ownTurns != 0 && all.points() >= least && 4*n >= len(b.at) &&
		(all&landTurns != 0 || b.homed && twins(in, b) >= 2)
}

// digitBet reports whether a word holds bet or win with a digit beside it, as no name of a place or a thing does: bet365, 1xbet, bt365.
func digitBet(l string) bool {
	if !strings.ContainsAny(l, "0123456789") {
		return false
	}
	return strings.Contains(l, "bet") || strings.Contains(l, "win") || strings.HasPrefix(l, "bt")
}

// turnable reports whether a word can be a brand for all that turns tell.
func (k *kit) turnable(s string, b *brand) bool {
	r, _ := utf8.DecodeRuneInString(b.word)
	return columns(b.word) <= reach && !strings.ContainsRune(joins+neverStrong+"更最较很", r) && !kindOfPlace(b.word) && !k.common.words[b.word] && !settlement(s, b)
}

// company are further brands of a text in which one was found: names that take few turns, which would prove nothing in a clean text.
func (k *kit) company(in *finder, names *turnedNames, judged map[string]bool, lists []list) []brand {
	s := in.s
	var out []brand
	for i, n := range names.names {
		word := s[n.at.start:n.at.end]
		if i == mostGroups || judged[word] && n.hits < 2 {
			continue
		}
		b, ok := k.judge(in, word, lists, true)
		all, taken := turns(s, &b)
		if ok || len(b.at) > 0 && b.unquoted > 0 && 4*taken >= len(b.at) && varied(s, &b) >= min(len(b.at), 3) && k.turnable(s, &b) &&
			(all&ownTurns != 0 && all.points() >= enoughTurns && len(b.at) >= 2 || b.site && all.points() >= 2) {
			b.turned = true
			out = append(out, b)
		}
	}
	return out
}

// settlement reports whether a name belongs to a town, a village or a company: they are talked about as places are, and are in no gazetteer.
func settlement(s string, b *brand) bool {
	n := 0
	for i := range b.at {
		for _, w := range []string{"镇", "乡", "街道", "村", "社区", "农场", "林场", "新区", "示范区", "度假区", "园区", "工业园", "集团", "公司", "股份", "总部", "同志", "企业"} {
			if strings.HasPrefix(s[b.at[i].span.End:], w) {
				n++
			}
		}
	}
	return n > 0 && 6*n >= len(b.at)
}

// kindOfPlace reports whether a word ends in what kinds of places end in, as names do that no gazetteer lists: 自贸港, 大湾区, 科学城.
func kindOfPlace(word string) bool {
	r, _ := utf8.DecodeLastRuneInString(word)
	return !latinHead(word) && strings.ContainsRune("省市县州旗盟区港圈城带园湾岛山河江湖海峡洲镇乡村庄屯寨堡桥路街道站库坝渠川原岭峰关口滩岸域廊谷坊里巷苑府厂矿院校馆所大", r)
}
