package claim

import (
	"strings"

	"github.com/reportlint/reportlint/internal/view/quantity"
)

var (
	englishGrowth = []string{"increase", "increased", "increases", "rise", "rose", "risen", "grow", "grew", "grown", "grows", "up", "climbed", "gained", "increasing", "growing", "rising", "raised", "expanded", "lifted", "improved"}
	englishFall   = []string{"decrease", "decreased", "fall", "fell", "fallen", "drop", "dropped", "decline", "declined", "down", "reduced", "lowered", "cut", "decreasing", "falling", "dropping", "declining"}
	englishAttain = []string{"reach", "reached", "reaches", "was", "is", "are", "were", "be", "accounted", "accounts", "account", "accounting", "exceed", "exceeded", "exceeds", "totaled", "totaling", "amounted", "stood", "hit", "remained", "kept", "controlled", "held", "maintained", "ranked", "came", "surpassed", "topped", "constituted", "achieve", "achieved", "attained", "created", "completed", "realized", "reaching", "exceeding"}
	auxiliaries   = []string{"will", "has", "have", "had", "been", "be", "is", "are", "was", "were", "basically", "also", "about", "to", "by", "at", "of", "for", "than", "more", "over", "nearly", "around", "approximately", "further", "steadily", "significantly", "actually", "again", "a", "total", "some", "less", "almost", "the", "an", "only", "than", "annual", "average", "year-on-year", "strive", "should", "can", "and", "better", "results", "no", "higher", "lower", "within", "below", "above", "under", "does", "do", "not", "projected", "forecast", "expected", "estimated", "both", "set", "planned", "currently", "all", "each", "representing", "registering", "showing", "bringing", "meaning", "remaining", "well"}
	leadIns       = []string{"a ", "an ", "-- ", "that ", "it is estimated that ", "it is expected that ", "and ", "with ", "in the whole year, ", "the ", "throughout the year, ", "of which ", "including ", "among them, ", "we ", "last year, ", "this year, ", "also ", "while ", "thus ", "by the end of the year, ", "last year ", "this year ", "thereby ", "ensure that ", "ensuring that ", "will ", "have ", "has "}
	// nounStops end the noun phrase behind a count.
	nounStops  = []string{"were", "was", "are", "is", "have", "has", "had", "will", "with", "such", "by", "to", "in", "from", "for", "on", "at", "that", "which", "including", "and", "or", "as", "through", "during", "across", "under", "above", "below", "than", "into", "who", "per", "over", "within", "have", "been", "being", "respectively", "throughout", "reached", "exceeded", "increased", "decreased", "rose", "fell", "grew", "won", "received", "left", "passed", "became", "entered", "obtained", "saw", "gained", "benefited", "participated", "enjoyed", "moved", "took", "made", "found", "may", "can", "could", "must", "should", "would"}
	emptyNouns = []string{"of", "to", "and", "in", "or", "the", "percent", "million", "billion", "trillion", "year", "years", "times", "days", "months", "hours", "more", "less", "new", "consecutive"}
)

// english reads the claims of an English sentence.
func (r *Reader) english() {
	last := ""
	end := 0
	for k := 0; k < len(r.fs); k++ {
		f := &r.fs[k]
		if f.Class != quantity.Measure && f.Class != quantity.Bare || f.Dim == quantity.Duration {
			continue
		}
		if f.Words && f.Value.Mant < 11 || r.over(f.I) || f.Class == quantity.Bare && (r.has(f.I-4, "top ") || r.rune(f.I-1) == '"') {
			continue
		}
		if f.Class == quantity.Bare {
			if name := r.counted(f.J); name != "" && f.Value.Mant > 0 {
				r.out = append(r.out, Claim{Figure: *f, Indicator: name, Kind: Count, Unit: r.unitOf(f)})
				last, end = name, f.J
				continue
			}
			if c := r.rune(f.J); c != '.' && c != ',' && c != ';' && !r.has(f.J, " and ") {
				continue
			}
			// the number of the poor was reduced by 16.5 million
			if name, p := r.subject(end, f, ""); name != "" && (p.grows || p.attains) && f.Value.Mant > 0 {
				r.out = append(r.out, Claim{Figure: *f, Indicator: name, Kind: kindOf(f, p, name), Up: p.up, Unit: r.unitOf(f)})
				last, end = name, f.J
			}
			continue
		}
		name, p := r.subject(end, f, last)
		if f.Dim == quantity.Money || f.Dim == quantity.Physical {
			if n := r.ofWhat(f.J); n != "" && !p.attains && !p.grows && r.has(f.J, " of ") {
				name = n
			} else if r.given(f.I) { // the government provided 45 billion yuan in subsidies
				name, p = r.purpose(f.J), predicate{start: f.I}
			}
		}
		if name == last && !p.attains && !p.grows && r.exceeds(f.J) {
			p.grows, p.up = true, 1
			if r.has(f.J, " l") || r.has(f.J, " fewer") {
				p.up = -1
			}
		}
		end = f.J
		if name == "" {
			continue
		}
		if m := len(r.out); m > 0 && name == last && !p.grows && f.Dim == quantity.Percent && r.out[m-1].Kind == Growth && r.near(f.I, 16, "results of") {
			p.rate = true // increase by 6%, and strive for better results of 7%
		}
		names := []string{name}
		n := 1
		if m := r.together(k); m == 2 && r.respectively(k+m-1) {
			if name == last && r.parallel(m) { // X was A, and Y was B, up 9% and 8% respectively
				names = []string{r.out[len(r.out)-2].Indicator, last}
			} else if parts := halves(name); parts != nil {
				names = parts
			} else {
				names = []string{name, name}
			}
			n = m
		}
		for i := range n {
			g := &r.fs[k+i]
			r.out = append(r.out, Claim{Figure: *g, Indicator: names[i], Kind: kindOf(g, p, name), Up: p.up, Unit: r.unitOf(g)})
			end = g.J
		}
		k += n - 1
		last = names[n-1]
	}
}

