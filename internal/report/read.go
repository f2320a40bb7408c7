package report

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/rules"
)

// Saved is a run read back from jsonl.
type Saved struct {
	Files   []File
	Summary Summary
	Tool    Tool
}

// maxRecord bounds one line of saved results.
const maxRecord = 256 << 20

// Read reads what the format jsonl wrote; several results one after the other are one run. lookup gives the rule of an id; what
// it does not know becomes a rule with a name only. Findings carry all that the formats print; offsets are those of the file,
// spans of the text are not kept. The error names the line.
func Read(r io.Reader, lookup func(id string) *rules.Rule) (*Saved, error) {
	s := &Saved{}
	known := map[string]*rules.Rule{}
	in := bufio.NewReaderSize(r, 1<<16)
	cur := File{}
	flush := func(late bool) {
		if cur.Path != "" {
			cur.Late = late
			s.Files = append(s.Files, cur)
		}
		cur = File{}
	}
	for n := 1; ; n++ {
		line, err := readLine(in)
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			var kind struct{ Kind string }
			if jerr := json.Unmarshal(line, &kind); jerr != nil {
				return nil, fmt.Errorf("line %d is not a result of -f jsonl: %w", n, jerr)
			}
			switch kind.Kind {
			case "finding":
				var rec findingRecord
				if jerr := json.Unmarshal(line, &rec); jerr != nil {
					return nil, fmt.Errorf("line %d: %w", n, jerr)
				}
				f, ferr := rec.finding(func(id string) *rules.Rule {
					if known[id] == nil {
						if known[id] = lookup(id); known[id] == nil {
							known[id] = nameless(rec)
						}
					}
					return known[id]
				})
				if ferr != nil {
					return nil, fmt.Errorf("line %d: %w", n, ferr)
				}
				if cur.Path != "" && cur.Path != f.Path {
					flush(true)
				}
				cur.Path = f.Path
				cur.Findings = append(cur.Findings, f)
			case "file":
				var rec fileRecord
				if jerr := json.Unmarshal(line, &rec); jerr != nil {
					return nil, fmt.Errorf("line %d: %w", n, jerr)
				}
				path, perr := realPath(rec.Path, rec.PathBytes)
				if perr != nil {
					return nil, fmt.Errorf("line %d: %w", n, perr)
				}
				if cur.Path != path {
					flush(true)
				}
				cur.Path, cur.Characters, cur.Encoding, cur.Skipped = path, rec.Characters, rec.Encoding, !rec.Scanned
				flush(false)
			case "summary":
				var rec summaryRecord
				if jerr := json.Unmarshal(line, &rec); jerr != nil {
					return nil, fmt.Errorf("line %d: %w", n, jerr)
				}
				s.Tool = Tool{rec.Version, rec.ConfigHash}
				s.Summary.Fixed += rec.Fixed
				s.Summary.Interrupted = s.Summary.Interrupted || !rec.Complete
			}
		}
		if err != nil {
			break
		}
	}
	flush(true)
	return s, nil
}

func readLine(in *bufio.Reader) ([]byte, error) {
	var line []byte
	for {
		part, more, err := in.ReadLine()
		if line == nil && !more {
			return part, err
		}
		if line = append(line, part...); len(line) > maxRecord {
			return nil, errors.New("the line is longer than 256 MiB")
		}
		if !more || err != nil {
			return line, err
		}
	}
}

// nameless is a rule of which only a finding is known.
func nameless(r findingRecord) *rules.Rule {
	_, slug, _ := strings.Cut(r.Rule, "/")
	return &rules.Rule{ID: r.Rule, Family: r.Family, Slug: slug, Severity: severityOf(r.Severity), Confidence: confidenceOf(r.Confidence),
		Title: locale.Text{Zh: r.Rule, En: r.Rule}}
}

