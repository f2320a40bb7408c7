package layout

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/scan"
)

// look recognises what a short line is by its form alone. k was read from s.
func (l *Line) look(s string, k *key) {
	buf := string(k.buf[:min(len(k.buf), 240)])
	if first, n := utf8.DecodeRuneInString(s); scan.ClassOf(first) == scan.Interpunct || first == '>' || first == '»' || first == '■' || first == '◆' || first == '★' || first == '▪' ||
		(first == '-' || first == '*') && len(s) > n && s[n] == ' ' {
		l.shape |= bulleted
	}
	if numberedAt(buf) {
		l.shape |= numbered
	}
	if k.runes <= 24 && salutation(buf) {
		l.shape |= salutes
	}
	if k.runes <= 200 && (k.digits > 0 || len(s) > maxKey) {
		if n, all := dates(s, k.runes); n > 0 {
			if clock(s) && !l.shape.is(ends) {
				l.shape &^= prose | solid // a row with a time stamp: a reply, a headline in a list
				l.shape |= stamped
			}
			if !l.shape.is(solid) {
				l.shape |= dated
			}
			if all {
				l.shape |= dateOnly
			}
		}
	}
	if 2*k.digits >= k.runes && k.runes <= 16 {
		l.shape |= numeric
	}
	if attachment(buf) {
		l.shape |= attaches
	}
	if k.runes <= 70 && !l.shape.is(ends) {
		if meeting(buf) || l.shape.is(dated) && hasAnyPrefix(s, "—", "--", "－－") {
			l.shape |= located
		}
		if (k.runes <= 16 || k.latin > k.han && k.runes <= 60) && office(buf) || k.runes <= 40 && len(k.tokens) <= 6 && strings.HasPrefix(s, "By ") {
			l.shape |= signed
		}
	}
	if k.runes >= 6 && (k.runes <= 60 || k.latin > 2*k.han && k.runes <= 140) && !l.shape.is(ends) && k.bars == 0 && title(buf) {
		l.shape |= titled
	}
}

const hanNumerals = "一二三四五六七八九十百零〇"

// numberedAt recognises the numbers of an outline at the start of a folded line: 一、 (一) 1. 1、 (1) ① 第一章 iv.
func numberedAt(b string) bool {
	if rest, ok := strings.CutPrefix(b, "第"); ok {
		n := runOf(rest, hanNumerals+"0123456789")
		return n > 0 && hasAnyPrefix(rest[n:], "章", "节", "条", "部分", "编", "篇", "款")
	}
	open := strings.HasPrefix(b, "(")
	if open {
		b = b[1:]
	}
	n := runOf(b, hanNumerals)
	if n == 0 {
		if n = runOf(b, "0123456789"); n > 2 {
			return false
		}
	}
	if n == 0 {
		if n = runOf(b, "ivx"); n == 0 {
			r, _ := utf8.DecodeRuneInString(b)
			return scan.ClassOf(r) == scan.EnclosedNumber
		}
		return open && hasAnyPrefix(b[n:], ")") || hasAnyPrefix(b[n:], ".")
	}
	rest := b[n:]
	if open {
		return hasAnyPrefix(rest, ")")
	}
	if hasAnyPrefix(rest, "、", ".", "．", ")") && len(rest) > 1 {
		return rest[1] < '0' || rest[1] > '9'
	}
	return false
}

// runOf is the length in bytes of the longest prefix of s made of runes of set.
func runOf(s, set string) int {
	for i, r := range s {
		if !strings.ContainsRune(set, r) {
			return i
		}
	}
	return len(s)
}

