package lint

import (
	"cmp"
	"crypto/sha256"
	"slices"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// maxRounds bounds the rounds of one phase.
const maxRounds = 10

// Fix carries out the fixes that the policy takes, one phase a round, the lowest first, until a round finds nothing to do. It
// gives a fixed point or, with a DivergedError, the original: never something between.
func (l *Linter) Fix(name string, file *codec.Text, p Policy, w *Worker) (Fixed, error) {
	var out Fixed
	cur := file
	look := func(t *codec.Text) Result {
		res := l.Lint(document.New(name, t), w)
		if p.Filter != nil {
			res.Findings = p.Filter(res.Findings)
		}
		return res
	}
	res := look(cur)
	seen := map[[32]byte]bool{sha256.Sum256([]byte(cur.S)): true}
	refused := map[string]bool{} // fixes that would leave a new error, by fixKey
	rounds := map[checks.Phase]int{}
	removed, total := 0, letters(cur.S)
	for round := 1; ; round++ {
		edits, used, phase := choose(cur.S, res.Findings, p, refused)
		if len(edits) == 0 {
			break
		}
		if rounds[phase]++; rounds[phase] > maxRounds {
			return l.diverged(name, file, used, w)
		}
		next := cur.With(edits.Apply(cur.S))
		after := look(next)
		if bad := culprits(res.Findings, after.Findings, edits, used); len(bad) > 0 {
			var names []*rules.Rule
			for _, f := range bad {
				refused[fixKey(f)] = true
				if !slices.Contains(names, f.Rule) {
					names = append(names, f.Rule)
				}
			}
			rounds[phase]-- // nothing was done; each such turn refuses at least one more fix, so they end
			out.Refused = append(out.Refused, Refusal{names, locale.Text{En: "the fix would leave a new error", Zh: "修复后会出现新的错误"}})
			continue
		}
		for _, f := range used {
			if f.Fix.Safety == rules.FixSafe && limited(f.Fix.Proof) {
				removed += removedLetters(cur.S, f.Fix.edits)
			}
		}
		if p.MaxRemovedProse > 0 && float64(removed) > p.MaxRemovedProse*float64(total) {
			return l.keep(name, file, used, w), nil
		}
		sum := sha256.Sum256([]byte(next.S))
		if seen[sum] {
			return l.diverged(name, file, used, w)
		}
		seen[sum] = true
		for _, f := range used {
			out.Applied = append(out.Applied, Applied{*f, round})
		}
		out.Edits = out.Edits.Then(edits)
		cur, res = next, after
	}
	if canonical, err := text.Canon(file.S, out.Edits); err == nil {
		out.Edits = canonical
	}
	out.Left = res
	return out, nil
}

// diverged is the outcome of fixes that do not come to rest: the original.
func (l *Linter) diverged(name string, file *codec.Text, used []*Finding, w *Worker) (Fixed, error) {
	e := &DivergedError{}
	for _, f := range used {
		if !slices.Contains(e.Rules, f.Rule.ID) {
			e.Rules = append(e.Rules, f.Rule.ID)
		}
	}
	return Fixed{Left: l.Lint(document.New(name, file), w)}, e
}

// keep is the outcome of fixes that would remove too much: the original, and a refusal that names the rules.
func (l *Linter) keep(name string, file *codec.Text, used []*Finding, w *Worker) Fixed {
	var names []*rules.Rule
	for _, f := range used {
		if limited(f.Fix.Proof) && !slices.Contains(names, f.Rule) {
			names = append(names, f.Rule)
		}
	}
	return Fixed{Left: l.Lint(document.New(name, file), w), Refused: []Refusal{{names, locale.Text{
		En: "the fixes would remove more of the prose than max-removed-prose allows", Zh: "修复删去的正文将超过 max-removed-prose 的限度"}}}}
}

// choose picks the fixes of one round: those of the lowest phase that has an acceptable one, by first place, then rule id. A
// repair that several findings share goes in whole or not at all; a fix that conflicts with one already in waits.
func choose(src string, fs []Finding, p Policy, refused map[string]bool) (text.Edits, []*Finding, checks.Phase) {
	blocked := map[string]bool{}
	for i := range fs {
		if f := &fs[i]; f.Fix != nil && f.Fix.Repair != "" && (!p.takes(f) || refused[fixKey(f)]) {
			blocked[f.Fix.Repair] = true
		}
	}
	var takes []*Finding
	for i := range fs {
		f := &fs[i]
		if p.takes(f) && !refused[fixKey(f)] && !blocked[f.Fix.Repair] {
			takes = append(takes, f)
		}
	}
	if len(takes) == 0 {
		return nil, nil, 0
	}
	phase := slices.MinFunc(takes, func(a, b *Finding) int { return cmp.Compare(a.Rule.Phase, b.Rule.Phase) }).Rule.Phase
	groups := map[string][]*Finding{}
	var order []string
	for _, f := range takes {
		if f.Rule.Phase != phase {
			continue
		}
		k := f.Fix.Repair
		if k == "" {
			k = "\x00" + fixKey(f)
		}
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], f)
	}
	var all text.Gathering
	var used []*Finding
	for _, k := range order {
		var one text.Gathering // the edits of one repair: in together or not at all
		ok := true
		for _, f := range groups[k] {
			ok = ok && one.Add(f.Fix.edits)
		}
		if ok && all.Add(one.Edits()) {
			used = append(used, groups[k]...)
		}
	}
	edits := all.Edits()
	if phase == checks.PhaseLines {
		edits = tidy(src, edits)
	}
	if c, err := text.Canon(src, edits); err == nil {
		edits = c
	}
	return edits, used, phase
}
