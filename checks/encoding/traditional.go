package encoding

import (
	"strconv"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// traditionalCloak finds simplified text that was converted by a table of one character for one: the merged characters
// stay, so that 後 於 裡 never occur, though 后 于 里 do where they make no sense in traditional text.
type traditionalCloak struct{ params traditionalParams }

// traditionalParams are the [params] of a rule of kind traditional-cloak.
type traditionalParams struct {
	Minimum int    `toml:"minimum"` // traditional characters, at least
	Split   string `toml:"split"`   // characters that genuine traditional text always has
	Merged  string `toml:"merged"`  // what simplified text writes instead
	Witness int    `toml:"witness"` // occurrences of merged characters, at least
}

func newTraditionalCloak(p checks.Params) (checks.Check, error) {
	c := &traditionalCloak{}
	return c, p.Decode(&c.params)
}

func (c *traditionalCloak) Trigger() scan.Trigger { return scan.Trigger{Document: true} }

// The sample that clears documents which quote: every stride bytes one character is looked at, and a text in which fewer than one
// of twenty is traditional is none.
const (
	sampleStride = 48
	sampleShare  = 20
)

func (c *traditionalCloak) Run(d *document.Document, _ []scan.Hit) []checks.Match {
	src := d.Text()
	exclusive, _ := d.Exclusive()
	if exclusive < c.params.Minimum || len(src) < 6*c.params.Minimum || !sampledTraditional(src) {
		return nil
	}
	split, merged := map[rune]bool{}, map[rune]int{}
	for _, r := range c.params.Split {
		split[r] = true
	}
	for _, r := range c.params.Merged {
		merged[r] = 0
	}
	witnesses := 0
	for _, r := range src {
		switch {
		case r < 0x3400:
		case split[r]:
			return nil
		default:
			if n, ok := merged[r]; ok {
				merged[r] = n + 1
				witnesses++
			}
		}
	}
	if witnesses < c.params.Witness {
		return nil
	}
	var es []text.Edit
	tables.SimplifyRunes(src, func(start, end int, repl string) {
		es = append(es, text.Edit{Span: text.Span{Start: start, End: end}, New: repl})
	})
	m := checks.Match{Fixes: checks.Rewrite(d, es, checks.ProofNone)}
	if len(m.Fixes) == 0 {
		return nil
	}
	seen := ""
	for _, r := range c.params.Merged {
		if merged[r] > 0 {
			seen += string(r)
		}
	}
	for _, e := range m.Fixes[0].Edits {
		m.Places = append(m.Places, e.Span)
	}
	m.Vars = map[string]string{"characters": thousands(exclusive), "witnesses": strconv.Itoa(witnesses), "merged": apart(seen), "split": apart(c.params.Split)}
	m.Evidence = []checks.Note{{Key: "merged"}}
	return []checks.Match{m}
}

// apart sets the characters of s apart by spaces.
func apart(s string) string {
	out := ""
	for _, r := range s {
		if out != "" {
			out += " "
		}
		out += string(r)
	}
	return out
}

// sampledTraditional looks at one character every stride bytes.
func sampledTraditional(src string) bool {
	han, traditional := 0, 0
	for i := 0; i < len(src); i += sampleStride {
		for i < len(src) && !utf8.RuneStart(src[i]) {
			i++
		}
		if r, _ := utf8.DecodeRuneInString(src[i:]); r >= 0x3400 {
			han++
			if tables.TraditionalOnly(r) {
				traditional++
			}
		}
	}
	return han > 0 && traditional*sampleShare >= han
}
