package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/reportlint/reportlint/internal/baseline"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/report"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/internal/source"
	"github.com/reportlint/reportlint/rules"
)

// known is the baseline of a run.
type known struct {
	path    string // absolute
	entries *baseline.Known
	account *baseline.Account
}

// loadBaseline reads the run's baseline; nil if there is none, or if the run wants none.
func (s *session) loadBaseline() (*known, error) {
	path := s.run.Baseline.Path
	if s.flags.noBaseline || path == "" {
		return nil, nil
	}
	b, err := readBaseline(path)
	if errors.Is(err, fs.ErrNotExist) && s.flags.baseline == "" {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", source.Printed(s.cwd, path), err)
	}
	return s.knownBy(path, b), nil
}

// readBaseline reads the file at path.
func readBaseline(path string) (*baseline.Baseline, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return baseline.Read(f)
}

func (s *session) knownBy(path string, b *baseline.Baseline) *known {
	k := &known{path: path, entries: b.Known(func(p string) bool {
		_, err := os.Lstat(filepath.Join(filepath.Dir(path), filepath.FromSlash(p)))
		return err == nil
	})}
	k.account = k.entries.Account(s.ran)
	return k
}

// ran reports whether the run used a rule, so that its silence means something. A rule that is gone was not used but will never
// speak again.
func (s *session) ran(id string) bool {
	r := s.catalogue.Rule(id)
	if r == nil {
		return true
	}
	if r.Scope == rules.ScopeCorpus && !s.corpus {
		return false
	}
	for _, setup := range s.setups {
		if setup.Reported == nil || setup.Reported(r) {
			return true
		}
	}
	return false
}

// name is a file's path as the baseline writes it: relative to the baseline's folder.
func (k *known) name(abs string) string {
	rel, err := filepath.Rel(filepath.Dir(k.path), abs)
	if err != nil {
		rel = abs
	}
	return filepath.ToSlash(rel)
}

// absolute is the path of a printed one.
func (s *session) absolute(printed string) string {
	p := filepath.FromSlash(printed)
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(s.cwd, p)
}

// silence puts the baseline behind the filters that a job has.
func (k *known) silence(j *runner.Job, abs string) {
	if k == nil {
		return
	}
	name, first := k.name(abs), j.Filter
	j.Filter = func(fs []lint.Finding) []lint.Finding {
		if first != nil {
			fs = first(fs)
		}
		k.entries.Suppress(name, fs)
		return fs
	}
}

// tell accounts for a file that was linted.
func (k *known) tell(s *session, f report.File) {
	if k != nil && !f.Skipped {
		k.account.File(k.name(s.absolute(f.Path)), f.Findings)
	}
}

// later silences and accounts for what only several files together show.
func (k *known) later(s *session, f report.File) {
	if k != nil {
		k.entries.Suppress(k.name(s.absolute(f.Path)), f.Findings)
		k.tell(s, f)
	}
}

// maxStale is how many stale entries are named one by one.
const maxStale = 20

// stale are findings about entries that nothing answers to any more, and how many there are. A run that used only some rules, or
// that did not write what it fixed, cannot tell.
func (k *known) stale(s *session) (report.File, int) {
	f := s.flags
	if k == nil || f.diff || f.minConfidence != "" || len(f.selects)+len(f.ignores)+len(f.extends) > 0 {
		return report.File{}, 0
	}
	es := k.account.Stale()
	file := report.File{Path: source.Printed(s.cwd, k.path), Late: true}
	for i, e := range es {
		if i == maxStale {
			break
		}
		text := e.Rule + " " + strings.ToValidUTF8(e.Path, "\ufffd")
		file.Findings = append(file.Findings, runner.Diagnostic(s.catalogue.Rule("run/stale-baseline"), file.Path, map[string]locale.Text{"entry": {Zh: text, En: text}}))
	}
	return file, len(es)
}

// onlyNew drops what an older version of the file had too.
func onlyNew(fs []lint.Finding) []lint.Finding {
	kept := fs[:0]
	for _, f := range fs {
		if !strings.HasPrefix(f.Suppressed, "base:") {
			kept = append(kept, f)
		}
	}
	return kept
}
