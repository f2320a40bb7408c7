package config

import (
	"maps"
	"reflect"
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/rules"
)

// CheckSelectors complains about every id, family or tag in c that no rule of the catalogue answers to. It is a step of its own
// because c says which rules there are (rule-paths). The error is of type Errors.
func (c *Config) CheckSelectors(catalogue *rules.Catalogue) error {
	var names []string
	for _, r := range catalogue.Rules() {
		names = append(append(names, r.ID, r.Family), r.Tags...)
	}
	names = append(names, "all")
	slices.Sort(names)
	names = slices.Compact(names)
	var errs Errors
	for _, l := range c.layers {
		d := decoder{layer: l}
		d.selectors(nil, reflect.ValueOf(&l.cfg).Elem(), "", func(path []any, isKey bool, s string) {
			if _, known := slices.BinarySearch(names, s); known {
				return
			}
			at := l.value(path...)
			if isKey {
				at = l.key(path...)
			}
			hint := meant(rules.Nearest(s, names))
			if !hint.Complete() {
				hint = say("reportlint rule --all 列出全部规则", "reportlint rule --all lists them")
			}
			d.complain(at, say("没有名为%s的规则、类别或标签", "unknown rule, family or tag %s", name(s)), hint)
		})
		errs = append(errs, d.errs...)
	}
	return errs.orNil()
}

// selectors visits every selector below rv.
func (d *decoder) selectors(path []any, rv reflect.Value, tag reflect.StructTag, visit func(path []any, isKey bool, s string)) {
	switch rv.Kind() {
	case reflect.Struct:
		for i := range rv.NumField() {
			if f := rv.Type().Field(i); f.Tag.Get("toml") != "" {
				d.selectors(append(slices.Clip(path), f.Tag.Get("toml")), rv.Field(i), f.Tag, visit)
			}
		}
	case reflect.Slice:
		for i := range rv.Len() {
			d.selectors(append(slices.Clip(path), i), rv.Index(i), tag, visit)
		}
	case reflect.Map:
		keys := map[string]reflect.Value{}
		for _, k := range rv.MapKeys() {
			keys[k.String()] = rv.MapIndex(k)
		}
		for _, k := range slices.Sorted(maps.Keys(keys)) {
			at := append(slices.Clip(path), k)
			if tag.Get("keys") == "selector" {
				visit(at, true, k)
			}
			d.selectors(at, keys[k], tag, visit)
		}
	case reflect.String:
		if tag.Get("check") == "selector" {
			visit(path, false, rv.String())
		}
	}
}

// Severities is [lint] severity by the id of each rule: what names a rule by its id wins over what names its tag, and that over
// what names its family or all of them.
func (c *Config) Severities(catalogue *rules.Catalogue) map[string]checks.Severity {
	levels := map[string]checks.Severity{"error": checks.Error, "warning": checks.Warning, "info": checks.Info}
	out := map[string]checks.Severity{}
	for _, r := range catalogue.Rules() {
		best := -1
		for _, s := range slices.Sorted(maps.Keys(c.Lint.Severity)) {
			ok, byID := r.Matches(s)
			rank := 2 // a tag
			switch {
			case byID:
				rank = 3
			case s == r.Family:
				rank = 1
			case s == "all":
				rank = 0
			}
			if ok && rank > best {
				best, out[r.ID] = rank, levels[c.Lint.Severity[s]]
			}
		}
	}
	return out
}

// Confidence is [lint] min-confidence.
func (c *Config) Confidence() checks.Confidence {
	return map[string]checks.Confidence{"low": checks.Low, "medium": checks.Medium, "high": checks.High}[c.Lint.MinConfidence]
}

// Selection is which rules [lint] chooses.
func (c *Config) Selection() rules.Selection {
	return rules.Selection{Select: c.Lint.Select, Extend: c.Lint.ExtendSelect, Ignore: c.Lint.Ignore}
}

// MayFix reports whether [fix] lets the fixes of a rule be carried out.
func (c *Config) MayFix(r *rules.Rule) bool {
	return matchesAny(r, c.Fix.Fixable) && !matchesAny(r, c.Fix.Unfixable)
}

// Safety is what [fix] makes of the safety of a fix of rule r: extend-unsafe-fixes wins over extend-safe-fixes.
func (c *Config) Safety(r *rules.Rule, own rules.Ceiling) rules.Ceiling {
	switch {
	case own == rules.FixNone:
		return own
	case matchesAny(r, c.Fix.ExtendUnsafeFixes):
		return rules.FixUnsafe
	case matchesAny(r, c.Fix.ExtendSafeFixes):
		return rules.FixSafe
	}
	return own
}

func matchesAny(r *rules.Rule, selectors []string) bool {
	return slices.ContainsFunc(selectors, func(s string) bool { ok, _ := r.Matches(s); return ok })
}
