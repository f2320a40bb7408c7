package quantity

import (
	"cmp"
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is Mant · 10^Exp, exactly. The zero value is zero.
type Decimal struct {
	Mant int64
	Exp  int
}

// maxDigits is the most digits a figure may have; longer runs are codes.
const maxDigits = 15

// parseDecimal reads digits with at most one point. ok is false for too many digits.
func parseDecimal(rs []rune) (d Decimal, ok bool) {
	n := 0
	point := false
	for _, r := range rs {
		switch {
		case r >= '0' && r <= '9':
			if n++; n > maxDigits {
				return Decimal{}, false
			}
			d.Mant = d.Mant*10 + int64(r-'0')
			if point {
				d.Exp--
			}
		case r == '.':
			point = true
		}
	}
	return d, n > 0
}

// Shift is d times ten to the power n.
func (d Decimal) Shift(n int) Decimal { return Decimal{d.Mant, d.Exp + n} }

// Rat is d as a rational number.
func (d Decimal) Rat() *big.Rat {
	r := new(big.Rat).SetInt64(d.Mant)
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(abs(d.Exp))), nil)
	if d.Exp < 0 {
		return r.Quo(r, new(big.Rat).SetInt(p))
	}
	return r.Mul(r, new(big.Rat).SetInt(p))
}

// Cmp compares two decimals.
func (d Decimal) Cmp(e Decimal) int {
	low := min(d.Exp, e.Exp)
	m, ok1 := d.mantAt(low)
	n, ok2 := e.mantAt(low)
	if !ok1 || !ok2 {
		return d.Rat().Cmp(e.Rat())
	}
	return cmp.Compare(m, n)
}

// mantAt is the mantissa of d written with exponent exp, which is not above its own; ok is false if it is too large.
func (d Decimal) mantAt(exp int) (m int64, ok bool) {
	m = d.Mant
	for ; exp < d.Exp; exp++ {
		if m > math.MaxInt64/10 || m < math.MinInt64/10 {
			return 0, false
		}
		m *= 10
	}
	return m, true
}

// String writes d without exponent and without trailing zeros behind the point.
func (d Decimal) String() string {
	s := strconv.FormatInt(d.Mant, 10)
	neg := strings.HasPrefix(s, "-")
	s = strings.TrimPrefix(s, "-")
	switch {
	case d.Mant == 0:
		return "0"
	case d.Exp >= 0:
		s += strings.Repeat("0", d.Exp)
	default:
		if len(s) <= -d.Exp {
			s = strings.Repeat("0", 1-d.Exp-len(s)) + s
		}
		s = strings.TrimRight(strings.TrimRight(s[:len(s)+d.Exp]+"."+s[len(s)+d.Exp:], "0"), ".")
	}
	if neg {
		s = "-" + s
	}
	return s
}

// Interval is a closed interval of exact numbers; nil is unbounded on that side.
type Interval struct{ Low, High *big.Rat }

// Rounded is the interval of values that print as d with the given last place: d ± half a unit of 10^place.
func Rounded(d Decimal, place int) Interval {
	half := Decimal{5, place - 1}.Rat()
	v := d.Rat()
	return Interval{new(big.Rat).Sub(v, half), new(big.Rat).Add(v, half)}
}

// Minus is the interval of a − b.
func (a Interval) Minus(b Interval) Interval {
	return Interval{combine(a.Low, b.High, (*big.Rat).Sub), combine(a.High, b.Low, (*big.Rat).Sub)}
}

// Plus is the interval of a + b.
func (a Interval) Plus(b Interval) Interval {
	return Interval{combine(a.Low, b.Low, (*big.Rat).Add), combine(a.High, b.High, (*big.Rat).Add)}
}

// Meets reports whether the intervals have a number in common.
func (a Interval) Meets(b Interval) bool {
	return (a.Low == nil || b.High == nil || a.Low.Cmp(b.High) <= 0) && (b.Low == nil || a.High == nil || b.Low.Cmp(a.High) <= 0)
}

func combine(x, y *big.Rat, op func(z, x, y *big.Rat) *big.Rat) *big.Rat {
	if x == nil || y == nil {
		return nil
	}
	return op(new(big.Rat), x, y)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
