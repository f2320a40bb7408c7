package facts

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

const sample = "2022年大连市政府工作报告\n2022年1月6日在大连市第十七届人民代表大会第一次会议上\n一、2021年工作回顾\n地区生产总值7600亿元、增长8%左右，培育2—3家企业。\n"

func rows(t *testing.T, s string, keep bool) []Row {
	t.Helper()
	c, err := rules.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	l, err := lint.New(c, lint.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return Of("a.txt", l.Lint(document.New("a.txt", codec.FromString(s)), &lint.Worker{}), keep)
}

func TestRow(t *testing.T) {
	rs := rows(t, sample, false)
	if len(rs) != 3 {
		t.Fatalf("%d rows: %+v", len(rs), rs)
	}
	want := Row{V: 1, Path: "a.txt", Line: 4, Column: 7, EndLine: 4, EndColumn: 13, ByteStart: strings.Index(sample, "7600"), ByteEnd: strings.Index(sample, "、增长"), Text: "7600亿元",
		Place: "大连市", Period: "2021", Status: "result", Indicator: "地区生产总值", Kind: "level", Value: "7600", Unit: "亿元", Low: "7599.5", High: "7600.5", Direction: "none",
		BaseValue: "760000000000", BaseUnit: "元", Damage: []string{}}
	got, _ := json.Marshal(rs[0])
	exp, _ := json.Marshal(want)
	if string(got) != string(exp) {
		t.Errorf("\n got %s\nwant %s", got, exp)
	}
	if r := rs[1]; r.Kind != "growth" || r.Qualifier != "about" || r.Direction != "up" || r.Low != "7.5" || r.High != "8.5" {
		t.Errorf("growth: %+v", r)
	}
	if r := rs[2]; r.Value != "2~3" || r.Low != "2" || r.High != "3" || r.Indicator != "企业" {
		t.Errorf("range: %+v", r)
	}
}

// A figure in damage that nothing undoes is left out; the row beside it says what lies in its sentence.
func TestDamage(t *testing.T) {
	s := strings.Replace(sample, "培育2—3家企业", "培育2—3家企锟斤拷业，税收\uFFFD30亿元", 1)
	kept, all := rows(t, s, false), rows(t, s, true)
	if len(kept) > len(all) || len(all) == 0 {
		t.Fatalf("%d rows without, %d with damaged ones", len(kept), len(all))
	}
	damaged := false
	for _, r := range all {
		damaged = damaged || len(r.Damage) > 0
	}
	if !damaged {
		t.Error("no row names the damage of its sentence")
	}
}

func write(t *testing.T, format string, pivot bool, rs ...[]Row) string {
	t.Helper()
	var b bytes.Buffer
	w, err := NewWriter(&b, format, pivot)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rs {
		if err := w.Rows(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFormats(t *testing.T) {
	rs := rows(t, sample, false)
	csv := write(t, "csv", false, rs[:1], rs[1:])
	if n := strings.Count(csv, "\r\n"); n != 4 || !strings.HasPrefix(csv, "\ufeffpath,line,") {
		t.Errorf("csv has %d lines: %q", n, csv)
	}
	if strings.Count(csv, "\ufeff") != 1 {
		t.Error("more than one byte order mark")
	}
	jsonl := write(t, "jsonl", false, rs)
	for _, line := range strings.Split(strings.TrimSpace(jsonl), "\n") {
		var r Row
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Errorf("%v: %s", err, line)
		}
	}
	if md := write(t, "markdown", false, rs); strings.Count(md, "\n") != 5 || !strings.Contains(md, "| 7600亿元 |") {
		t.Errorf("markdown:\n%s", md)
	}
	if md := write(t, "markdown", true, rs); !strings.Contains(md, "| indicator | kind | place | 2021 |") || !strings.Contains(md, "| 地区生产总值 | level | 大连市 | 7600亿元 |") {
		t.Errorf("pivot:\n%s", md)
	}
	if got := write(t, "jsonl", true, rs); !strings.Contains(got, `"indicator":"地区生产总值","kind":"growth","place":"大连市","2021":"8%"`) {
		t.Errorf("pivot as jsonl:\n%s", got)
	}
	if got := write(t, "csv", false); got != "\ufeff"+strings.Join(columns, ",")+"\r\n" {
		t.Errorf("an empty table has its head: %q", got)
	}
	if _, err := NewWriter(nil, "xml", false); err == nil || !strings.Contains(err.Error(), "hint:") {
		t.Errorf("unknown format: %v", err)
	}
}

func TestNoFormula(t *testing.T) {
	for in, want := range map[string]string{"=1+1": "'=1+1", "-5": "-5", "-5 to 3": "'-5 to 3", "@a": "'@a", "": "", "地区": "地区"} {
		if got := noFormula(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
