package report

import (
	"cmp"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/rules"
)

// What GitHub's code scanning takes: more than 25,000 results are refused, more than 5,000 cut off without a word about which.
const (
	sarifResults   = 5000
	sarifLocations = 100
	sarifTags      = 10
	sarifEdits     = 50
)

const home = "https://github.com/reportlint/reportlint"

// sarif prints one SARIF 2.1.0 run. It keeps the weightiest results, at most twice sarifResults in memory.
type sarif struct {
	w       io.Writer
	o       Options
	tally   Tally
	results []ranked
	rules   map[string]*rules.Rule
	dropped int
}

type ranked struct {
	severity   checks.Severity
	confidence checks.Confidence
	result     sarifResult
}

func newSARIF(w io.Writer, o Options) Printer {
	return &sarif{w: w, o: o, rules: map[string]*rules.Rule{}}
}

func (p *sarif) File(f File) error {
	p.tally.Add(f)
	for i := range f.Findings {
		x := &f.Findings[i]
		if !recorded(p.o, x) {
			continue
		}
		p.rules[x.Rule.ID] = x.Rule
		p.results = append(p.results, ranked{x.Severity, x.Confidence, p.result(f, x)})
	}
	if len(p.results) > 2*sarifResults {
		p.cut()
	}
	return nil
}

// cut drops the lightest results beyond the cap. The order of equals is that of the run.
func (p *sarif) cut() {
	if len(p.results) <= sarifResults {
		return
	}
	slices.SortStableFunc(p.results, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.severity, a.severity), cmp.Compare(b.confidence, a.confidence))
	})
	p.dropped += len(p.results) - sarifResults
	p.results = slices.Clip(p.results[:sarifResults])
}

func (p *sarif) Close(s Summary) error {
	p.cut()
	ids := []string{}
	for id := range p.rules {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	run := sarifRun{ColumnKind: "unicodeCodePoints", Results: []sarifResult{}, Invocations: []sarifInvocation{{ExecutionSuccessful: !s.Interrupted}}}
	run.Automation.ID = strings.TrimSuffix("reportlint/"+p.o.Root, "/") + "/"
	run.Tool.Driver = sarifDriver{Name: "reportlint", InformationURI: home, SemanticVersion: p.o.Tool.Version, Rules: []sarifRule{}}
	index := map[string]int{}
	for i, id := range ids {
		index[id] = i
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRuleOf(p.rules[id], p.o.Lang))
	}
	for _, r := range p.results {
		r.result.RuleIndex = index[r.result.RuleID]
		run.Results = append(run.Results, r.result)
	}
	if p.dropped > 0 {
		say := say(p.o.Lang, locale.Text{En: "[n|result|results] left out: only the {k} weightiest are listed", Zh: "略去 {n} 条结果，仅列出最重要的 {k} 条"}, "n", p.dropped, "k", sarifResults)
		run.Invocations[0].Notifications = []sarifNotification{{Level: "warning", Message: sarifText{say}}}
	}
	enc := encoder(p.w)
	enc.SetIndent("", " ")
	return enc.Encode(sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

func (p *sarif) result(f File, x *lint.Finding) sarifResult {
	l := p.o.Lang
	message := plain(x.Message.In(l))
	for i, e := range x.Evidence {
		sep := locale.Text{En: "; ", Zh: "；"}.In(l)
		if i == 0 {
			sep = locale.Text{En: ". Evidence: ", Zh: "。依据："}.In(l)
		}
		message += sep + oneLine(e.In(l))
	}
	r := sarifResult{RuleID: x.Rule.ID, Level: sarifLevel(x.Severity), Message: sarifText{passOn(p.o, x, message)},
		Fingerprints: map[string]string{"reportlint/v1": x.Fingerprint}}
	for i, at := range x.Places {
		if i == sarifLocations || i > 0 && at.Line == 0 {
			break
		}
		loc := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{uriOf(f.Path)}, Region: regionOf(at)}}
		if i == 0 {
			loc.Physical.Region.Snippet = &sarifText{passOn(p.o, x, plain(x.Text))}
		}
		r.Locations = append(r.Locations, loc)
	}
	for i, rel := range x.Related {
		if i == sarifLocations {
			break
		}
		path := cmp.Or(rel.Path, f.Path)
		id := i + 1
		r.Related = append(r.Related, sarifLocation{ID: &id, Physical: sarifPhysical{Artifact: sarifArtifact{uriOf(path)}, Region: regionOf(rel.Place)},
			Message: &sarifText{passOn(p.o, x, plain(rel.Message.In(l)))}})
	}
	if x.Suppressed != "" {
		r.Suppressions = []sarifSuppression{{"external", plain(x.Suppressed)}}
	}
	r.Properties = map[string]any{"confidence": x.Confidence.String(), "places": len(x.Places)}
	if x.Withheld != "" {
		r.Properties["withheld"] = x.Withheld
	}
	if x.Fix != nil {
		r.Properties["fix"] = x.Fix.Safety.String()
		r.Properties["edits"] = len(x.Fix.Edits)
		if fix, ok := p.fix(f, x); ok {
			r.Fixes = []sarifFix{fix}
		}
	}
	return r
}

