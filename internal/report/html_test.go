package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/rules"
)

// right is the arrow key, as WebDriver writes it.
const right = "\ue014"

const listed = `return document.querySelectorAll("#findings > li").length`

func TestHTMLInTheBrowser(t *testing.T) {
	b := openBrowser(t)
	b.open(render(t, "html", Options{Tool: Tool{Version: "0.1.0"}}, sample(t)))
	b.until("10", listed) // eleven less the one that is accepted
	b.until("true", `return [...document.querySelectorAll("#findings blockquote")].every(x => x.offsetHeight > 0)`)
	b.screenshot("html-en")

	b.until("errors,errors,warnings", `return [...document.querySelectorAll("#findings > li")].slice(0, 3).map(x => ({s3: "errors", s2: "warnings", s1: "notes"})[x.className]).join()`)
	b.click("#off") // accepted ones too
	b.until("11", listed)
	b.click("#off")
	b.click("#s3")
	b.until("8", listed)
	b.click("#filters button[type=reset]")
	b.until("10", listed)
	b.typeIn("#q", "注册送38元")
	b.until("1", listed)
	b.until("ads/promo-sentence", `return document.querySelector("#findings code").textContent`)
	b.click("#filters button[type=reset]")
	b.click(`button[data-rule="script/space-between-han"]`)
	b.until("2", listed)
	b.until("list", `return document.activeElement.id`)
	b.until("生态环␣境持续改善，营商环 境进一步优化。", `return document.querySelector("#findings blockquote").textContent`)
	b.click("#filters button[type=reset]")
	b.eval(`document.getElementById("fix").value = "unsafe"; document.getElementById("fix").dispatchEvent(new Event("input")); return 0`)
	b.until("2", listed)
	b.click("#filters button[type=reset]")

	const slider = `return [document.getElementById("conf").value, document.getElementById("steps").innerText.replace(/\s+/g, " ").trim(), document.getElementById("conf").getAttribute("aria-valuetext"), document.querySelectorAll("#findings > li").length].join("|")`
	b.until("1|low 10 medium 9 high 5|low: 10 findings|10", slider)
	b.typeIn("#conf", right)
	b.until("2|low 10 medium 9 high 5|medium: 9 findings|9", slider)
	b.typeIn("#conf", right)
	b.until("3|low 10 medium 9 high 5|high: 5 findings|5", slider)
	b.typeIn("#conf", right) // there is no fourth step
	b.until("3|low 10 medium 9 high 5|high: 5 findings|5", slider)
	b.until("2,3,0", `return ["n3", "n2", "n1"].map(x => document.getElementById(x).textContent).join()`)
	b.click("#s2") // the other filters count too
	b.until("3|low 5 medium 5 high 2|high: 2 findings|2", slider)
	b.click("#filters button[type=reset]")
	b.until("1|low 10 medium 9 high 5|low: 10 findings|10", slider)

	b.until("true", `return getComputedStyle(document.querySelector("h1 [lang=zh]")).display === "none"`)
	b.click(`[data-set-lang=zh]`)
	b.until("zh-Hans", `return document.documentElement.lang`)
	b.until("true", `return getComputedStyle(document.querySelector("h1 [lang=en]")).display === "none"`)
	b.until("错误页面，并非报告：“404 Not Found”", `return document.querySelector("#findings h3").textContent`)
	before := b.eval(`return getComputedStyle(document.body).backgroundColor`)
	b.click("#theme")
	if after := b.eval(`return getComputedStyle(document.body).backgroundColor`); after == before {
		t.Error("the theme does not change")
	}
	b.eval(`document.getElementById("list").scrollIntoView(); return 0`)
	b.screenshot("html-zh-other-theme")
	b.eval(`document.getElementById("findings").scrollIntoView(); return 0`)
	b.click(`[data-set-lang=en]`)
	b.eval(`document.querySelectorAll("#findings > li")[3].scrollIntoView(); return 0`)
	b.screenshot("html-findings")
	b.click(`[data-set-lang=zh]`)

	b.typeIn("#q", "注册送38元")
	b.until("1", listed)
	b.click("#findings .actions button")
	b.until("[[allow]]\nrules = [\"ads/promo-sentence\"]\npaths = [\"/corpus/2021/guangdong.txt\"]\nreason = \"\"\n", `return document.documentElement.dataset.copied`)
	if log := b.complaints(); log != "" {
		t.Error(log)
	}
	for _, script := range []string{
		`return [...document.querySelectorAll("input, select")].filter(x => !x.labels || x.labels.length === 0).length`,
		`return [...document.querySelectorAll("button")].filter(x => x.textContent.trim() === "").length`,
		`return document.querySelectorAll("img, link, iframe, object").length`,
	} {
		if n := b.eval(script); n != "0" {
			t.Errorf("%s = %s", script, n)
		}
	}
}

