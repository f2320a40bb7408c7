package report

import (
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
)

// The objects of json and jsonl. Their field names and order are a contract; new fields may be added.

type findingRecord struct {
	V           int             `json:"v"`
	Path        string          `json:"path"`
	PathBytes   string          `json:"path_bytes,omitempty"`
	Record      any             `json:"record"`
	Rule        string          `json:"rule"`
	Family      string          `json:"family"`
	Severity    string          `json:"severity"`
	Confidence  string          `json:"confidence"`
	Kind        string          `json:"kind"`
	Line        int             `json:"line"`
	Column      int             `json:"column"`
	EndLine     int             `json:"end_line"`
	EndColumn   int             `json:"end_column"`
	UTF16Column int             `json:"utf16_column"`
	ByteStart   int             `json:"byte_start"`
	ByteEnd     int             `json:"byte_end"`
	Text        string          `json:"text"`
	TextLength  int             `json:"text_length"`
	Repaired    string          `json:"repaired,omitempty"`
	Message     messageRecord   `json:"message"`
	Evidence    []string        `json:"evidence"` // in English, so that a record does not depend on the language of the run
	EvidenceIn  []messageRecord `json:"evidence_texts"`
	Related     []relatedRecord `json:"related"`
	PlaceCount  int             `json:"place_count"`
	Places      [][2]int        `json:"places"`
	Positions   [][4]int        `json:"place_positions,omitempty"` // line, column, end line, end column of each place, if there are several
	Context     contextRecord   `json:"context"`
	Fix         *fixRecord      `json:"fix"`
	Withheld    *string         `json:"withheld"`
	Fingerprint string          `json:"fingerprint"`
	Suppressed  *string         `json:"suppressed"`
}

type messageRecord struct {
	En string `json:"en"`
	Zh string `json:"zh"`
}

type contextRecord struct {
	Before string `json:"before"`
	After  string `json:"after"`
}

type relatedRecord struct {
	Path      string        `json:"path,omitempty"`
	PathBytes string        `json:"path_bytes,omitempty"`
	Line      int           `json:"line"`
	Column    int           `json:"column"`
	EndLine   int           `json:"end_line"`
	EndColumn int           `json:"end_column"`
	ByteStart int           `json:"byte_start"`
	ByteEnd   int           `json:"byte_end"`
	Text      string        `json:"text"`
	Context   contextRecord `json:"context"`
	Message   messageRecord `json:"message"`
}

type fixRecord struct {
	Safety       string              `json:"safety"`
	Proof        string              `json:"proof"`
	Repair       string              `json:"repair,omitempty"`
	Edits        []editRecord        `json:"edits"`
	Alternatives []alternativeRecord `json:"alternatives,omitempty"`
}

type editRecord struct {
	ByteStart int    `json:"byte_start"`
	ByteEnd   int    `json:"byte_end"`
	New       string `json:"new"`
}

type alternativeRecord struct {
	Edits      []editRecord    `json:"edits"`
	Evidence   []string        `json:"evidence"`
	EvidenceIn []messageRecord `json:"evidence_texts"`
}

// fileRecord follows the findings of its file.
type fileRecord struct {
	V          int      `json:"v"`
	Kind       string   `json:"kind"`
	Path       string   `json:"path"`
	PathBytes  string   `json:"path_bytes,omitempty"`
	Verdict    Verdict  `json:"verdict"`
	Rules      []string `json:"rules"` // those that decided the verdict
	Counts     Counts   `json:"counts"`
	Characters int      `json:"characters"`
	Encoding   string   `json:"encoding"`
	Scanned    bool     `json:"scanned"`
}

// summaryRecord is the last line of jsonl.
type summaryRecord struct {
	V          int    `json:"v"`
	Kind       string `json:"kind"`
	Tool       string `json:"tool"`
	Version    string `json:"version"`
	ConfigHash string `json:"config_hash"`
	Files      int    `json:"files"`
	Skipped    int    `json:"skipped"`
	Characters int    `json:"characters"`
	Findings   int    `json:"findings"`
	Counts     Counts `json:"counts"`
	Fixed      int    `json:"fixed"`
	Complete   bool   `json:"complete"`
}