// fix gives the edits where SARIF can say them: few, in UTF-8, and without line ends, which depend on the file.
func (p *sarif) fix(f File, x *lint.Finding) (sarifFix, bool) {
	if len(x.Fix.Edits) > sarifEdits || f.Encoding != "" && !strings.HasPrefix(f.Encoding, "utf-8") {
		return sarifFix{}, false
	}
	c := sarifChange{Artifact: sarifArtifact{uriOf(f.Path)}}
	for _, e := range x.Fix.Edits {
		if strings.Contains(e.New, "\n") {
			return sarifFix{}, false
		}
		c.Replacements = append(c.Replacements, replacementOf(x, e))
	}
	return sarifFix{Description: sarifText{passOn(p.o, x, fixText(x, x.Fix.Edits, p.o.Lang))}, Changes: []sarifChange{c}}, true
}

func sarifLevel(s checks.Severity) string {
	switch s {
	case checks.Error:
		return "error"
	case checks.Warning:
		return "warning"
	}
	return "note"
}

func regionOf(at document.Place) sarifRegion {
	return sarifRegion{StartLine: at.Line, StartColumn: at.Column, EndLine: at.EndLine, EndColumn: at.EndColumn}
}

// uriOf is a relative path as a URI reference.
func uriOf(path string) string {
	u := url.URL{Path: strings.ReplaceAll(path, `\`, "/")}
	return u.EscapedPath()
}

func sarifRuleOf(r *rules.Rule, l locale.Lang) sarifRule {
	tags := append([]string{r.Family}, r.Tags...)
	problem := r.Severity.String()
	if r.Severity == checks.Info {
		problem = "recommendation"
	}
	title, why := r.Title.In(l), r.Why.In(l)
	help := fmt.Sprintf("%s\n\n%s", title, why)
	out := sarifRule{ID: r.ID, Short: sarifText{title}, Full: sarifText{cmp.Or(why, title)}, HelpURI: home + "/blob/main/docs/rules.md",
		Help: sarifHelp{Text: help, Markdown: helpMarkdown(r, l)}}
	out.Default.Level = sarifLevel(r.Severity)
	out.Properties = map[string]any{"tags": tags[:min(len(tags), sarifTags)], "precision": r.Confidence.String(), "problem.severity": problem}
	return out
}

// helpMarkdown is the rule's explanation with its examples.
func helpMarkdown(r *rules.Rule, l locale.Lang) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s** (`%s`)\n\n%s\n", r.Title.In(l), r.ID, r.Why.In(l))
	for i, e := range r.Examples {
		if i == 3 || e.Bad == "" {
			break
		}
		for _, x := range []struct {
			name locale.Text
			text string
		}{{locale.Text{En: "Found", Zh: "会报告"}, e.Bad}, {locale.Text{En: "Not found", Zh: "不报告"}, e.Good}} {
			if x.text != "" {
				fmt.Fprintf(&b, "\n%s\n\n~~~text\n%s\n~~~\n", x.name.In(l), defang(plain(strings.TrimRight(x.text, "\n"))))
			}
		}
	}
	return b.String()
}
