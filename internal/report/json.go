package report

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/text"
)

// jsonLines prints one object a line: the findings of a file, then the file, and at the end the run.
type jsonLines struct {
	w     *bufio.Writer
	enc   *json.Encoder
	o     Options
	tally Tally
}

func newJSONL(w io.Writer, o Options) Printer {
	b := bufio.NewWriter(w)
	return &jsonLines{w: b, enc: encoder(b), o: o}
}

// encoder writes JSON whose strings hold no control or format character as itself: the file's text must not act on the terminal
// that shows the JSON.
func encoder(w io.Writer) *json.Encoder {
	e := json.NewEncoder(asciiControls{w})
	e.SetEscapeHTML(false)
	return e
}

func (p *jsonLines) File(f File) error {
	p.tally.Add(f)
	for i := range f.Findings {
		if !recorded(p.o, &f.Findings[i]) {
			continue
		}
		if err := p.enc.Encode(newFindingRecord(f.Path, &f.Findings[i])); err != nil {
			return err
		}
	}
	if f.Late {
		return p.w.Flush()
	}
	if err := p.enc.Encode(newFileRecord(f)); err != nil {
		return err
	}
	return p.w.Flush()
}

// recorded reports whether a machine format holds the finding: suppressed ones are there, and say so.
func recorded(o Options, f *lint.Finding) bool { return f.Severity >= o.MinSeverity }

func (p *jsonLines) Close(s Summary) error {
	if err := p.enc.Encode(newSummaryRecord(p.o, &p.tally, s)); err != nil {
		return err
	}
	return p.w.Flush()
}

// jsonDocument prints one document; it is written as the run goes, so that memory does not grow with the corpus.
type jsonDocument struct {
	w     *bufio.Writer
	enc   *json.Encoder
	o     Options
	tally Tally
	begun bool
	files []fileRecord
}

func newJSON(w io.Writer, o Options) Printer {
	b := bufio.NewWriter(w)
	return &jsonDocument{w: b, enc: encoder(b), o: o}
}

func (p *jsonDocument) File(f File) error {
	p.tally.Add(f)
	if !f.Late {
		p.files = append(p.files, newFileRecord(f))
	}
	for i := range f.Findings {
		if !recorded(p.o, &f.Findings[i]) {
			continue
		}
		if err := p.begin(","); err != nil {
			return err
		}
		if err := p.enc.Encode(newFindingRecord(f.Path, &f.Findings[i])); err != nil {
			return err
		}
	}
	return p.w.Flush()
}

// begin writes what stands before the first finding, or sep before a later one.
func (p *jsonDocument) begin(sep string) error {
	if p.begun {
		_, err := p.w.WriteString(sep)
		return err
	}
	p.begun = true
	tool := struct {
		Name       string `json:"name"`
		Version    string `json:"version"`
		ConfigHash string `json:"config_hash"`
	}{"reportlint", p.o.Tool.Version, p.o.Tool.ConfigHash}
	p.w.WriteString(`{"schema_version":1,"tool":`)
	if err := p.enc.Encode(tool); err != nil {
		return err
	}
	_, err := p.w.WriteString(`,"findings":[` + "\n")
	return err
}

func (p *jsonDocument) Close(s Summary) error {
	if err := p.begin(""); err != nil {
		return err
	}
	p.w.WriteString(`],"files":[` + "\n")
	for i, f := range p.files {
		if i > 0 {
			p.w.WriteByte(',')
		}
		if err := p.enc.Encode(f); err != nil {
			return err
		}
	}
	p.w.WriteString(`],"summary":`)
	if err := p.enc.Encode(newSummaryRecord(p.o, &p.tally, s)); err != nil {
		return err
	}
	p.w.WriteString("}\n")
	return p.w.Flush()
}

// asciiControls writes hostile characters and logging commands, which in JSON stand only inside strings, with \u escapes.
type asciiControls struct{ w io.Writer }

func (a asciiControls) Write(b []byte) (int, error) {
	out := b[:0:0]
	done := 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			if b[i] == '#' && i > 0 && b[i-1] == '#' && logCommand(string(b[i+1:min(i+17, len(b))])) {
				out = append(append(out, b[done:i]...), `\u0023`...)
				done = i + 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if _, hostile := text.Escape(r, 0); hostile {
			out = append(out, b[done:i]...)
			if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
				out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
			} else {
				out = fmt.Appendf(out, `\u%04x`, r)
			}
			done = i + n
		}
		i += n
	}
	if done > 0 {
		if _, err := a.w.Write(append(out, b[done:]...)); err != nil {
			return 0, err
		}
		return len(b), nil
	}
	return a.w.Write(b)
}
