package report

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
)

// gitlab prints a GitLab Code Quality report: a JSON array. GitLab knows lines only, shows the description only, and drops
// all but one of several issues with one fingerprint.
type gitlab struct {
	w    *bufio.Writer
	o    Options
	n    int
	seen map[string]bool
}

type gitlabIssue struct {
	Type        string         `json:"type"`
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Categories  []string       `json:"categories"` // GitLab does without; Code Climate's own readers do not
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

func newGitLab(w io.Writer, o Options) Printer {
	return &gitlab{w: bufio.NewWriter(w), o: o, seen: map[string]bool{}}
}

func (p *gitlab) File(f File) error {
	for i := range f.Findings {
		x := &f.Findings[i]
		if !p.o.shown(x) {
			continue
		}
		sep := ",\n"
		if p.n++; p.n == 1 {
			sep = "[\n"
		}
		p.w.WriteString(sep)
		at := x.Place()
		path, _ := pathOf(strings.TrimPrefix(f.Path, "./"))
		issue := gitlabIssue{Type: "issue", Categories: []string{gitlabCategory(x)}, Description: passOn(p.o, x, x.Rule.ID+label(p.o.Lang, locale.Text{})+oneLine(x.Message.In(p.o.Lang))+tail(x, group{more: len(x.Places) - 1}, p.o.Lang)),
			CheckName: x.Rule.ID, Fingerprint: p.fingerprint(f.Path, x), Severity: gitlabSeverity(x.Severity),
			Location: gitlabLocation{path, gitlabLines{at.Line, max(at.Line, lastLine(x))}}}
		b, err := marshal(issue)
		if err != nil {
			return err
		}
		p.w.Write(b)
	}
	return p.w.Flush()
}

// fingerprint is unique in the report and the same from run to run: of equals, the second, third, … are hashed again.
func (p *gitlab) fingerprint(path string, f *lint.Finding) string {
	for n := 0; ; n++ {
		sum := sha256.Sum256(fmt.Appendf(nil, "%s\x00%s\x00%s\x00%d", path, f.Rule.ID, f.Fingerprint, n))
		s := hex.EncodeToString(sum[:16])
		if !p.seen[s] {
			p.seen[s] = true
			return s
		}
	}
}

func (p *gitlab) Close(Summary) error {
	end := "\n]\n"
	if p.n == 0 {
		end = "[]\n"
	}
	p.w.WriteString(end)
	return p.w.Flush()
}

// gitlabCategory is the nearest of the categories that Code Climate knows.
func gitlabCategory(f *lint.Finding) string {
	switch {
	case f.Rule.Family == "ads":
		return "Security"
	case f.Severity == checks.Info:
		return "Style"
	}
	return "Bug Risk"
}

func gitlabSeverity(s checks.Severity) string {
	switch s {
	case checks.Error:
		return "major"
	case checks.Warning:
		return "minor"
	}
	return "info"
}

// lastLine is the last line that the finding's place touches.
func lastLine(f *lint.Finding) int {
	at := f.Place()
	if at.EndColumn == 1 && at.EndLine > at.Line {
		return at.EndLine - 1
	}
	return cmp.Or(at.EndLine, at.Line)
}

// marshal is v in JSON on one line, without hostile characters.
func marshal(v any) ([]byte, error) {
	var b strings.Builder
	if err := encoder(&b).Encode(v); err != nil {
		return nil, err
	}
	return []byte(strings.TrimSuffix(b.String(), "\n")), nil
}
