package facts

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Writer prints rows as they come.
type Writer interface {
	Rows([]Row) error
	Close() error
}

// Formats are the names NewWriter knows.
func Formats() []string { return []string{"csv", "jsonl", "markdown"} }

// NewWriter prints rows to w in a format, or, with pivot, the table of indicator, place and period at Close.
func NewWriter(w io.Writer, format string, pivot bool) (Writer, error) {
	var grid func([][]string) error
	switch format {
	case "jsonl":
		if !pivot {
			return &lines{w: w}, nil
		}
		grid = func(t [][]string) error { return jsonTable(w, t) }
	case "csv":
		grid = func(t [][]string) error { return csvTable(w, t) }
	case "markdown":
		grid = func(t [][]string) error { return markdownTable(w, t) }
	default:
		return nil, fmt.Errorf("unknown format %q\nhint: the formats are %s", format, strings.Join(Formats(), ", "))
	}
	if pivot {
		return &pivotTable{grid: grid}, nil
	}
	return &table{grid: grid}, nil
}

type lines struct{ w io.Writer }

func (l *lines) Rows(rows []Row) error {
	e := json.NewEncoder(l.w)
	e.SetEscapeHTML(false)
	for i := range rows {
		if err := e.Encode(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

func (l *lines) Close() error { return nil }

// columns are those of jsonl but for v.
var columns = []string{"path", "line", "column", "end_line", "end_column", "byte_start", "byte_end", "text", "place", "scope", "period", "status", "indicator", "kind",
	"value", "unit", "low", "high", "qualifier", "direction", "base_value", "base_unit", "damage"}

func (r *Row) cells() []string {
	n := strconv.Itoa
	return []string{r.Path, n(r.Line), n(r.Column), n(r.EndLine), n(r.EndColumn), n(r.ByteStart), n(r.ByteEnd), r.Text, r.Place, r.Scope, r.Period, r.Status, r.Indicator, r.Kind,
		r.Value, r.Unit, r.Low, r.High, r.Qualifier, r.Direction, r.BaseValue, r.BaseUnit, strings.Join(r.Damage, " ")}
}

// table prints rows as they come; the first rows bring the head.
type table struct {
	grid  func([][]string) error
	begun bool
}

func (t *table) Rows(rows []Row) error {
	var out [][]string
	if !t.begun {
		t.begun = true
		out = append(out, columns)
	} else {
		out = append(out, nil) // no head
	}
	for i := range rows {
		out = append(out, rows[i].cells())
	}
	return t.grid(out)
}

func (t *table) Close() error {
	if t.begun {
		return nil
	}
	return t.grid([][]string{columns})
}

// csvTable writes UTF-8 with a byte order mark, without which spreadsheets in a Chinese locale read GBK; a first row of nil
// means that the head has been written.
func csvTable(w io.Writer, t [][]string) error {
	if t[0] != nil {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	} else {
		t = t[1:]
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	for _, row := range t {
		guarded := make([]string, len(row))
		for i, cell := range row {
			guarded[i] = noFormula(cell)
		}
		if err := c.Write(guarded); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// noFormula keeps a spreadsheet from taking text for a formula. A negative number is a number.
func noFormula(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}

func markdownTable(w io.Writer, t [][]string) error {
	var b strings.Builder
	line := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| ")
			b.WriteString(strings.NewReplacer("|", "\\|", "\n", " ", "\r", "").Replace(c))
			b.WriteByte(' ')
		}
		b.WriteString("|\n")
	}
	if t[0] != nil {
		line(t[0])
		b.WriteString(strings.Repeat("| --- ", len(t[0])) + "|\n")
	}
	for _, row := range t[1:] {
		line(row)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// jsonTable writes one object a line with the head's names as keys, empty cells left out.
func jsonTable(w io.Writer, t [][]string) error {
	if len(t) == 0 || t[0] == nil {
		return nil
	}
	for _, row := range t[1:] {
		var b strings.Builder
		b.WriteByte('{')
		for i, cell := range row {
			if cell == "" {
				continue
			}
			if b.Len() > 1 {
				b.WriteByte(',')
			}
			k, _ := json.Marshal(t[0][i])
			v, _ := json.Marshal(cell)
			b.Write(k)
			b.WriteByte(':')
			b.Write(v)
		}
		b.WriteString("}\n")
		if _, err := io.WriteString(w, b.String()); err != nil {
			return err
		}
	}
	return nil
}
