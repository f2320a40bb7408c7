package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/text"
)

// plain are the words of websites that ordinary reports put behind the name of a place as well (海南体育, 大连直播), so that they do
// not show by themselves where a brand ends.
var plain = newWordSet(strings.Fields("体育 博彩 棋牌 赌场 直播 足球 篮球 在线 线上 免费 官方 下载 注册 登录 登陆 入口 娱乐 彩票 竞彩 电竞 真人 皇冠 com vip 网址 竞猜 足彩 app 官网 首页 客户端下载"))

// themes are those of them that name what a body may deal with.
var themes = newWordSet(strings.Fields("体育 博彩 棋牌 赌场 直播 足球 篮球 娱乐 彩票 竞彩 电竞 真人 皇冠 竞猜 足彩 在线 线上 免费 注册 下载"))

// kin are further brands of a text in which some were found: the same stem with other words of websites behind it, and names that
// could be nothing but brands. In a text that is clean they would prove nothing; here somebody has been at work.
func (k *kit) kin(in *finder, found []brand, seen map[string]bool) []brand {
	s := in.s
	var out []brand
	add := func(word string) {
		if stem := k.stem(scan.FoldString(word)); stem != "" && (k.ordinary.suffix(stem) > 0 || strings.HasSuffix(stem, "年")) {
			return // 2022年vip, 成功举办vip
		}
		if seen[word] || k.crossed(word) || strings.Contains(word, ".") || k.site.words[scan.FoldString(word)] {
			return
		}
		seen[word] = true
		b := brand{word: word, site: true}
		for _, end := range in.ends(word) {
			o := occurrence{span: text.Span{Start: end - len(word), End: end}}
			if cutsLatin(s, o.span) {
				continue // app in approved
			}
			if o.slot = k.rightSlot(s, end); o.slot.shape == noShape {
				o.slot = beside(s, o.span)
			}
			b.at = append(b.at, o)
		}
		out = append(out, b)
	}
	for _, b := range found {
		for _, o := range b.at {
			if n := k.siteHead(s[o.span.End:]); n > 0 {
				add(s[o.span.Start : o.span.End+n])
			}
		}
	}
	for w := range k.site.words {
		if plain.words[w] && w != "app" && w != "官网" && w != "首页" || isWordByte(rune(w[0])) && w != "app" {
			continue
		}
		var es []entry
		for _, end := range endsFold(in, w) {
			start, exact := leftRun(s, end)
			es = append(es, entry{end: end, start: start, exact: exact})
			if len(es) > 400 {
				break
			}
		}
		for _, e := range es {
			if word, ok := k.latinLed(s[e.start:e.end]); ok {
				add(word)
			}
		}
		if len(es) < 2 {
			continue
		}
		for _, word := range k.resolve(in, s[es[0].end-len(w):es[0].end], es) {
			if len(in.ends(word)) >= 2 && k.nameable(word) && k.sited(scan.FoldString(word)) && columns(word) <= 24 {
				add(word)
			}
		}
	}
	for _, word := range append(latins(s), englishKin(s)...) {
		add(word)
	}
	return out
}

// crossed reports whether a word begins with a website's word and goes on in plain text: two brands with prose between them.
func (k *kit) crossed(word string) bool {
	f := scan.FoldString(word)
	n := k.site.prefix(f)
	return n > 0 && n < len(f) && columns(f) > 16
}

// siteHead is the length of the words of websites that s begins with, 0 if they could be ordinary ones.
func (k *kit) siteHead(s string) int {
	n, telling := 0, false
	for {
		m := k.site.prefix(s[n:])
		if m == 0 {
			break
		}
		telling = telling || !plain.words[s[n:n+m]] || s[n:n+m] == "app" || s[n:n+m] == "官网" || s[n:n+m] == "首页"
		n += m
	}
	if !telling {
		return 0
	}
	return n
}

// latinLed is the part of a run that begins with a Latin word: bet365彩票官方app.
func (k *kit) latinLed(run string) (string, bool) {
	for i := range run {
		if isWordByte(rune(run[i])) && (i == 0 || !isWordByte(rune(run[i-1]))) {
			if w := run[i:]; latinHead(w) && k.sited(scan.FoldString(w)) && columns(w) > 6 && !strings.EqualFold(w, "app") && k.siteTail(run[:i]) == 0 {
				return w, w != "" && !k.site.words[scan.FoldString(w)]
			}
			return "", false
		}
	}
	return "", false
}

// latins are the Latin words of a Chinese text that name a betting site: they hold bet, or small letters and digits beside Han.
func latins(s string) []string {
	var out []string
	seen := map[string]bool{}
	for i := 0; i < len(s); {
		if !isWordByte(rune(s[i])) {
			i++
			continue
		}
		j := i
		letters, digits := 0, 0
		for j < len(s) && isWordByte(rune(s[j])) {
			if s[j] <= '9' {
				digits++
			} else {
				letters++
			}
			j++
		}
		w := s[i:j]
		beforeHan, _ := utf8.DecodeLastRuneInString(s[:i])
		behindHan, _ := utf8.DecodeRuneInString(s[j:])
		if l := strings.ToLower(w); !seen[w] && digits >= 2 && (isHan(beforeHan) || isHan(behindHan)) &&
			(strings.Contains(l, "bet") || letters >= 3 && l == w) {
			seen[w] = true
			out = append(out, w)
		}
		i = j
	}
	return out
}

// endsFold are the offsets behind every place of s that folds to w.
func endsFold(in *finder, w string) []int {
	out := in.ends(w)
	if up := strings.ToUpper(w); up != w {
		out = append(out, in.ends(up)...)
	}
	return out
}
