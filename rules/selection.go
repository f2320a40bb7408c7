package rules

import (
	"fmt"
	"slices"
)

// Selection chooses rules. A selector is an id, a family, a tag or "all".
type Selection struct {
	Select []string // empty means "all"
	Extend []string
	Ignore []string
}

// Matches reports whether selector s names rule r, and whether it does so by id.
func (r *Rule) Matches(s string) (ok, byID bool) {
	switch {
	case s == r.ID:
		return true, true
	case s == "all", s == r.Family:
		return true, false
	}
	return slices.Contains(r.Tags, s), false
}

// Choose returns the predicate of a selection, or an error that names the first selector that no rule answers to.
// A rule that is off by default, or in preview without preview being on, is chosen only by its id.
func (c *Catalogue) Choose(s Selection, preview bool) (func(*Rule) bool, error) {
	for _, list := range [][]string{s.Select, s.Extend, s.Ignore} {
		for _, sel := range list {
			if err := c.Known(sel); err != nil {
				return nil, err
			}
		}
	}
	chosen := map[*Rule]bool{}
	on := s.Select
	if len(on) == 0 {
		on = []string{"all"}
	}
	for _, r := range c.rules {
		for _, sel := range slices.Concat(on, s.Extend) {
			if ok, byID := r.Matches(sel); ok && (byID || (r.Default && (!r.Preview || preview))) {
				chosen[r] = true
			}
		}
		for _, sel := range s.Ignore {
			if ok, _ := r.Matches(sel); ok {
				delete(chosen, r)
			}
		}
	}
	return func(r *Rule) bool { return chosen[r] }, nil
}

// Known is nil if selector s names at least one rule; otherwise an error with the nearest name.
func (c *Catalogue) Known(s string) error {
	var names []string
	for _, r := range c.rules {
		if ok, _ := r.Matches(s); ok {
			return nil
		}
		names = append(append(names, r.ID, r.Family), r.Tags...)
	}
	err := fmt.Errorf("unknown rule, family or tag %q", s)
	if near := Nearest(s, names); near != "" {
		return fmt.Errorf("%w\nhint: did you mean %q?", err, near)
	}
	return fmt.Errorf("%w\nhint: reportlint rule --all lists them", err)
}
