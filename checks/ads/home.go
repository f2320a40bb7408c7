package ads

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/scan"
	"github.com/reportlint/reportlint/internal/tables"
)

// witness is what a document tells of the places it speaks of, whatever stands in its slots.
type witness struct {
	folded string // the text as gazetteers write names
	codes  []code
	// homes are the divisions whose parts the text names most, best first: a report that speaks of 思明, 湖里 and 集美 is of 厦门.
	homes []home
	named []tables.Place // in the path of the file, innermost last
	known map[string]int // occurrences of a word in the text, counted on demand
}

type home struct {
	place tables.Place
	parts []string // different parts of it that the text names
}

// witnessOf reads the document once.
func witnessOf(d *document.Document) *witness {
	w := &witness{folded: d.Text(), known: map[string]int{}}
	w.codes = codes(d.Text())
	if f := scan.FoldString(d.Text()); len(f) == len(d.Text()) { // widths of characters may differ; then counting is all it is for
		w.folded = f
	}
	parts := map[string]map[string]bool{} // code of a division: its parts
	s := w.folded
	for i := 0; i < len(s); {
		if s[i] < 0xE4 {
			i++
			continue
		}
		if p, n := tables.PlacePrefix(s[i:]); n > 0 {
			if up, ok := tables.Parent(p); ok && !p.Former && unique(p) {
				if parts[up.Code] == nil {
					parts[up.Code] = map[string]bool{}
				}
				parts[up.Code][p.Short] = true
				// A district speaks for its province too, but less: only through its city.
			}
			i += n
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	for _, c := range slices.Sorted(maps.Keys(parts)) {
		if p, ok := tables.PlaceByCode(c); ok && len(parts[c]) >= 3 {
			w.homes = append(w.homes, home{p, slices.Sorted(maps.Keys(parts[c]))})
		}
	}
	slices.SortStableFunc(w.homes, func(a, b home) int { return cmp.Compare(len(b.parts), len(a.parts)) })
	name := scan.FoldString(path.Clean(strings.ReplaceAll(d.Name(), "\\", "/")))
	for i := 0; i < len(name); {
		if p, n := tables.PlacePrefix(name[i:]); n > 0 && p.Code != "" {
			w.named = append(w.named, p)
			i += n
			continue
		}
		_, n := utf8.DecodeRuneInString(name[i:])
		i += n
	}
	return w
}

// unique reports whether p is the only division in force of its name.
func unique(p tables.Place) bool {
	ps := tables.PlaceByName(p.Short)
	return len(ps) < 2 || ps[1].Former || ps[1].Code == ""
}

// count is how often a word stands in the text.
func (w *witness) count(word string) int {
	n, ok := w.known[word]
	if !ok {
		n = strings.Count(w.folded, word)
		w.known[word] = n
	}
	return n
}

// level is the tier that the report is of, by its word for the whole of it: 市 where it speaks of 全市; "" if it has none.
func (w *witness) level() string {
	best, most := "", 2
	for _, tier := range []string{"省", "市", "县", "州"} {
		if n := w.count("全" + tier); n > most {
			best, most = tier, n
		}
	}
	return best
}

// note is a note with values given as key, value, key, value.
func note(key string, kv ...string) checks.Note {
	n := checks.Note{Key: key}
	if len(kv) > 0 {
		n.Vars = map[string]string{}
		for i := 0; i+1 < len(kv); i += 2 {
			n.Vars[kv[i]] = kv[i+1]
		}
	}
	return n
}

func itoa(n int) string { return strconv.Itoa(n) }
