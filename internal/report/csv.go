package report

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

// table of findings for a spreadsheet: UTF-8 with a byte order mark, without which Excel in a Chinese locale reads GBK, and no
// cell that a spreadsheet would take for a formula.
type csvPrinter struct {
	w *csv.Writer
	o Options
	// raw takes the byte order mark, which is written with the first row.
	raw   io.Writer
	begun bool
}

func newCSV(w io.Writer, o Options) Printer {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return &csvPrinter{w: c, o: o, raw: w}
}

func (p *csvPrinter) begin() error {
	if p.begun {
		return nil
	}
	p.begun = true
	if _, err := io.WriteString(p.raw, "\ufeff"); err != nil {
		return err
	}
	head := locale.Text{En: "path,line,column,end line,end column,severity,confidence,rule,title,before,text,after,message,evidence,fix,places,fingerprint,suppressed",
		Zh: "路径,行,列,末行,末列,级别,置信度,规则,名称,前文,原文,后文,说明,依据,修复,处数,指纹,放行原因"}.In(p.o.Lang)
	return p.w.Write(strings.Split(head, ","))
}

func (p *csvPrinter) File(f File) error {
	if err := p.begin(); err != nil {
		return err
	}
	l := p.o.Lang
	for i := range f.Findings {
		x := &f.Findings[i]
		if !recorded(p.o, x) {
			continue
		}
		var es []string
		for _, e := range x.Evidence {
			es = append(es, oneLine(e.In(l)))
		}
		fix := ""
		if x.Fix != nil {
			fix = x.Fix.Safety.String() + label(l, locale.Text{}) + fixText(x, x.Fix.Edits, l)
		}
		at := x.Place()
		row := []string{showPath(f.Path), strconv.Itoa(at.Line), strconv.Itoa(at.Column), strconv.Itoa(at.EndLine), strconv.Itoa(at.EndColumn),
			x.Severity.String(), x.Confidence.String(), x.Rule.ID, x.Rule.Title.In(l), oneLine(x.Context[0]), oneLine(x.Text), oneLine(x.Context[1]),
			oneLine(x.Message.In(l)), strings.Join(es, locale.Text{En: "; ", Zh: "；"}.In(l)), fix, strconv.Itoa(len(x.Places)), x.Fingerprint, oneLine(x.Suppressed)}
		for k, s := range row {
			if k > 7 {
				s = passOn(p.o, x, s)
			}
			row[k] = noFormula(s)
		}
		if err := p.w.Write(row); err != nil {
			return err
		}
	}
	p.w.Flush()
	return p.w.Error()
}

// noFormula puts an apostrophe before what a spreadsheet would calculate; the full-width forms count in East Asian versions.
func noFormula(s string) string {
	if strings.IndexAny(s, "=+-@＝＋－＠") == 0 {
		return "'" + s
	}
	return s
}

func (p *csvPrinter) Close(Summary) error {
	if err := p.begin(); err != nil {
		return err
	}
	p.w.Flush()
	return p.w.Error()
}
