package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
)

// rdjson prints the Reviewdog Diagnostic Format: one document, or one diagnostic a line. Its columns count bytes of UTF-8, so
// that files in another encoding get lines only, and no suggestions.
type rdjson struct {
	w     *bufio.Writer
	o     Options
	lines bool
	n     int
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Source      *rdSource      `json:"source,omitempty"`
	Code        rdCode         `json:"code"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
	Related     []rdRelated    `json:"related_locations,omitempty"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition  `json:"start"`
	End   *rdPosition `json:"end,omitempty"`
}

type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column,omitempty"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

type rdRelated struct {
	Message  string     `json:"message"`
	Location rdLocation `json:"location"`
}

func newRDJSON(w io.Writer, o Options) Printer { return &rdjson{w: bufio.NewWriter(w), o: o} }

func newRDJSONL(w io.Writer, o Options) Printer {
	return &rdjson{w: bufio.NewWriter(w), o: o, lines: true}
}

func (p *rdjson) File(f File) error {
	utf8 := f.Encoding == "" || strings.HasPrefix(f.Encoding, "utf-8")
	for i := range f.Findings {
		x := &f.Findings[i]
		if !p.o.shown(x) {
			continue
		}
		if p.n++; !p.lines {
			sep := ",\n"
			if p.n == 1 {
				p.begin()
				sep = "\n"
			}
			p.w.WriteString(sep)
		}
		b, err := marshal(p.diagnostic(f.Path, x, utf8))
		if err != nil {
			return err
		}
		p.w.Write(b)
		if p.lines {
			p.w.WriteByte('\n')
		}
	}
	return p.w.Flush()
}

func (p *rdjson) begin() {
	p.w.WriteString(`{"source":{"name":"reportlint","url":"` + home + `"},"diagnostics":[`)
}

func (p *rdjson) diagnostic(path string, f *lint.Finding, utf8 bool) rdDiagnostic {
	l := p.o.Lang
	d := rdDiagnostic{Message: passOn(p.o, f, oneLine(f.Message.In(l))+tail(f, group{more: len(f.Places) - 1}, l)),
		Location: rdLocation{rdPath(path), rdRangeOf(f.Place(), utf8)}, Severity: rdSeverity(f.Severity),
		Code: rdCode{f.Rule.ID, home + "/blob/main/docs/rules.md"}}
	if p.lines {
		d.Source = &rdSource{"reportlint", home}
	}
	for _, r := range f.Related {
		at := path
		if r.Path != "" {
			at = r.Path
		}
		d.Related = append(d.Related, rdRelated{passOn(p.o, f, oneLine(r.Message.In(l))), rdLocation{rdPath(at), rdRangeOf(r.Place, utf8)}})
	}
	if f.Fix != nil && utf8 && len(f.Fix.Edits) == 1 { // several suggestions would be choices, not parts of one repair
		e := f.Fix.Edits[0]
		for _, at := range f.Places {
			if at.Bytes == e.Bytes && at.ByteColumn > 0 {
				d.Suggestions = append(d.Suggestions, rdSuggestion{*rdRangeOf(at, true), e.New})
			}
		}
	}
	return d
}

func rdPath(path string) string {
	s, _ := pathOf(path)
	return s
}

func rdRangeOf(at document.Place, utf8 bool) *rdRange {
	if !utf8 || at.ByteColumn == 0 {
		return &rdRange{Start: rdPosition{Line: at.Line}}
	}
	return &rdRange{rdPosition{at.Line, at.ByteColumn}, &rdPosition{at.EndLine, at.EndByteColumn}}
}

func rdSeverity(s checks.Severity) string {
	if s == checks.SeverityUnset {
		return "UNKNOWN_SEVERITY"
	}
	return strings.ToUpper(s.String())
}

func (p *rdjson) Close(Summary) error {
	if !p.lines {
		if p.n == 0 {
			p.begin()
		}
		p.w.WriteString("\n]}\n")
	}
	return p.w.Flush()
}