func (r findingRecord) finding(rule func(string) *rules.Rule) (lint.Finding, error) {
	f := lint.Finding{Rule: rule(r.Rule), Severity: severityOf(r.Severity), Confidence: confidenceOf(r.Confidence), Context: [2]string{r.Context.Before, r.Context.After},
		Text: r.Text, TextLength: max(r.TextLength, utf8.RuneCountInString(r.Text)), Repaired: r.Repaired, Message: textOf(r.Message), Evidence: textsOf(r.EvidenceIn), Fingerprint: r.Fingerprint}
	var err error
	if f.Path, err = realPath(r.Path, r.PathBytes); err != nil {
		return f, err
	}
	if f.Path == "" || r.Rule == "" || f.Severity == checks.SeverityUnset || len(r.Places) == 0 {
		return f, errors.New("a finding needs path, rule, severity and places")
	}
	if !r.sane() {
		return f, errors.New("a range of bytes runs backwards")
	}
	for i, p := range r.Places {
		at := document.Place{Bytes: codec.Bytes{Start: p[0], End: p[1]}}
		if i < len(r.Positions) {
			x := r.Positions[i]
			at.Line, at.Column, at.EndLine, at.EndColumn = x[0], x[1], x[2], x[3]
		}
		f.Places = append(f.Places, at)
	}
	f.Places[0] = document.Place{Bytes: codec.Bytes{Start: r.ByteStart, End: r.ByteEnd}, Line: r.Line, Column: r.Column, EndLine: r.EndLine, EndColumn: r.EndColumn, UTF16Column: r.UTF16Column}
	f.Excerpt = excerptOf(f.Places[0], r.Context, r.Text, f.TextLength)
	for _, x := range r.Related {
		p := document.Place{Bytes: codec.Bytes{Start: x.ByteStart, End: x.ByteEnd}, Line: x.Line, Column: x.Column, EndLine: x.EndLine, EndColumn: x.EndColumn}
		path, err := realPath(x.Path, x.PathBytes)
		if err != nil {
			return f, err
		}
		f.Related = append(f.Related, lint.Related{Path: path, Place: p, Excerpt: excerptOf(p, x.Context, x.Text, utf8.RuneCountInString(x.Text)), Message: textOf(x.Message)})
	}
	if r.Fix != nil {
		f.Fix = &lint.Fix{Safety: rules.FixUnsafe, Proof: proofOf(r.Fix.Proof), Repair: r.Fix.Repair, Edits: realEdits(r.Fix.Edits)}
		if r.Fix.Safety == rules.FixSafe.String() {
			f.Fix.Safety = rules.FixSafe
		}
		for _, a := range r.Fix.Alternatives {
			f.Fix.Alternatives = append(f.Fix.Alternatives, lint.Alternative{Edits: realEdits(a.Edits), Evidence: textsOf(a.EvidenceIn)})
		}
	}
	if r.Withheld != nil {
		f.Withheld = *r.Withheld
	}
	if r.Suppressed != nil {
		f.Suppressed = *r.Suppressed
	}
	return f, nil
}

// sane reports whether every range of bytes begins in the file and does not end before it begins.
func (r findingRecord) sane() bool {
	ok := func(start, end int) bool { return start >= 0 && start <= end }
	edits := func(es []editRecord) bool {
		return !slices.ContainsFunc(es, func(e editRecord) bool { return !ok(e.ByteStart, e.ByteEnd) })
	}
	if !ok(r.ByteStart, r.ByteEnd) || slices.ContainsFunc(r.Places, func(p [2]int) bool { return !ok(p[0], p[1]) }) {
		return false
	}
	if r.Fix == nil {
		return true
	}
	return edits(r.Fix.Edits) && !slices.ContainsFunc(r.Fix.Alternatives, func(a alternativeRecord) bool { return !edits(a.Edits) })
}

// excerptOf is what a record keeps of the line: 40 code points on each side.
func excerptOf(p document.Place, c contextRecord, marked string, length int) document.Excerpt {
	x := document.Excerpt{Before: c.Before, After: c.After}
	x.CutBefore = p.Column-1 > utf8.RuneCountInString(c.Before)
	x.CutAfter = utf8.RuneCountInString(c.After) >= 40
	x.Marked, _, _ = strings.Cut(marked, "\n")
	if x.Marked == marked && length > utf8.RuneCountInString(marked) {
		x.Head, x.Omitted = len(marked), length-utf8.RuneCountInString(marked)
	}
	if x.MoreLines = p.EndLine - p.Line; x.MoreLines > 0 && p.EndColumn == 1 {
		x.MoreLines--
	}
	return x
}

func realPath(shown, encoded string) (string, error) {
	if encoded == "" {
		return shown, nil
	}
	b, err := base64.StdEncoding.DecodeString(encoded)
	return string(b), err
}

func realEdits(es []editRecord) []lint.Edit {
	out := make([]lint.Edit, len(es))
	for i, e := range es {
		out[i] = lint.Edit{Bytes: codec.Bytes{Start: e.ByteStart, End: e.ByteEnd}, New: e.New}
	}
	return out
}

func textOf(m messageRecord) locale.Text { return locale.Text{Zh: m.Zh, En: m.En} }

func textsOf(ms []messageRecord) []locale.Text {
	var out []locale.Text
	for _, m := range ms {
		out = append(out, textOf(m))
	}
	return out
}

func severityOf(s string) checks.Severity {
	for _, v := range []checks.Severity{checks.Info, checks.Warning, checks.Error} {
		if v.String() == s {
			return v
		}
	}
	return checks.SeverityUnset
}

func confidenceOf(s string) checks.Confidence {
	for _, v := range []checks.Confidence{checks.Low, checks.Medium, checks.High} {
		if v.String() == s {
			return v
		}
	}
	return checks.ConfidenceUnset
}

func proofOf(s string) checks.Proof {
	i := slices.IndexFunc([]checks.Proof{checks.ProofNone, checks.ProofRoundTrip, checks.ProofFurniture, checks.ProofInvisible, checks.ProofCanonical, checks.ProofIdentity, checks.ProofShape},
		func(p checks.Proof) bool { return p.String() == s })
	return checks.Proof(max(i, 0))
}
