package runner

import (
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/rules"
)

// Reason is an error that can say in both languages why a file was not done, and whether it was passed over rather than failed.
type Reason interface {
	error
	Reason() (why locale.Text, skipped bool)
}

// do takes one file through.
func (j Job) do(order int, w *lint.Worker) Outcome {
	o := Outcome{Path: j.Path, Order: order}
	raw, err := j.Read()
	if err != nil {
		j.fail(&o, err)
		return o
	}
	file, err := codec.Decode(raw, j.Setup.Encoding)
	if err != nil {
		j.fail(&o, err)
		return o
	}
	o.Scanned, o.Before = true, raw
	o.Encoding = file.Encoding
	if j.Mode == Look || !j.Fixable {
		o.Characters = j.look(&o, file, w)
		return o
	}
	o.Characters = utf8.RuneCountInString(file.S)
	policy := j.Setup.Policy
	policy.Filter = j.filter
	fixed, err := j.Setup.Linter.Fix(j.Path, file, policy, w)
	var diverged *lint.DivergedError
	if errors.As(err, &diverged) {
		o.Failed = true
		j.report(&o, "run/fix-did-not-converge", map[string]locale.Text{"rules": plain(strings.Join(diverged.Rules, ", "))})
	}
	if err != nil || len(fixed.Edits) == 0 {
		j.refusals(&o, fixed)
		j.look(&o, file, w)
		return o
	}
	out, edits, err := file.Splice(raw, fixed.Edits)
	if err != nil {
		o.Failed = true
		j.report(&o, "run/fix-refused", map[string]locale.Text{"rules": plain(ruleIDs(fixed.Applied)), "reason": reason(err)})
		j.look(&o, file, w)
		return o
	}
	if j.Mode == Fix && j.Write != nil && !bytes.Equal(raw, out) {
		if err := j.Write(raw, out); err != nil {
			o.Failed = true
			j.report(&o, "run/fix-refused", map[string]locale.Text{"rules": plain(ruleIDs(fixed.Applied)), "reason": reason(err)})
			j.look(&o, file, w)
			return o
		}
	}
	o.After, o.Applied, o.Edits = out, fixed.Applied, edits
	j.refusals(&o, fixed)
	if again, err := codec.Decode(out, file.Encoding); err == nil {
		j.look(&o, again, w) // places of what is left are those of the bytes as written
	}
	return o
}

// look lints the file and returns how many characters it has.
func (j Job) look(o *Outcome, file *codec.Text, w *lint.Worker) (characters int) {
	d := document.New(j.Path, file)
	res := j.Setup.Linter.Lint(d, w)
	o.Findings = append(o.Findings, j.filter(res.Findings)...)
	o.Facts = res.Facts
	for i := range o.Facts {
		o.Facts[i].Fact.Order = o.Order
	}
	for _, p := range res.Panics {
		o.Failed = true
		j.report(o, "run/internal-error", map[string]locale.Text{"rule": plain(p.Rule.ID), "reason": plain(p.Value)})
	}
	return d.Characters()
}

func (j Job) filter(fs []lint.Finding) []lint.Finding {
	if j.Filter == nil {
		return fs
	}
	return j.Filter(fs)
}

func (j Job) refusals(o *Outcome, fixed lint.Fixed) {
	for _, r := range fixed.Refused {
		var ids []string
		for _, x := range r.Rules {
			ids = append(ids, x.ID)
		}
		j.report(o, "run/fix-refused", map[string]locale.Text{"rules": plain(strings.Join(ids, ", ")), "reason": r.Reason})
	}
}

// fail turns an error of reading or writing into a finding.
func (j Job) fail(o *Outcome, err error) {
	why, skipped := reason(err), false
	var r Reason
	if errors.As(err, &r) {
		_, skipped = r.Reason()
	}
	id := "run/unreadable-file"
	if skipped {
		id = "run/skipped-file"
	}
	o.Failed = j.Named || !skipped
	j.report(o, id, map[string]locale.Text{"reason": why})
}

// reason is what err says of itself in both languages, or else its message.
func reason(err error) locale.Text {
	var r Reason
	if errors.As(err, &r) {
		why, _ := r.Reason()
		return why
	}
	return plain(err.Error())
}

// report adds a diagnostic of the tool itself, placed at the start of the file.
func (j Job) report(o *Outcome, id string, vars map[string]locale.Text) {
	r := j.Setup.Catalogue.Rule(id)
	if r == nil || j.Setup.Reported != nil && !j.Setup.Reported(r) {
		return
	}
	o.Findings = slices.Insert(o.Findings, 0, Diagnostic(r, j.Path, vars))
}

// Diagnostic is a finding about a file as such.
func Diagnostic(r *rules.Rule, path string, vars map[string]locale.Text) lint.Finding {
	zh, en := map[string]string{}, map[string]string{}
	for k, v := range vars {
		zh[k], en[k] = v.Zh, v.En
	}
	return lint.Finding{Path: path, Rule: r, Severity: r.Severity, Confidence: r.Confidence,
		Places:      []document.Place{{Line: 1, Column: 1, EndLine: 1, EndColumn: 1, UTF16Column: 1}},
		Message:     locale.Text{Zh: r.Message.Fill(zh).Zh, En: r.Message.Fill(en).En},
		Fingerprint: "v1:" + fmt.Sprintf("%016x", hash(r.ID)),
	}
}

func plain(s string) locale.Text { return locale.Text{Zh: s, En: s} }

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

func ruleIDs(as []lint.Applied) string {
	var ids []string
	for _, a := range as {
		if !slices.Contains(ids, a.Finding.Rule.ID) {
			ids = append(ids, a.Finding.Rule.ID)
		}
	}
	return strings.Join(ids, ", ")
}