func newFindingRecord(path string, f *lint.Finding) findingRecord {
	p := f.Place()
	r := findingRecord{V: 1, Rule: f.Rule.ID, Family: f.Rule.Family, Severity: f.Severity.String(), Confidence: f.Confidence.String(),
		Kind: "finding", Line: p.Line, Column: p.Column, EndLine: p.EndLine, EndColumn: p.EndColumn, UTF16Column: p.UTF16Column,
		ByteStart: p.Bytes.Start, ByteEnd: p.Bytes.End, Text: f.Text, TextLength: f.TextLength, Repaired: f.Repaired,
		Message: messageOf(f.Message), Evidence: english(f.Evidence), EvidenceIn: messagesOf(f.Evidence), Related: []relatedRecord{},
		PlaceCount: len(f.Places), Places: make([][2]int, len(f.Places)), Context: contextRecord{f.Context[0], f.Context[1]},
		Fingerprint: f.Fingerprint}
	r.Path, r.PathBytes = pathOf(path)
	for i, x := range f.Places {
		r.Places[i] = [2]int{x.Bytes.Start, x.Bytes.End}
		if len(f.Places) > 1 {
			r.Positions = append(r.Positions, [4]int{x.Line, x.Column, x.EndLine, x.EndColumn})
		}
	}
	for _, x := range f.Related {
		q := x.Place
		rel := relatedRecord{Line: q.Line, Column: q.Column, EndLine: q.EndLine, EndColumn: q.EndColumn, ByteStart: q.Bytes.Start, ByteEnd: q.Bytes.End,
			Text: text.First(x.Excerpt.Marked, 200), Context: contextRecord{text.Last(x.Excerpt.Before, 40), text.First(x.Excerpt.After, 40)}, Message: messageOf(x.Message)}
		if x.Path != "" && x.Path != path {
			rel.Path, rel.PathBytes = pathOf(x.Path)
		}
		r.Related = append(r.Related, rel)
	}
	if f.Fix != nil {
		r.Fix = &fixRecord{Safety: f.Fix.Safety.String(), Proof: f.Fix.Proof.String(), Repair: f.Fix.Repair, Edits: editsOf(f.Fix.Edits)}
		for _, a := range f.Fix.Alternatives {
			r.Fix.Alternatives = append(r.Fix.Alternatives, alternativeRecord{editsOf(a.Edits), english(a.Evidence), messagesOf(a.Evidence)})
		}
	}
	if f.Withheld != "" {
		r.Withheld = &f.Withheld
	}
	if f.Suppressed != "" {
		r.Suppressed = &f.Suppressed
	}
	return r
}

func newFileRecord(f File) fileRecord {
	v, ids := Judge(f)
	r := fileRecord{V: 1, Kind: "file", Verdict: v, Rules: ids, Counts: Count(f.Findings), Characters: f.Characters, Encoding: f.Encoding, Scanned: !f.Skipped}
	if r.Rules == nil {
		r.Rules = []string{}
	}
	r.Path, r.PathBytes = pathOf(f.Path)
	return r
}

func newSummaryRecord(o Options, t *Tally, s Summary) summaryRecord {
	return summaryRecord{V: 1, Kind: "summary", Tool: "reportlint", Version: o.Tool.Version, ConfigHash: o.Tool.ConfigHash, Files: t.Files,
		Skipped: t.Skipped, Characters: t.Characters, Findings: t.Findings, Counts: t.Counts, Fixed: s.Fixed, Complete: !s.Interrupted}
}

func english(ts []locale.Text) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.En
	}
	return out
}

func messageOf(t locale.Text) messageRecord { return messageRecord{En: t.En, Zh: t.Zh} }

func messagesOf(ts []locale.Text) []messageRecord {
	out := make([]messageRecord, len(ts))
	for i, t := range ts {
		out[i] = messageOf(t)
	}
	return out
}

func editsOf(es []lint.Edit) []editRecord {
	out := make([]editRecord, len(es))
	for i, e := range es {
		out[i] = editRecord{e.Bytes.Start, e.Bytes.End, e.New}
	}
	return out
}

// pathOf is a path as JSON can hold it: bytes that are no UTF-8 percent-escaped (and then the percent sign too), with the
// bytes themselves in base64.
func pathOf(p string) (shown, bytes string) {
	if utf8.ValidString(p) {
		return p, ""
	}
	var b strings.Builder
	for i := 0; i < len(p); {
		r, n := utf8.DecodeRuneInString(p[i:])
		if r == '%' || r == utf8.RuneError && n == 1 {
			fmt.Fprintf(&b, "%%%02X", p[i])
		} else {
			b.WriteString(p[i : i+n])
		}
		i += n
	}
	return b.String(), base64.StdEncoding.EncodeToString([]byte(p))
}