func hasAnyPrefix(s string, ps ...string) bool {
	for _, p := range ps {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

func hasAnySuffix(s string, ps ...string) bool {
	for _, p := range ps {
		if strings.HasSuffix(s, p) {
			return true
		}
	}
	return false
}

func salutation(b string) bool {
	return hasAnySuffix(b, ":", "!", "！", ",", "，") &&
		hasAnyPrefix(b, "各位代表", "各位委员", "各位常委", "各位同志", "同志们", "各位领导", "各位来宾", "女士们", "主席、各位", "主任、各位", "尊敬的", "fellowdeputies", "esteemeddeputies", "delegates", "distinguished", "dear")
}

func attachment(b string) bool {
	rest, ok := strings.CutPrefix(b, "附件")
	if !ok {
		if rest, ok = strings.CutPrefix(b, "附"); !ok {
			rest, ok = strings.CutPrefix(b, "attachment")
		}
	}
	if !ok {
		return false
	}
	rest = rest[runOf(rest, "0123456789一二三四五六七八九十表录图"):]
	return rest == "" || rest[0] == ':'
}

var meetingEnds = endingsOf("上", "会议", "日")

// meeting recognises a dateline: ——2022年12月24日在沙河口区第十九届人民代表大会第三次会议上.
func meeting(b string) bool {
	if b[0] < utf8.RuneSelf || strings.HasPrefix(b, "—") {
		if rest, ok := strings.CutPrefix(b, "on"); ok && month(rest) || month(b) && len(b) <= 18 {
			return true
		}
		if hasAnyPrefix(b, "deliveredat", "deliveredby", "(delivered", "--delivered", "—delivered") {
			return true
		}
	}
	if !meetingEnds.of(strings.TrimSuffix(b, ")")) {
		return false
	}
	return strings.Contains(b, "会议") && strings.ContainsAny(b, "年") || strings.Contains(b, "代表大会") && strings.Contains(b, "次会")
}

// month reports whether b begins with the English name of a month and a digit.
func month(b string) bool {
	for _, m := range []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"} {
		if rest, ok := strings.CutPrefix(b, m); ok {
			return rest != "" && digit(rest[0])
		}
	}
	return false
}

// office recognises a byline with an office: 市长姚华明.
func office(b string) bool {
	for _, o := range []string{"市长", "省长", "区长", "县长", "州长", "盟长", "旗长", "镇长", "乡长", "主席", "总理", "主任", "检察长", "院长", "书记", "局长", "厅长", "部长", "秘书长", "会长", "社长"} {
		if i := strings.Index(b, o); i >= 0 {
			rest := utf8.RuneCountInString(b[i+len(o):])
			return rest >= 2 && rest <= 4
		}
	}
	if b[len(b)-1] < utf8.RuneSelf {
		for _, o := range []string{"premier", "mayor", "governor", "minister", "chairman", "magistrate"} {
			if strings.Contains(b, o) {
				return true
			}
		}
	}
	return hasAnyPrefix(b, "本报记者", "记者", "本报讯", "作者")
}

var titleEnds = endingsOf("报告", "通知", "意见", "办法", "规划", "方案", "决定", "公告", "通告", "条例", "公报", "讲话", "解读", "纲要", "细则", "规定", "批复", "决议", "计划", "简章", "章程", "制度", "总结", "致辞", "演讲", "纪要", "通报", "说明", "报名表", "申请表", "登记表", "名单", "要点", "大纲", "手册", "指南", "预案", "协议", "守则", "倡议书", "承诺书", "综述", "会议", "研究", "report", "workreport")

// title recognises the last words that titles of documents end in.
func title(b string) bool {
	if hasAnyPrefix(strings.TrimPrefix(b, "fulltext:"), "reporton", "noticeon", "opinionson", "reportofthe") {
		return true
	}
	b = strings.TrimRight(b, ")")
	if i := strings.LastIndexByte(b, '('); i > 0 && len(b)-i < 24 {
		b = b[:i] // (草案), (全文)
	}
	return titleEnds.of(b)
}

// clock reports whether s holds a time of day: 19:38.
func clock(s string) bool {
	for i := 2; i+2 < len(s); i++ {
		if s[i] == ':' && digit(s[i-1]) && digit(s[i-2]) && digit(s[i+1]) && digit(s[i+2]) {
			return true
		}
	}
	return false
}

func digit(b byte) bool { return b >= '0' && b <= '9' }

// dates counts the dates and times in s; all says that they are nearly everything that is visible. runes is the visible length.
func dates(s string, runes int) (n int, all bool) {
	covered := 0
	for i := 0; i < len(s); {
		if s[i] < '0' || s[i] > '9' {
			i++
			continue
		}
		if size, seen := dateAt(s[i:]); size > 0 {
			n++
			covered += seen
			i += size
			continue
		}
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
	}
	return n, n > 0 && runes-covered <= 4
}

// dateAt matches 2023-05-06, 2023年5月6日, 5-6, 19:38:02 at the start of s: the length in bytes and in visible code points.
func dateAt(s string) (size, seen int) {
	digits := func(i int) int {
		n := 0
		for i+n < len(s) && s[i+n] >= '0' && s[i+n] <= '9' {
			n++
		}
		return n
	}
	sep := func(i int, set ...string) int {
		for _, x := range set {
			if strings.HasPrefix(s[i:], x) {
				return len(x)
			}
		}
		return 0
	}
	a := digits(0)
	if a == 4 {
		i := a
		w := sep(i, "-", "/", ".", "年")
		m := digits(i + w)
		if w == 0 || m == 0 || m > 2 {
			return 0, 0
		}
		i += w + m
		w2 := sep(i, "-", "/", ".", "月")
		d := 0
		if w2 > 0 {
			d = digits(i + w2)
		}
		if w2 == 0 || d == 0 || d > 2 {
			return 0, 0
		}
		i += w2 + d
		i += sep(i, "日", "号")
		return i, utf8.RuneCountInString(s[:i])
	}
	if a == 1 || a == 2 {
		w := sep(a, ":", "-", "/", "月")
		m := 0
		if w > 0 {
			m = digits(a + w)
		}
		if w == 0 || m != 2 && !(w > 1 && m == 1) {
			return 0, 0
		}
		i := a + w + m
		if s[a] == ':' {
			if w := sep(i, ":"); w > 0 && digits(i+w) == 2 {
				i += 3
			}
		}
		i += sep(i, "日")
		return i, utf8.RuneCountInString(s[:i])
	}
	return 0, 0
}
