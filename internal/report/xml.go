package report

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
)

// attr is s as the value of an XML attribute.
func attr(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(oneLine(s))) // writing to a Builder cannot fail
	return b.String()
}

// checkstyle prints the XML of Checkstyle 4.3, which Jenkins and reviewdog read.
type checkstyle struct {
	w *bufio.Writer
	o Options
}

func newCheckstyle(w io.Writer, o Options) Printer {
	p := &checkstyle{bufio.NewWriter(w), o}
	p.w.WriteString(xml.Header + `<checkstyle version="4.3">` + "\n")
	return p
}

func (p *checkstyle) File(f File) error {
	open := false
	for i := range f.Findings {
		x := &f.Findings[i]
		if !p.o.shown(x) {
			continue
		}
		if !open {
			open = true
			fmt.Fprintf(p.w, " <file name=\"%s\">\n", attr(f.Path))
		}
		at := x.Place()
		fmt.Fprintf(p.w, "  <error line=\"%d\" column=\"%d\" severity=\"%s\" message=\"%s\" source=\"%s\"/>\n", at.Line, at.Column, x.Severity,
			attr(passOn(p.o, x, oneLine(x.Message.In(p.o.Lang))+tail(x, group{more: len(x.Places) - 1}, p.o.Lang))), attr("reportlint."+x.Rule.ID))
	}
	if open {
		p.w.WriteString(" </file>\n")
	}
	return p.w.Flush()
}

func (p *checkstyle) Close(Summary) error {
	p.w.WriteString("</checkstyle>\n")
	return p.w.Flush()
}

// junit prints one suite per file: a failing case for each error or warning, a passing one for each note, and one passing case
// for a clean file, so that a reader sees what was checked. Times are 0: readers want one, and the same input gives the same bytes.
type junit struct {
	w     *bufio.Writer
	o     Options
	tests strings.Builder
	all   [3]int // tests, failures, skipped
}

func newJUnit(w io.Writer, o Options) Printer { return &junit{w: bufio.NewWriter(w), o: o} }

func (p *junit) File(f File) error {
	var b strings.Builder
	tests, failures, skips := 0, 0, 0
	path := attr(f.Path)
	for i := range f.Findings {
		x := &f.Findings[i]
		if !p.o.shown(x) {
			continue
		}
		tests++
		at := x.Place()
		message := attr(passOn(p.o, x, oneLine(x.Message.In(p.o.Lang))))
		fmt.Fprintf(&b, "  <testcase name=\"%s:%d:%d\" classname=\"%s\" time=\"0\">", attr(x.Rule.ID), at.Line, at.Column, path)
		switch {
		case f.Skipped && x.Rule.Family == "run":
			skips++
			fmt.Fprintf(&b, "<skipped message=\"%s\"/>", message)
		case x.Severity == checks.Info:
			fmt.Fprintf(&b, "<system-out>%s</system-out>", message)
		default:
			failures++
			fmt.Fprintf(&b, "<failure type=\"%s\" message=\"%s\">%s</failure>", x.Severity, message, attr(p.body(f.Path, x)))
		}
		b.WriteString("</testcase>\n")
	}
	if tests == 0 {
		tests = 1
		fmt.Fprintf(&b, "  <testcase name=\"%s\" classname=\"%s\" time=\"0\"/>\n", attr(locale.Text{En: "no findings", Zh: "未发现问题"}.In(p.o.Lang)), path)
	}
	fmt.Fprintf(&p.tests, " <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"0\">\n%s </testsuite>\n", path, tests, failures, skips, b.String())
	p.all[0] += tests
	p.all[1] += failures
	p.all[2] += skips
	return nil
}

func (p *junit) body(path string, f *lint.Finding) string {
	at := f.Place()
	return passOn(p.o, f, fmt.Sprintf("%s:%d:%d: %s >%s< %s", showPath(path), at.Line, at.Column, oneLine(f.Context[0]), oneLine(f.Text), oneLine(f.Context[1])))
}

func (p *junit) Close(Summary) error {
	fmt.Fprintf(p.w, "%s<testsuites name=\"reportlint\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\">\n", xml.Header, p.all[0], p.all[1], p.all[2])
	p.w.WriteString(p.tests.String())
	p.w.WriteString("</testsuites>\n")
	return p.w.Flush()
}
