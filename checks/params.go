package checks

import (
	"fmt"
	"strings"
)

// Params are the [params] of a rule, not yet decoded, and the word lists that lie beside the rule.
type Params struct {
	decode func(any) error
	read   func(string) (string, error)
	shared *Shared
}

// NewParams makes Params from a strict decoder and a reader of files beside the rule. Either may be nil.
func NewParams(decode func(any) error, read func(name string) (string, error)) Params {
	return Params{decode: decode, read: read}
}

// Decode fills v, a pointer to the kind's parameter struct with toml tags. A key that v does not know is an error.
func (p Params) Decode(v any) error {
	if p.decode == nil {
		return nil
	}
	return p.decode(v)
}

// List reads a word list that lies beside the rule: one entry a line, '#' begins a comment line, blank lines do not count.
func (p Params) List(name string) ([]string, error) {
	if p.read == nil {
		return nil, fmt.Errorf("word list %q: this rule has no folder to read from", name)
	}
	s, err := p.read(name)
	if err != nil {
		return nil, fmt.Errorf("word list %q: %w", name, err)
	}
	out := make([]string, 0, strings.Count(s, "\n")+1)
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("word list %q is empty", name)
	}
	return out, nil
}

// More returns words and, behind them, the entries of the word list name that lies beside the rule; without a name, words as
// they are.
func (p Params) More(words []string, name string) ([]string, error) {
	if name == "" {
		return words, nil
	}
	more, err := p.List(name)
	return append(words, more...), err
}
