package quantity

import (
	"github.com/reportlint/reportlint/internal/view/numeral"
)

// englishUnitWords are the words of englishUnits, in their order.
var englishUnitWords = func() *WordList {
	var out []string
	for _, u := range englishUnits {
		out = append(out, u.words)
	}
	return Words(out...)
}()

// englishUnits: folded words behind a number, by the name that figures carry.
var englishUnits = []struct {
	words string // parts separated by one space
	unit  string
	dim   Dimension
}{
	{"percentage points", "percentage points", Point}, {"percentage point", "percentage points", Point}, {"basis points", "basis points", Point},
	{"percent", "percent", Percent}, {"per cent", "percent", Percent},
	{"us dollars", "US dollars", Money}, {"u.s. dollars", "US dollars", Money}, {"dollars", "dollars", Money}, {"rmb yuan", "yuan", Money}, {"yuan", "yuan", Money}, {"rmb", "yuan", Money},
	{"square kilometers", "square kilometers", Physical}, {"square metres", "square meters", Physical}, {"square meters", "square meters", Physical}, {"cubic meters", "cubic meters", Physical}, {"cubic metres", "cubic meters", Physical},
	{"kilometers", "kilometers", Physical}, {"kilometres", "kilometers", Physical}, {"km", "km", Physical}, {"meters", "meters", Physical}, {"hectares", "hectares", Physical}, {"mu", "mu", Physical},
	{"metric tons", "metric tons", Physical}, {"tons", "tons", Physical}, {"tonnes", "tonnes", Physical}, {"kilograms", "kilograms", Physical}, {"kg", "kg", Physical}, {"jin", "jin", Physical},
	{"kilowatts", "kilowatts", Physical}, {"megawatts", "megawatts", Physical}, {"kwh", "kWh", Physical}, {"kilowatt-hours", "kilowatt-hours", Physical}, {"mw", "MW", Physical}, {"kw", "kW", Physical}, {"teu", "TEU", Count}, {"teus", "TEU", Count},
	{"times", "times", Times},
	{"days", "days", Duration}, {"hours", "hours", Duration}, {"minutes", "minutes", Duration}, {"months", "months", Duration}, {"years", "years", Duration},
}

// englishScales are the powers of ten of englishScaleWords.
var englishScales = [...]int{12, 9, 6, 3, 2}

var (
	englishScaleWords = Words("trillion", "billion", "million", "thousand", "hundred")

	englishOver  = Words("more than ", "over ", "exceeding ", "exceeded ", "exceed ", "above ", "at least ", "no less than ", "not less than ", "surpassed ", "surpassing ")
	englishUnder = Words("less than ", "below ", "under ", "within ", "no more than ", "not exceed ", "at most ")
	englishAbout = Words("about ", "around ", "approximately ", "nearly ", "almost ", "some ", "roughly ")
)

// cardinalHeads are how the words for one to ninety-nine begin.
var cardinalHeads = Words("zer", "one", "two", "thr", "fou", "fiv", "six", "sev", "eig", "nin", "ten", "ele", "twe", "thi", "fif", "fort")

// english reads the figures of a sentence without Chinese.
func english(x *Sentence, out []Figure) []Figure {
	rs := x.Runes
	for i := 0; i < len(rs); i++ {
		r := rs[i]
		switch {
		case isDigit(r):
			f := englishNumber(rs, i)
			out = append(out, f)
			i = max(f.J, i+1) - 1
		case isLetter(r) && !isLetter(at(rs, i-1)):
			j := i
			for j < len(rs) && (isLetter(rs[j]) || rs[j] == '-' && isLetter(at(rs, j+1))) {
				j++
			}
			if _, n := cardinalHeads.At(rs, i, j); n > 0 && j-i <= 14 {
				if v, ok := numeral.Cardinal(string(rs[i:j])); ok && at(rs, j) == ' ' && at(rs, i-1) != '-' {
					f := Figure{I: i, N: j, J: j, Value: Decimal{Mant: int64(v)}, Upper: Decimal{Mant: int64(v)}, Words: true, Class: Bare}
					f.englishUnit(rs)
					out = append(out, f)
					j = f.J
				}
			}
			i = max(j, i+1) - 1
		}
	}
	return out
}