// over: projects with over 100 million yuan says which projects.
func (r *Reader) over(i int) bool {
	for _, w := range []string{"with over ", "with more than ", "of over ", "with an investment of ", "with investment of ", "worth over "} {
		if r.has(i-len(w), w) {
			return true
		}
	}
	return false
}

type word struct{ i, j int }

// words are the words between two runes.
func (r *Reader) words(a, b int) []word {
	var out []word
	rs := r.x.Runes
	for i := a; i < b; {
		if rs[i] == ' ' || rs[i] == '"' || rs[i] == '(' || rs[i] == ')' {
			i++
			continue
		}
		j := i
		for j < b && rs[j] != ' ' {
			j++
		}
		out = append(out, word{i, j})
		i = j
	}
	return out
}

func (r *Reader) text(w word) string {
	return strings.TrimRight(string(r.x.Runes[w.i:w.j]), ",;:.\"') ")
}

// counted is the noun phrase behind a bare number.
func (r *Reader) counted(j int) string {
	if r.rune(j) != ' ' {
		return ""
	}
	end := j + 1
	ws := r.words(j+1, min(len(r.x.Runes), j+90))
	n := 0
	for _, w := range ws {
		t := r.text(w)
		if n == 0 && (contains(emptyNouns, t) && t != "new" || t == "") {
			return ""
		}
		if t == "and" && n > 0 && !plural(r.text(ws[n-1])) && n < 6 { // urban and rural workers
			n++
			continue
		}
		if contains(nounStops, t) || r.rune(w.i) >= '0' && r.rune(w.i) <= '9' && !strings.ContainsAny(t, "abcdefghijklmnopqrstuvwxyz") {
			break
		}
		n++
		end = w.i + count(t)
		if end < w.j && r.rune(w.j-1) != '"' || n == 7 {
			break
		}
	}
	if n == 0 {
		return ""
	}
	name := r.src(j+1, end)
	if len(name) < 3 {
		return ""
	}
	return name
}

// ofWhat: 26.616 billion yuan of tax and fee policies.
func (r *Reader) ofWhat(j int) string {
	if !r.has(j, " of ") && !r.has(j, " in ") {
		return ""
	}
	return r.phrase(j + 4)
}

// phrase is the noun phrase at rune i.
func (r *Reader) phrase(i int) string {
	end, n := i, 0
	for _, w := range r.words(i, min(len(r.x.Runes), i+96)) {
		t := r.text(w)
		if contains(nounStops, t) && t != "and" || t == "" || t[0] >= '0' && t[0] <= '9' {
			break
		}
		if n++; t == "and" {
			continue
		}
		end = w.i + count(t)
		if end < w.j || n == 8 {
			break
		}
	}
	if n == 0 {
		return ""
	}
	return r.src(i, end)
}

