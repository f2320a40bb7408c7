package learn

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/reportlint/reportlint/internal/document"
)

// Limit is the most lines a Learner remembers. Beyond it, lines that were seen once go, the oldest first.
const Limit = 50_000

// Learner gathers lines over documents. The zero value is ready.
type Learner struct {
	known map[string]*entry
	files int
}

type entry struct {
	text   string
	ranks  []int // of the first maxRanks files
	files  int
	since  int // number of the file it was first seen in
	framed int
}

// maxRanks bounds what is remembered of one line.
const maxRanks = 200

// Add learns from one document.
func (l *Learner) Add(d *document.Document) {
	if l.known == nil {
		l.known = map[string]*entry{}
	}
	l.files++
	seen := map[string]bool{}
	for _, c := range Candidates(d) {
		if seen[c.Key] {
			continue
		}
		seen[c.Key] = true
		e := l.known[c.Key]
		if e == nil {
			e = &entry{text: strings.Clone(c.Text), since: l.files}
			l.known[strings.Clone(c.Key)] = e
		}
		e.files++
		if c.Framed {
			e.framed++
		}
		if len(e.ranks) < maxRanks {
			e.ranks = append(e.ranks, c.Rank)
		}
	}
	if len(l.known) > Limit {
		l.forget()
	}
}

// forget drops the older half of the lines that were seen in one file only; all such lines if that is not enough.
func (l *Learner) forget() {
	for _, before := range []int{l.files / 2, l.files} {
		for k, e := range l.known {
			if e.files == 1 && e.since <= before {
				delete(l.known, k)
			}
		}
		if len(l.known) <= Limit {
			return
		}
	}
}

// Learnt is a line of a site's frame.
type Learnt struct {
	Text  string // as it stands in the first file
	Head  bool   // at the beginning of files, not at the end
	Files int    // in how many files
	Known bool   // the document map knows it as frame already, in most files
}

// Lines are the lines that recur in at least so many files at like places, in the order in which pages show them.
func (l *Learner) Lines(least int) []Learnt {
	type ranked struct {
		Learnt
		key  string
		rank int
	}
	var all []ranked
	for k, e := range l.known {
		if e.files < least || !Alike(e.ranks) {
			continue
		}
		r := slices.Sorted(slices.Values(e.ranks))
		x := ranked{Learnt{e.text, strings.HasPrefix(k, "head:"), e.files, 2*e.framed > e.files}, k, r[len(r)/2]}
		if !x.Head {
			x.rank = -x.rank
		}
		all = append(all, x)
	}
	slices.SortFunc(all, func(a, b ranked) int {
		switch {
		case a.Head != b.Head && a.Head:
			return -1
		case a.Head != b.Head:
			return 1
		}
		return cmp.Or(a.rank-b.rank, strings.Compare(a.key, b.key))
	})
	out := make([]Learnt, len(all))
	for i, x := range all {
		out[i] = x.Learnt
	}
	return out
}

// Files is the number of documents added.
func (l *Learner) Files() int { return l.files }

// Rule is a user rule, as a TOML file, that finds the learnt lines. slug names it: site/slug. It is empty if there is nothing new:
// lines that the document map knows are left out. Its fix is unsafe, for what recurs may still be text.
func (l *Learner) Rule(slug string, least int) string {
	var lines []Learnt
	for _, x := range l.Lines(least) {
		if !x.Known {
			lines = append(lines, x)
		}
	}
	if len(lines) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# Learnt from %d files: lines that stand at like places near the ends of several of them.\n", l.files)
	b.WriteString("# Read every line before using this rule: strike what belongs to the texts. Save it as site/" + slug + ".toml in a folder named by rule-paths.\n")
	b.WriteString(`kind       = "line"
severity   = "warning"
confidence = "medium"
fix        = "unsafe"
since      = "0.1.0"
scope      = "place"
title      = { zh = "本站页面框架", en = "frame of this site" }
message    = { zh = "本站页面框架：{text}", en = "frame of this site: {text}" }
why        = { zh = "同一行出现在同一网站多个文件的相同位置，属于网站页面，不属于文档。", en = "The line stands at the same place in several files from one site: it belongs to the pages, not to the documents." }

[params]
lines = [
`)
	for _, x := range lines {
		end := "tail"
		if x.Head {
			end = "head"
		}
		fmt.Fprintf(&b, "  %s, # %s, %d files\n", quote(x.Text), end, x.Files)
	}
	b.WriteString("]\n\n[[example]]\n")
	first := lines[0].Text
	fmt.Fprintf(&b, "bad  = %s\n", quote(first+"\n"))
	fmt.Fprintf(&b, "good = %s\n", quote("正文中提到“"+first+"”并不是页面框架。\n"))
	return b.String()
}

// quote is s as a TOML basic string.
func quote(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r < ' ' || r == 0x7f:
			b.WriteString(`\u` + fmt.Sprintf("%04x", r))
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
