package quantity

import (
	"github.com/reportlint/reportlint/internal/text"
)

// Class tells quantities from other uses of digits.
type Class uint8

// The classes.
const (
	Measure Class = iota // a value with a unit
	Bare                 // a number without one: part of a list, or a count whose noun follows
	Year                 // 2021年, 2021—2025年
	Date                 // 3月28日, 3月, 28日
	Ordinal              // 第五位, 首位, 第3次
	Name                 // 12345热线, 5G, 982钻井平台, 地铁5号线
)

// Qualifier says how far a value is meant.
type Qualifier uint8

// The qualifiers.
const (
	Exact   Qualifier = iota
	About             // 约 左右 近
	AtLeast           // 以上 超过 突破 多 余 不低于
	AtMost            // 以下 以内 不超过 不到
)

// String is the qualifier in output.
func (q Qualifier) String() string { return [...]string{"", "about", "at-least", "at-most"}[q] }

// Figure is one number of a sentence. I and J are rune indices into the sentence: the figure with its unit.
type Figure struct {
	Span      text.Span // the figure with its unit
	I, J      int       // the same in runes
	N         int       // rune index behind the digits, before scale and unit
	Class     Class
	Value     Decimal // as printed, before the scale
	Upper     Decimal // of a range; else equal to Value
	Last      int     // power of ten of the last printed digit: 0 for 12, −2 for 3.25
	Scale     int     // power of ten of 千 万 亿 million
	Unit      string  // folded, without scale: 元, 个百分点, yuan
	Dim       Dimension
	Qualifier Qualifier
	Range     bool
	Words     bool // written in words: 八成, Eighteen
	Shared    bool // the unit stands at a later member of the list
	Threshold bool // 10亿元以上项目: says which, not how much
	Negative  bool
}

// Base is the value with its scale done.
func (f *Figure) Base() Decimal { return f.Value.Shift(f.Scale) }

// BaseUpper is the upper value with its scale done.
func (f *Figure) BaseUpper() Decimal { return f.Upper.Shift(f.Scale) }

// Interval is what the printed figure allows, scale done: rounding, and what the qualifier leaves open.
func (f *Figure) Interval() Interval {
	lo, hi := Rounded(f.Base(), f.Last+f.Scale), Rounded(f.BaseUpper(), f.Last+f.Scale)
	out := Interval{lo.Low, hi.High}
	switch f.Qualifier {
	case AtLeast:
		out.High = nil
	case AtMost:
		out.Low = nil
	}
	return out
}

// Figures reads all figures of the sentence, in order.
func Figures(x *Sentence, out []Figure) []Figure {
	out = out[:0]
	if x.Han {
		out = chinese(x, out)
	} else {
		out = english(x, out)
	}
	for i := range out {
		out[i].Span = x.Span(out[i].I, out[i].J)
	}
	return out
}

func isDigit(r rune) bool  { return r >= '0' && r <= '9' }
func isLetter(r rune) bool { return r >= 'a' && r <= 'z' }
func isHan(r rune) bool    { return r >= 0x4E00 && r <= 0x9FFF || r == '〇' }

func at(rs []rune, i int) rune {
	if i < 0 || i >= len(rs) {
		return 0
	}
	return rs[i]
}
