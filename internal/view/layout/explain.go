package layout

import (
	"fmt"
	"strconv"

	"github.com/reportlint/reportlint/internal/locale"
)

var reasonTexts = [...]locale.Text{
	noReason:    {Zh: "没有内容", En: "nothing visible"},
	byMarker:    {Zh: "含界面用语“{marker}”（强度 {weight}），属{part}", En: "holds the interface word “{marker}” (strength {weight}): {part}"},
	byShape:     {Zh: "形式如此", En: "has the form"},
	bySides:     {Zh: "短行，上下都是界面行", En: "a short line with lines of the interface on both sides"},
	byRun:       {Zh: "短行，位于界面行与标题（或文末）之间", En: "a short line between lines of the interface and the title, or the end"},
	byRepeat:    {Zh: "同一行在各条目之间反复出现", En: "the same line recurs between the entries"},
	byTwin:      {Zh: "与第 {near} 行的标题相同", En: "says the same as the title on line {near}"},
	byPlace:     {Zh: "由所在位置判断", En: "judged by where it stands"},
	bySentences: {Zh: "由句子组成", En: "made of sentences"},
	byLabel:     {Zh: "上一行标签的内容", En: "the value of the label above"},
	byNothing:   {Zh: "标签后面没有内容", En: "a label with nothing behind it"},
}

var (
	lengthText = locale.Text{Zh: "可见字符 {n} 个", En: "{n} visible characters"}
	sureText   = locale.Text{Zh: "确凿", En: "beyond doubt"}
	likelyText = locale.Text{Zh: "只凭位置，未必", En: "by its place only"}
)

var shapeTexts = []struct {
	shape shape
	text  locale.Text
}{
	{ends, locale.Text{Zh: "以句末标点结尾", En: "ends as a sentence"}},
	{dateOnly, locale.Text{Zh: "只有日期", En: "a date and nothing else"}},
	{located, locale.Text{Zh: "日期和会议", En: "a date and a meeting"}},
	{signed, locale.Text{Zh: "职务和姓名", En: "an office and a name"}},
	{titled, locale.Text{Zh: "以公文标题用语结尾", En: "ends as titles of documents do"}},
	{numbered, locale.Text{Zh: "以序号开头", En: "begins with a number"}},
	{bar, locale.Text{Zh: "几个界面用语并列", En: "interface words side by side"}},
	{symbols, locale.Text{Zh: "没有文字", En: "no letters"}},
}

// Explain says what line i was taken for and why, in words: the role (with the part of the site) and its reasons.
func (m *Map) Explain(i int) (role locale.Text, reasons []locale.Text) {
	l := &m.lines[i]
	role = l.Role.Name()
	if l.Role == Blank {
		return role, nil
	}
	if l.Role == Frame || l.Role == Meta {
		p := l.Part.Name()
		sure := likelyText
		if l.Sure {
			sure = sureText
		}
		if l.Role == Frame {
			role = locale.Text{Zh: role.Zh + "·" + p.Zh, En: role.En + ", " + p.En}
		}
		role = locale.Text{Zh: fmt.Sprintf("%s（%s）", role.Zh, sure.Zh), En: fmt.Sprintf("%s (%s)", role.En, sure.En)}
	}
	part := l.found.Name()
	fill := func(t locale.Text) locale.Text {
		vars := map[string]string{"marker": l.marker, "weight": strconv.Itoa(int(l.weight)), "near": strconv.Itoa(int(l.near) + 1), "n": strconv.Itoa(int(l.runes))}
		return locale.Text{
			Zh: locale.Text{Zh: t.Zh}.Fill(with(vars, part.Zh)).Zh,
			En: locale.Text{En: t.En}.Fill(with(vars, part.En)).En,
		}
	}
	reasons = append(reasons, fill(reasonTexts[l.why]))
	if l.weight > 0 && l.why != byMarker {
		reasons = append(reasons, fill(reasonTexts[byMarker]))
	}
	for _, s := range shapeTexts {
		if l.shape.is(s.shape) {
			reasons = append(reasons, s.text)
		}
	}
	return role, append(reasons, fill(lengthText))
}

func with(vars map[string]string, part string) map[string]string {
	vars["part"] = part
	return vars
}
