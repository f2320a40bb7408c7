package report

import (
	"bufio"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/json"
	"io"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
)

// The page without its data.
//
//go:embed web/page.html web/style.css web/app.js
var web embed.FS

// htmlEdits is how many edits of one repair the page shows; of longer repairs it says how many there are.
const htmlEdits = 50

// htmlPrinter prints one self-contained page: no network, no clock, nothing that runs but its own script, whose hash the page
// states. The findings travel as JSON and are put on the page as text, never as markup.
type htmlPrinter struct {
	w       io.Writer
	o       Options
	tally   Tally
	folders map[string]*folderTally
	files   []htmlFile
	skips   []htmlSkip
	data    htmlData
	rules   map[string]int
	hidden  int
}

type htmlData struct {
	Lang     string        `json:"lang"`
	Files    []string      `json:"files"`
	Rules    []htmlRule    `json:"rules"`
	Findings []htmlFinding `json:"findings"`
}

type htmlRule struct {
	ID     string `json:"id"`
	Family string `json:"family"`
}

// pair is a text in English and Chinese.
type pair [2]string

// htmlFinding is short because there may be tens of thousands.
type htmlFinding struct {
	File       int           `json:"f"`
	Rule       int           `json:"r"`
	Severity   int           `json:"s"`
	Confidence int           `json:"c"`
	Line       int           `json:"l"`
	Column     int           `json:"k"`
	Places     int           `json:"n"`
	Before     string        `json:"b"`
	Text       string        `json:"t"`
	Omitted    int           `json:"o,omitempty"`
	After      string        `json:"a"`
	Message    pair          `json:"m"`
	Evidence   []pair        `json:"e,omitempty"`
	Repaired   string        `json:"p,omitempty"`
	Related    []htmlRelated `json:"z,omitempty"`
	Fix        *htmlFix      `json:"x,omitempty"`
	Withheld   *pair         `json:"w,omitempty"`
	Suppressed string        `json:"u,omitempty"`
	Allow      *string       `json:"y,omitempty"` // what an [[allow]] entry matches; absent when redacted
}

type htmlRelated struct {
	Path    string `json:"p"`
	Line    int    `json:"l"`
	Before  string `json:"b"`
	Text    string `json:"t"`
	After   string `json:"a"`
	Message pair   `json:"m"`
}

type htmlFix struct {
	Safe bool `json:"safe"`
	htmlEdit
	Alt []htmlEdit `json:"alt,omitempty"`
}

// htmlEdit is a repair or another candidate: shown in its sentence, or in words where the sentence is not known.
type htmlEdit struct {
	Segments []segment `json:"seg"`
	Rest     int       `json:"rest,omitempty"`
	Words    *pair     `json:"d,omitempty"`
	Evidence []pair    `json:"e,omitempty"`
}

type htmlFile struct {
	path    string
	verdict Verdict
	counts  Counts
	chars   int
	tally   *folderTally
}

type htmlSkip struct {
	path string
	why  locale.Text
}

// folderTally counts what lies under one folder.
type folderTally struct {
	files, chars int
	places       map[string]int // by family
	all          int
}

func newHTML(w io.Writer, o Options) Printer {
	return &htmlPrinter{w: w, o: o, folders: map[string]*folderTally{}, rules: map[string]int{}, data: htmlData{Lang: "zh", Files: []string{}, Rules: []htmlRule{}, Findings: []htmlFinding{}}}
}

func (p *htmlPrinter) File(f File) error {
	p.tally.Add(f)
	shown, _ := pathOf(f.Path)
	shown = oneLine(shown)
	verdict, _ := Judge(f)
	own := &folderTally{files: 1, chars: f.Characters, places: map[string]int{}}
	if !f.Late {
		p.files = append(p.files, htmlFile{shown, verdict, Count(f.Findings), f.Characters, own})
	}
	dir := path.Dir(shown)
	t := p.folders[dir]
	if t == nil {
		t = &folderTally{places: map[string]int{}}
		p.folders[dir] = t
	}
	if !f.Late {
		t.files++
	}
	t.chars += f.Characters
	utf8File := f.Encoding == "" || strings.HasPrefix(f.Encoding, "utf-8")
	n := -1
	for i := range f.Findings {
		x := &f.Findings[i]
		if f.Skipped && x.Rule.Family == "run" {
			p.skips = append(p.skips, htmlSkip{shown, x.Message})
		}
		if !recorded(p.o, x) {
			p.hidden++
			continue
		}
		if x.Suppressed == "" {
			for _, t := range []*folderTally{t, own} {
				t.places[x.Rule.Family] += len(x.Places)
				t.all += len(x.Places)
			}
		}
		if n < 0 {
			n = len(p.data.Files)
			p.data.Files = append(p.data.Files, shown)
		}
		p.data.Findings = append(p.data.Findings, p.finding(n, shown, x, utf8File))
	}
	if f.Skipped && len(f.Findings) == 0 {
		p.skips = append(p.skips, htmlSkip{shown, locale.Text{}})
	}
	return nil
}

