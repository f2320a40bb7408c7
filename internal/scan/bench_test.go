package scan

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// benchTriggers are n literals, as an ad list would have them (two-part names of gambling and piracy), spread over triggers of
// 20, and the pairs that checks of punctuation and spacing ask for.
func benchTriggers(n int) []Trigger {
	first := []string{"澳门", "亚洲", "在线", "国产", "永利", "新葡京", "金沙", "太阳城", "威尼斯人", "免费", "高清", "无码", "欧美", "北京", "时时", "重庆", "幸运", "极速", "真人", "手机", "日本", "成人", "大发", "凤凰", "皇冠", "必威", "香港", "最新", "久久", "精品"}
	second := []string{"赌场", "娱乐", "彩票", "视频", "在线观看", "官网", "开户", "平台", "注册", "投注", "开奖", "网站", "下载", "电影", "一区二区", "影院", "直播", "赛车", "计划", "导航", "赌博", "网址", "代理", "小说", "图片", "论坛", "六合彩", "飞艇", "棋牌", "APP"}
	special := []string{"http", "www.", ".com", "icp备", "版權所有", "责任编辑", "上一篇", "下一篇", "返回顶部", "打印", "扫一扫", "&nbsp", "锟斤拷", "copyright",
		"click here", "read more", "all rights reserved", "share this", "subscribe", "sign in", "log in", "privacy policy", "next article", "previous", "home page", "contact us", "print this page", "related", "download", "online casino", "betting", "free", "sitemap", "terms of use", "cookie", "follow us", "source:", "editor", "updated"}
	lits := append([]string(nil), special...)
	for _, suffix := range []string{"", "的", "网"} {
		for _, a := range first {
			for _, b := range second {
				lits = append(lits, a+b+suffix)
			}
		}
	}
	stride := max(1, len(lits)/max(1, n))
	ts := []Trigger{{Pairs: []Pair{{Han, Comma}, {Han, Space}, {Space, Han}, {Digit, Space}, {Space, Space}, {Han, Period}}}, {Document: true}}
	for i, k := 0, 0; i < n; i, k = i+1, (k+stride)%len(lits) {
		if i%20 == 0 {
			ts = append(ts, Trigger{})
		}
		t := &ts[len(ts)-1]
		t.Literals = append(t.Literals, lits[k])
	}
	return ts
}

func BenchmarkRun(b *testing.B) {
	for _, f := range []string{"000_4c843e5d37004413", "001_17662059089ff12f", "003_89cd9171cc2fac73", "004_88e7c62cb5127eba"} {
		raw, err := os.ReadFile("../../fixtures/reports/" + f + ".txt")
		if err != nil {
			b.Fatal(err)
		}
		for _, n := range []int{0, 500, 1500} {
			p, err := Compile(benchTriggers(n))
			if err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("%s/%d", f[:3], n), func(b *testing.B) {
				var buf Buffer
				s := string(raw)
				b.SetBytes(int64(len(s)))
				hits := 0
				for b.Loop() {
					sc := p.Run(s, &buf)
					hits = 0
					for i := range p.doc {
						hits += len(sc.Hits(i))
					}
				}
				b.ReportMetric(float64(hits), "hits")
			})
		}
	}
}

// BenchmarkPathology has texts of one kind of character only: what the fast paths were not made for.
func BenchmarkPathology(b *testing.B) {
	p, err := Compile(benchTriggers(500))
	if err != nil {
		b.Fatal(err)
	}
	for _, s := range []string{"(", " ", "я", "\u0301", "😀", "𠀀", "𨦫", "\xFF", "\xE4\xB8", "ก", "\uFF43", "\u3000", "http", "澳门"} {
		b.Run(fmt.Sprintf("%+q", s), func(b *testing.B) {
			text := strings.Repeat(s, 1<<16/len(s))
			var buf Buffer
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				p.Run(text, &buf)
			}
		})
	}
}

// BenchmarkEvents has pairs that stand at every mark of punctuation, and a class that many checks want.
func BenchmarkEvents(b *testing.B) {
	raw, err := os.ReadFile("../../fixtures/reports/000_4c843e5d37004413.txt")
	if err != nil {
		b.Fatal(err)
	}
	ts := append(benchTriggers(500),
		Trigger{Pairs: []Pair{{Han, Pause}, {Pause, Han}, {Han, Stop}, {Digit, Han}, {Han, Digit}}},
		Trigger{Classes: []Class{LF, Open, Close, Percent}}, Trigger{Classes: []Class{Digit}}, Trigger{Classes: []Class{LF, Digit}})
	p, err := Compile(ts)
	if err != nil {
		b.Fatal(err)
	}
	var buf Buffer
	s := string(raw)
	b.SetBytes(int64(len(s)))
	hits := 0
	for b.Loop() {
		sc := p.Run(s, &buf)
		hits = 0
		for i := range p.doc {
			hits += len(sc.Hits(i))
		}
	}
	b.ReportMetric(float64(hits), "hits")
}

func BenchmarkCompile(b *testing.B) {
	ts := benchTriggers(1500)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compile(ts); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkExpand(b *testing.B) {
	for b.Loop() {
		bmp := expand()
		_ = bmp
	}
}