func englishNumber(rs []rune, i int) Figure {
	j := i
	for isDigit(at(rs, j)) {
		j++
	}
	plain := j - i
	if j-i <= 3 && rs[i] != '0' {
		for at(rs, j) == ',' && isDigit(at(rs, j+1)) && isDigit(at(rs, j+2)) && isDigit(at(rs, j+3)) && !isDigit(at(rs, j+4)) {
			j += 4
		}
	}
	points := 0
	if at(rs, j) == '.' && isDigit(at(rs, j+1)) {
		k := j + 1
		for isDigit(at(rs, k)) {
			k++
		}
		points = k - j - 1
		j = k
	}
	f := Figure{I: i, N: j, J: j}
	v, ok := parseDecimal(rs[i:j])
	f.Value, f.Upper, f.Last = v, v, -points
	prev, next := at(rs, i-1), at(rs, j)
	switch {
	case !ok, isLetter(prev), isLetter(next) && !unitLetters(rs, j), prev == '-' && isLetter(at(rs, i-2)), prev == '.' && isDigit(at(rs, i-2)),
		next == '-' && isLetter(at(rs, j+1)) && !has(rs, j, "-yuan"), next == '+', prev == '+', next == ' ' && at(rs, j+1) == '+', prev == ' ' && at(rs, i-2) == '+', next == ':' && isDigit(at(rs, j+1)), prev == '/', next == '/':
		return nameTo(rs, f)
	}
	if prev == '$' {
		f.Unit, f.Dim = "dollars", Money
		f.I--
		if before := at(rs, f.I-3); at(rs, f.I-1) == 's' && at(rs, f.I-2) == 'u' && !isDigit(before) && !isLetter(before) && before != '.' {
			f.I -= 2
		}
	}
	if plain == 4 && f.N-i == 4 && v.Mant >= 1900 && v.Mant <= 2099 && next != '%' {
		if yearContext(rs, i, j) {
			f.Class = Year
			return f
		}
	}
	if months(rs, i, j) {
		f.Class = Date
		return f
	}
	f.Class = Bare
	if (next == '-' || next == '–') && isDigit(at(rs, j+1)) {
		return nameTo(rs, f)
	}
	f.englishUnit(rs)
	return f
}

func unitLetters(rs []rune, j int) bool { return has(rs, j, "km ") || has(rs, j, "mw ") }

// yearContext: a number from 1900 to 2099 is a year behind a preposition of time, at the start, or before 's and a comma.
func yearContext(rs []rune, i, j int) bool {
	if _, n := yearHeads.Before(rs, 0, i); n > 0 {
		switch at(rs, j) {
		case ' ', ',', '.', ';', ')', '\'', 0, ':', '-', '\n', '\r':
			// in 2022 projects: no year, but rare
			return true
		}
	}
	return i == 0
}

// yearHeads stand before years.
var yearHeads = Words("in ", "by ", "of ", "since ", "from ", "to ", "for ", "during ", "the ", "than ", "until ", "before ", "after ", "year ", "and ", ", ", "between ", "fiscal ")

var monthWords = Words("january ", "february ", "march ", "april ", "may ", "june ", "july ", "august ", "september ", "october ", "november ", "december ")

func months(rs []rune, i, j int) bool {
	if j-i > 2 {
		return false
	}
	_, n := monthWords.Before(rs, 0, i)
	return n > 0
}

// englishUnit reads scale and unit: 26.616 billion yuan, 0.39 percentage points, 8%.
func (f *Figure) englishUnit(rs []rune) {
	j := f.J
	if at(rs, j) == '%' {
		f.Unit, f.Dim, f.Class, f.J = "%", Percent, Measure, j+1
		f.englishQualifier(rs)
		return
	}
	k := j
	if at(rs, k) == ' ' || at(rs, k) == '-' {
		k++
	}
	if s, n := englishScaleWords.At(rs, k, len(rs)); n > 0 && !isLetter(at(rs, k+n)) {
		f.Scale = englishScales[s]
		f.J = k + n
		k = f.J
		if at(rs, k) == ' ' || at(rs, k) == '-' {
			k++
		}
	}
	if u, n := englishUnitWords.At(rs, k, len(rs)); n > 0 && !isLetter(at(rs, k+n)) {
		f.Unit, f.Dim, f.Class, f.J = englishUnits[u].unit, englishUnits[u].dim, Measure, k+n
	}
	if f.Dim != NoUnit {
		f.Class = Measure
	}
	f.englishQualifier(rs)
}

func (f *Figure) englishQualifier(rs []rune) {
	for q, list := range [...]*WordList{About: englishAbout, AtLeast: englishOver, AtMost: englishUnder} {
		if list == nil {
			continue
		}
		if _, n := list.Before(rs, 0, f.I); n > 0 {
			f.Qualifier = Qualifier(q)
		}
	}
}