// subject is the indicator of a figure behind a verb, with the verb: the words of its clause before the verb.
func (r *Reader) subject(end int, f *quantity.Figure, last string) (string, predicate) {
	rs := r.x.Runes
	start := f.I
	for start > end {
		c := rs[start-1]
		if c == ';' || c == ':' || c == ',' && r.rune(start) == ' ' || c == '!' {
			break
		}
		start--
	}
	ws := r.words(start, f.I)
	p := predicate{start: f.I}
	n := len(ws)
	to := false // rose to 50.5 %: the value after the change
	for n > 0 {
		t := r.text(ws[n-1])
		if t == "to" || t == "above" || t == "below" || t == "under" { // does not rise above 4.6 %
			to = true
		} else if t == "by" {
			to = false
		}
		switch {
		case t == "growth":
			if p.attains { // economic growth reached 5 %
				p.rate = !r.portion(ws[:n])
				goto done
			}
			p.grows, p.up = true, 1
		case contains(englishGrowth, t) && !(t == "up" && n > 1 && r.text(ws[n-2]) == "set"):
			if !p.attains {
				p.grows, p.up = true, 1
			}
		case contains(englishFall, t):
			if !p.attains {
				p.grows, p.up = true, -1
			}
		case contains(englishAttain, t):
			if !p.grows {
				p.attains = true
			}
		case contains(auxiliaries, t) || adverbial(t):
		default:
			goto done
		}
		n--
	}
done:
	if to && p.grows {
		p.grows, p.attains = false, true
	}
	if n == 0 {
		if f.Dim == quantity.Percent && !p.grows && !p.attains && len(ws) > 0 && r.text(ws[0]) == "and" && r.has(f.J, " of ") { // and 95% of the projects…
			if name := lead(r.ofWhat(f.J)); name != "" {
				return name, p
			}
		}
		if c := r.rune(start - 1); p.grows && (c == ';' || c == ':' || start == 0) && r.has(f.J, " in ") { // an increase of 5% in revenue
			if name := r.ofWhat(f.J); name != "" {
				return name, p
			}
		}
		return last, p
	}
	joined := r.clause(ws[:n])
	ws, n = ws[joined:], n-joined
	// the increase of newly recognized enterprises by 36.6 %, the increase in consumer prices is controlled at 3 %
	a, b := ws[0].i, ws[n-1].j
	if n > 1 && r.text(ws[n-1]) == "which" && r.text(ws[n-2]) == "of" { // of which 19,000 kilometers are railways
		for _, w := range []string{" are ", " is ", " were ", " was "} {
			if r.has(f.J, w) {
				return lead(r.phrase(f.J + count(w))), p
			}
		}
		return last, p
	}
	name := strings.Trim(r.src(a, b), " ,")
	name = lead(name)
	low := strings.ToLower(name)
	if rest, up, ok := moved(low); ok && n < len(ws) && len(rest) <= len(name) && !strings.HasPrefix(rest, "of ") && !strings.HasPrefix(rest, "in ") && (to || !p.grows && !p.attains) {
		name = lead(name[len(name)-len(rest):])
		low = strings.ToLower(name)
		p.attains = up == 0 || to
		p.grows, p.up = !p.attains, up
	}
	for _, w := range []string{"increase of ", "increase in ", "growth of ", "growth rate of ", "growth in ", "decrease in ", "rise in ", "drop in "} {
		if strings.HasPrefix(low, w) {
			name = lead(name[len(w):])
			p.grows = true
			if p.up == 0 {
				p.up = 1
			}
			break
		}
	}
	for _, w := range []string{" after ", " throughout "} {
		if i := strings.Index(strings.ToLower(name), w); i > 0 {
			name = name[:i]
		}
	}
	name = unbracketed(name)
	if strings.HasPrefix(low, "making ") { // making it the first city to exceed 3 %
		return "", p
	}
	if len(name) < 2 || len(name) > 160 || !strings.ContainsAny(strings.ToLower(name), "abcdefghijklmnopqrstuvwxyz") || contains(danglers, strings.ToLower(name)) {
		return last, p
	}
	if !p.attains && !p.grows && f.Dim == quantity.Percent {
		return last, p
	}
	return name, p
}

// danglers are left of a clause whose subject stands elsewhere.
var danglers = []string{"this", "it", "that", "they", "which", "these", "or", "again", "thus", "them", "their", "its", "compared", "year", "new", "here"}

// unbracketed leaves out what stands in brackets: the gross domestic product (GDP).
func unbracketed(s string) string {
	for {
		i := strings.IndexByte(s, '(')
		if i < 0 {
			return strings.TrimSpace(s)
		}
		j := strings.IndexByte(s[i:], ')')
		if j < 0 {
			return strings.TrimSpace(s[:i])
		}
		s = strings.TrimSpace(s[:i]) + s[i+j+1:]
	}
}

// lead takes words that only open a clause off a name.
func lead(s string) string {
	for again := true; again; {
		again = false
		low := strings.ToLower(s)
		for _, w := range leadIns {
			if strings.HasPrefix(low, w) && len(s) > len(w) {
				s, again = s[len(w):], true
				break
			}
		}
	}
	return s
}

// together counts the figures from k on that are joined by and.
func (r *Reader) together(k int) int {
	n := 1
	for k+n < len(r.fs) && r.fs[k+n].I-r.fs[k+n-1].J == 5 && r.has(r.fs[k+n-1].J, " and ") {
		n++
	}
	return n
}

func (r *Reader) respectively(k int) bool {
	j := r.fs[k].J
	return r.has(j, " respectively") || r.has(j, ", respectively")
}

// halves divides the two subjects of a respectively.
func halves(s string) []string {
	if strings.Contains(s, "urban and rural ") {
		return []string{strings.Replace(s, "urban and rural ", "urban ", 1), strings.Replace(s, "urban and rural ", "rural ", 1)}
	}
	i := strings.Index(s, " and ")
	if i < 0 || strings.Contains(s[i+5:], " and ") {
		return nil
	}
	a, b := s[:i], s[i+5:]
	if !strings.Contains(a, " ") {
		if k := strings.Index(b, " "); k > 0 {
			a += b[k:]
		}
	}
	return []string{a, b}
}
