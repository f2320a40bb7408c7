package config

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync/atomic"
	"time"

	"github.com/reportlint/reportlint/internal/glob"
	"github.com/reportlint/reportlint/rules"
)

// allowEntry is one [[allow]], ready to use. It is shared by every Config that reads the same file.
type allowEntry struct {
	Allow
	origin Origin
	paths  glob.List
	regex  *regexp.Regexp
	used   atomic.Bool
}

func (l *layer) compileAllow(i int) *allowEntry {
	a := l.cfg.Allow[i]
	p := l.value("allow", i)
	e := &allowEntry{Allow: a, origin: Origin{l.path, p.Line, p.Column}}
	l.add(&e.paths, a.Paths, false)
	if a.Regex != "" {
		e.regex, _ = regexp.Compile(a.Regex) // checked before
	}
	return e
}

// Place is what [[allow]] needs to know of a finding.
type Place struct {
	Rule                *rules.Rule
	Path                string // absolute, with slashes
	Before, Text, After string // what stands in the file at the finding and around it, within its line
}

// Allows reports whether an [[allow]] entry that has not expired on the day of now silences a finding, and its reason. Workers
// may call it at the same time.
func (c *Config) Allows(p Place, now time.Time) (reason string, ok bool) {
	for _, e := range c.allow {
		if !e.expired(now) && e.fits(p) {
			e.used.Store(true)
			return e.Reason, true
		}
	}
	return "", false
}

func (e *allowEntry) expired(now time.Time) bool {
	return e.Expires != "" && now.Format(time.DateOnly) > e.Expires
}

func (e *allowEntry) fits(p Place) bool {
	if len(e.Rules) > 0 && !slices.ContainsFunc(e.Rules, func(s string) bool { ok, _ := p.Rule.Matches(s); return ok }) {
		return false
	}
	if e.paths.Len() > 0 && !e.paths.Selects(p.Path) {
		return false
	}
	line := e.Target == "line"
	switch {
	case e.Text != "" && line:
		return strings.Contains(p.Before+p.Text+p.After, e.Text)
	case e.Text != "":
		return strings.Contains(p.Text, e.Text) || covered(p, e.Text)
	case e.regex != nil && line:
		return e.regex.MatchString(p.Before + p.Text + p.After)
	case e.regex != nil:
		return e.regex.MatchString(p.Text)
	}
	return true
}

// covered reports whether the finding lies inside an occurrence of text: 彩票 is silent in the allowed 彩票公益金.
func covered(p Place, text string) bool {
	reach := len(text) - len(p.Text)
	if reach <= 0 || p.Text == "" {
		return false
	}
	before := p.Before[max(0, len(p.Before)-reach):]
	after := p.After[:min(len(p.After), reach)]
	return strings.Contains(before+p.Text+after, text)
}

// UnusedAllow is an [[allow]] entry that silenced nothing, or that has expired.
type UnusedAllow struct {
	Origin
	Allow
	Expired bool
}

// Unused lists the entries of all configurations that were asked for, that bear on at least one of the linted files (absolute
// paths), and that are expired on the day of now or silenced nothing, in the order of files and lines. Entries that only
// name rules that did not run are left out; ran tells which did.
func (r *Resolver) Unused(linted []string, ran func(*rules.Rule) bool, catalogue *rules.Catalogue, now time.Time) []UnusedAllow {
	r.mu.Lock()
	defer r.mu.Unlock()
	var out []UnusedAllow
	for _, l := range r.sources {
		for _, e := range l.allow {
			expired := e.expired(now)
			if !expired && e.used.Load() || !e.bears(linted) || !e.names(catalogue, ran) {
				continue
			}
			out = append(out, UnusedAllow{e.origin, e.Allow, expired})
		}
	}
	slices.SortFunc(out, func(a, b UnusedAllow) int {
		if a.Path != b.Path {
			return strings.Compare(a.Path, b.Path)
		}
		return a.Line - b.Line
	})
	return out
}

func (e *allowEntry) bears(linted []string) bool {
	return slices.ContainsFunc(linted, func(p string) bool { return e.paths.Len() == 0 || e.paths.Selects(filepath.ToSlash(p)) })
}

func (e *allowEntry) names(catalogue *rules.Catalogue, ran func(*rules.Rule) bool) bool {
	if len(e.Rules) == 0 {
		return true
	}
	return slices.ContainsFunc(catalogue.Rules(), func(r *rules.Rule) bool {
		return ran(r) && slices.ContainsFunc(e.Rules, func(s string) bool { ok, _ := r.Matches(s); return ok })
	})
}
