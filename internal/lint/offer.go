package lint

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/rules"
)

// offer adds the fix of m to f, or says why it is withheld.
func (l *Linter) offer(d *document.Document, m match, f *Finding, p pending, say func(string, map[string]string) locale.Text) {
	safety := m.safety()
	if safety == rules.FixNone {
		return
	}
	first := m.Fixes[0]
	if first.Proof == checks.ProofFurniture && !wholeLines(d, first.Edits) {
		safety = rules.FixUnsafe // the certificate speaks of whole lines only
	}
	if l.options.Safety != nil {
		safety = l.options.Safety(m.rule, safety)
	}
	down, ok := d.Lift(first.Edits)
	if m.doc == d && m.rule.Phase != checks.PhaseRepair && p.whole && !wholeLines(d, first.Edits) {
		ok = false // writing inside a cloaked stream would end its exact repair for good
	}
	if !ok {
		f.Withheld = "after " + p.names()
		return
	}
	if r, bad := unwritable(d, down); bad {
		f.Withheld = "the encoding lacks " + r
		return
	}
	f.Fix = &Fix{Safety: safety, Proof: first.Proof, Edits: byteEdits(d, down), Repair: m.Group, edits: down}
	if safety != rules.FixSafe {
		f.Fix.Proof = checks.ProofNone
	}
	for _, alt := range m.Fixes[1:] {
		if down, ok := d.Lift(alt.Edits); ok {
			a := Alternative{Edits: byteEdits(d, down)}
			for _, n := range alt.Evidence {
				a.Evidence = append(a.Evidence, say(n.Key, n.Vars))
			}
			f.Fix.Alternatives = append(f.Fix.Alternatives, a)
		}
	}
	for _, n := range first.Evidence {
		f.Evidence = append(f.Evidence, say(n.Key, n.Vars))
	}
}

func (p pending) names() string {
	s := ""
	for i, r := range p.layers {
		if i > 0 {
			s += ", "
		}
		s += r.ID
	}
	return s
}

// wholeLines reports whether every edit deletes whole lines and writes nothing but line ends.
func wholeLines(d *document.Document, es text.Edits) bool {
	src := d.Text()
	for _, e := range es {
		if e.New != "" || e.Span.Start > 0 && src[e.Span.Start-1] != '\n' {
			return false
		}
		if e.Span.End < len(src) && (e.Span.Len() == 0 || src[e.Span.End-1] != '\n') {
			return false
		}
	}
	return true
}

func byteEdits(d *document.Document, es text.Edits) []Edit {
	out := make([]Edit, len(es))
	for i, e := range es {
		out[i] = Edit{d.File().Bytes(e.Span), e.New}
	}
	return out
}

// unwritable names the first character of the new text that the file's encoding cannot write.
func unwritable(d *document.Document, es text.Edits) (string, bool) {
	for _, e := range es {
		if r, ok := d.File().Writable(e.New); !ok {
			return r, true
		}
	}
	return "", false
}