func (p *htmlPrinter) finding(file int, shown string, f *lint.Finding, utf8File bool) htmlFinding {
	r, ok := p.rules[f.Rule.ID]
	if !ok {
		r = len(p.data.Rules)
		p.rules[f.Rule.ID] = r
		p.data.Rules = append(p.data.Rules, htmlRule{f.Rule.ID, f.Rule.Family})
	}
	safe := func(s string) string { return passOn(p.o, f, oneLine(s)) }
	both := func(t locale.Text) pair { return pair{safe(t.En), safe(t.Zh)} }
	at := f.Place()
	out := htmlFinding{File: file, Rule: r, Severity: int(f.Severity), Confidence: int(f.Confidence), Line: at.Line, Column: at.Column, Places: len(f.Places),
		Before: safe(f.Context[0]), Text: passOn(p.o, f, visible(f.Text)), After: safe(f.Context[1]), Message: both(f.Message), Suppressed: oneLine(f.Suppressed)}
	if n := f.TextLength - utf8.RuneCountInString(f.Text); n > 0 {
		out.Omitted = n
	}
	for _, e := range f.Evidence {
		out.Evidence = append(out.Evidence, both(e))
	}
	if f.Repaired != "" {
		out.Repaired = safe(f.Repaired)
	}
	for _, x := range f.Related {
		where := shown
		if x.Path != "" && x.Path != f.Path {
			where, _ = pathOf(x.Path)
			where = oneLine(where)
		}
		b, m, a := aroundOf(x.Excerpt)
		out.Related = append(out.Related, htmlRelated{where, x.Place.Line, safe(b), safe(m), safe(a), both(x.Message)})
	}
	if f.Fix != nil {
		out.Fix = &htmlFix{Safe: isSafe(f)}
		out.Fix.htmlEdit = p.edit(f, f.Fix.Edits, utf8File)
		for _, a := range f.Fix.Alternatives {
			x := p.edit(f, a.Edits, utf8File)
			for _, e := range a.Evidence {
				x.Evidence = append(x.Evidence, both(e))
			}
			out.Fix.Alt = append(out.Fix.Alt, x)
		}
	}
	if f.Withheld != "" {
		w := both(withheld(f.Withheld))
		out.Withheld = &w
	}
	if quote := text.First(f.Text, 60); passOn(p.o, f, quote) == defang(quote) && utf8.ValidString(quote) {
		out.Allow = &quote
	}
	return out
}

func (p *htmlPrinter) edit(f *lint.Finding, es []lint.Edit, utf8File bool) htmlEdit {
	out := htmlEdit{Segments: []segment{}}
	if len(es) <= htmlEdits {
		ss, rest := segments(f, es, utf8File)
		for _, s := range ss {
			shown := oneLine(s[1])
			if s[0] != "=" {
				shown = visible(s[1])
			}
			out.Segments = append(out.Segments, segment{s[0], passOn(p.o, f, shown)})
		}
		out.Rest = rest
	}
	if len(out.Segments) == 0 {
		out.Rest = 0
		out.Words = &pair{passOn(p.o, f, fixText(f, es, locale.En)), passOn(p.o, f, fixText(f, es, locale.Zh))}
	}
	return out
}

func (p *htmlPrinter) Close(s Summary) error {
	js, err := web.ReadFile("web/app.js")
	if err != nil {
		return err
	}
	css, err := web.ReadFile("web/style.css")
	if err != nil {
		return err
	}
	page, err := web.ReadFile("web/page.html")
	if err != nil {
		return err
	}
	var data strings.Builder
	enc := json.NewEncoder(asciiControls{&data}) // which escapes <, > and &, so that nothing ends the script element
	if err := enc.Encode(p.data); err != nil {
		return err
	}
	sum := sha256.Sum256(js)
	lang, tag := "en", "en"
	if p.o.Lang == locale.Zh {
		lang, tag = "zh", "zh-Hans"
	}
	w := bufio.NewWriter(p.w)
	values := map[string]string{"LANG": lang, "LANGTAG": tag, "SCRIPTHASH": "sha256-" + base64.StdEncoding.EncodeToString(sum[:]), "STYLE": string(css), "SCRIPT": string(js),
		"ABOUT": p.about(), "OVERVIEW": p.overview(s), "RULEOPTIONS": p.ruleOptions(), "FOOT": p.foot(), "DATA": data.String()}
	for rest := string(page); ; {
		before, after, found := strings.Cut(rest, "{{")
		w.WriteString(before)
		if !found {
			break
		}
		name, tail, _ := strings.Cut(after, "}}")
		w.WriteString(values[name])
		rest = tail
	}
	return w.Flush()
}