// TestHTMLTellsNewFromKnown: the table has columns of its own where a baseline or an older version was behind the run.
func TestHTMLTellsNewFromKnown(t *testing.T) {
	d, at := marked(t, "a.txt", "全面推进⟦乡村⟧振兴⟦战⟧略⟦。⟧")
	fresh, known, allowed := finding(d, promo, "m", "m", at[0]), finding(d, promo, "m", "m", at[1:3]...), finding(d, promo, "m", "m", at[0])
	allowed.Suppressed = "allow: quoted on purpose"
	page := func(o Options, fs ...lint.Finding) string {
		out := render(t, "html", o, []File{{Path: "a.txt", Characters: 10000, Findings: fs}})
		_, row, _ := strings.Cut(out, `<tr class="s3"><th scope="row">`)
		row, _, _ = strings.Cut(row, "</tr>")
		return fmt.Sprint(strings.Contains(out, "New since the baseline"), regexp.MustCompile(`<td class="n">([\d.]+)</td>`).FindAllStringSubmatch(row, -1))
	}
	for _, x := range []struct{ suppressed, want string }{
		{"baseline: accepted", `true [[<td class="n">1</td> 1] [<td class="n">2</td> 2] [<td class="n">1</td> 1] [<td class="n">0</td> 0] [<td class="n">0</td> 0] [<td class="n">1</td> 1] [<td class="n">1.00</td> 1.00]]`},
		{"base: not new", `true [[<td class="n">1</td> 1] [<td class="n">2</td> 2] [<td class="n">1</td> 1] [<td class="n">0</td> 0] [<td class="n">0</td> 0] [<td class="n">1</td> 1] [<td class="n">1.00</td> 1.00]]`},
		{"allow: as well", `false [[<td class="n">1</td> 1] [<td class="n">1</td> 1] [<td class="n">0</td> 0] [<td class="n">0</td> 0] [<td class="n">3</td> 3] [<td class="n">1.00</td> 1.00]]`},
	} {
		known.Suppressed = x.suppressed
		if got := page(Options{}, fresh, known, allowed); got != x.want {
			t.Errorf("%s: %s", x.suppressed, got)
		}
	}
	if got := page(Options{Compared: true}, fresh); !strings.HasPrefix(got, "true") {
		t.Error("a baseline without any of the findings goes unmentioned: ", got)
	}
}

// TestHTMLRunsNothingOfTheFile puts markup into every field.
func TestHTMLRunsNothingOfTheFile(t *testing.T) {
	evil := `</script><img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`
	d, at := marked(t, evil+".txt", "一⟦"+evil+"⟧三")
	f := finding(d, &rules.Rule{ID: "x/" + evil, Family: evil, Severity: checks.Error, Confidence: checks.High, Title: locale.Text{En: evil, Zh: evil}}, evil, evil, at[0])
	f.Evidence = []locale.Text{{En: evil, Zh: evil}}
	f.Repaired, f.Withheld, f.Suppressed = evil, evil, ""
	f.Fix = &lint.Fix{Edits: edits(f, evil)}
	out := render(t, "html", Options{Root: evil, Tool: Tool{evil, evil}}, []File{{Path: evil + "/a/" + evil, Findings: []lint.Finding{f}, Characters: 10}, {Path: "b/c", Skipped: true}})
	if strings.Contains(out, "<img") || strings.Count(out, "</script>") != 2 {
		t.Error("markup of the file is markup of the page")
	}
	b := openBrowser(t)
	b.open(out)
	b.until("1", listed)
	b.until("reportlint", `return document.title`)
	if log := b.complaints(); log != "" {
		t.Error(log)
	}
}

func TestHTMLOfManyFindings(t *testing.T) {
	const files, each = 200, 100
	var fs []File
	for i := range files {
		d, at := marked(t, fmt.Sprintf("corpus/p%02d/%d/a.txt", i/10, 2015+i%10), "全面推进⟦乡村⟧振兴")
		f := File{Path: d.Name(), Characters: 8000, Encoding: "utf-8"}
		for k := range each {
			r := space
			if k%10 == 0 {
				r = promo
			}
			f.Findings = append(f.Findings, finding(d, r, fmt.Sprintf("message %d", k), fmt.Sprintf("信息 %d", k), at[0]))
		}
		fs = append(fs, f)
	}
	out := render(t, "html", Options{}, fs)
	if len(out) > 12<<20 {
		t.Errorf("%d bytes", len(out))
	}
	if out != render(t, "html", Options{}, fs) {
		t.Error("the same findings give other bytes")
	}
	b := openBrowser(t)
	b.open(out)
	b.until("50", listed)
	b.until("Findings 1–50 of 20000", `return document.getElementById("count").textContent`)
	b.click("#next")
	b.until("Findings 51–100 of 20000", `return document.getElementById("count").textContent`)
	b.typeIn("#path", "p07/2019")
	b.until("Findings 1–50 of 100 (of 20000 in all)", `return document.getElementById("count").textContent`)
	b.screenshot("html-many")
}
