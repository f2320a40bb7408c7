package rules_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/tools/txtar"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

// disguises write a text in another way that says the same. back reads what fixing made of it; ok is false where the text cannot
// be written so.
var disguises = []struct {
	name  string
	write func(string) (raw []byte, ok bool)
	back  func([]byte) string
}{
	{"utf-8 with BOM", func(s string) ([]byte, bool) { return []byte("\ufeff" + s), !strings.HasPrefix(s, "\ufeff") },
		func(b []byte) string { return strings.TrimPrefix(string(b), "\ufeff") }},
	{"crlf", func(s string) ([]byte, bool) {
		return []byte(strings.ReplaceAll(s, "\n", "\r\n")), !strings.Contains(s, "\r")
	}, func(b []byte) string { return strings.ReplaceAll(string(b), "\r\n", "\n") }},
	{"gb18030", func(s string) ([]byte, bool) {
		b, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil || len(b) < 64 {
			return nil, false // too short to be told from chance
		}
		t, err := codec.Decode([]byte(b), codec.Auto)
		return []byte(b), err == nil && t.Encoding == codec.GB18030 && t.S == s
	}, func(b []byte) string { s, _ := simplifiedchinese.GB18030.NewDecoder().String(string(b)); return s }},
	{"utf-16", func(s string) ([]byte, bool) {
		out := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(s)) {
			out = binary.LittleEndian.AppendUint16(out, u)
		}
		return out, !strings.ContainsRune(s, '\ufffd')
	}, func(b []byte) string {
		var us []uint16
		for i := 2; i+1 < len(b); i += 2 {
			us = append(us, binary.LittleEndian.Uint16(b[i:]))
		}
		return string(utf16.Decode(us))
	}},
}

// TestDisguises: written in another encoding or with other line ends, every fixture gives the same findings at the same lines and
// columns, and the same text after fixing.
func TestDisguises(t *testing.T) {
	c := builtin(t)
	compared := 0
	for _, r := range c.Rules() {
		if r.Check == nil || r.ID == "encoding/not-utf8" || r.Scope == rules.ScopeCorpus {
			continue
		}
		raw, err := os.ReadFile(fixturePath(r))
		if err != nil {
			continue // TestFixtures complains
		}
		l := only(t, c, r)
		for _, f := range txtar.Parse(raw).Files {
			if !strings.HasSuffix(f.Name, ".txt") {
				continue
			}
			s := string(f.Data)
			want := report(run(t, l, s))
			for _, d := range disguises {
				b, ok := d.write(s)
				if !ok {
					continue
				}
				file, err := codec.Decode(b, codec.Auto)
				if err != nil {
					t.Errorf("%s %s as %s: %v", r.ID, f.Name, d.name, err)
					continue
				}
				compared++
				if got := strings.ReplaceAll(report(look(t, l, file)), "␍⏎", "⏎"); got != want {
					t.Errorf("%s %s as %s:\n--- got\n%s--- want\n%s", r.ID, f.Name, d.name, got, want)
				}
				for _, unsafe := range []bool{false, true} {
					fixed, err := l.Fix("a.txt", file, lint.Policy{Unsafe: unsafe}, &lint.Worker{})
					if err != nil {
						t.Errorf("%s %s as %s: %v", r.ID, f.Name, d.name, err)
						continue
					}
					out := bytes.Clone(b)
					if len(fixed.Edits) > 0 {
						if out, _, err = file.Splice(b, fixed.Edits); err != nil {
							continue // the encoding lacks a character: nothing is written
						}
					}
					if got, want := d.back(out), fix(t, l, s, unsafe); got != want {
						t.Errorf("%s %s as %s, unsafe=%v: fixed to\n%q\nwant\n%q", r.ID, f.Name, d.name, unsafe, got, want)
					}
				}
			}
		}
	}
	if compared < 20 {
		t.Errorf("only %d comparisons", compared)
	}
}
