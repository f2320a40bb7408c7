package glob

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// atom matches one code point, or with star any number of them.
type atom struct {
	star  bool
	any   bool // ?
	r     rune // a literal; bytes that are no UTF-8 are negative
	class *class
}

type class struct {
	negated bool
	ranges  [][2]rune
	named   []func(rune) bool
}

func (c *class) match(r rune) bool {
	in := false
	for _, x := range c.ranges {
		in = in || x[0] <= r && r <= x[1]
	}
	for _, f := range c.named {
		in = in || f(r)
	}
	return in != c.negated
}

// next decodes one code point; a byte that is no UTF-8 gives a negative number, so that it equals only itself.
func next(s string) (rune, int) {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 {
		return -rune(s[0]), 1
	}
	return r, n
}

func lower(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}

func compileName(name string, fold bool) (segment, error) {
	if !fold && !strings.ContainsAny(name, `*?[\`) {
		return segment{plain: name}, nil
	}
	var out segment
	for name != "" {
		r, n := next(name)
		name = name[n:]
		a := atom{r: r}
		switch r {
		case '*':
			a = atom{star: true}
			if k := len(out.atoms); k > 0 && out.atoms[k-1].star {
				continue
			}
		case '?':
			a = atom{any: true}
		case '[':
			c, rest, err := compileClass(name)
			if err != nil {
				return segment{}, err
			}
			name, a = rest, atom{class: c}
		case '\\':
			if name == "" {
				return segment{}, errBackslash
			}
			r, n = next(name)
			name, a.r = name[n:], r
		}
		if fold {
			a.r = lower(a.r)
		}
		out.atoms = append(out.atoms, a)
	}
	if fold {
		out.atoms = append(out.atoms, atom{r: foldMark})
	}
	return out, nil
}

// foldMark as the last atom says that names are compared without the case of ASCII letters.
const foldMark = -1 << 20

func compileClass(s string) (*class, string, error) {
	c := &class{}
	if s != "" && (s[0] == '!' || s[0] == '^') {
		c.negated, s = true, s[1:]
	}
	for first := true; ; first = false {
		if s == "" {
			return nil, "", errBracket
		}
		if s[0] == ']' && !first {
			return c, s[1:], nil
		}
		if strings.HasPrefix(s, "[:") {
			if name, rest, ok := strings.Cut(s[2:], ":]"); ok {
				f := named(name)
				if f == nil {
					return nil, "", errBracket
				}
				c.named, s = append(c.named, f), rest
				continue
			}
		}
		low, rest, err := member(s)
		if err != nil {
			return nil, "", err
		}
		high := low
		if len(rest) > 1 && rest[0] == '-' && rest[1] != ']' {
			if high, rest, err = member(rest[1:]); err != nil {
				return nil, "", err
			}
		}
		c.ranges, s = append(c.ranges, [2]rune{low, high}), rest
	}
}

func member(s string) (rune, string, error) {
	if s[0] == '\\' {
		if s = s[1:]; s == "" {
			return 0, "", errBracket
		}
	}
	r, n := next(s)
	return r, s[n:], nil
}

func named(name string) func(rune) bool {
	ascii := func(f func(rune) bool) func(rune) bool {
		return func(r rune) bool { return 0 <= r && r < utf8.RuneSelf && f(r) }
	}
	switch name {
	case "alpha":
		return ascii(unicode.IsLetter)
	case "digit":
		return ascii(unicode.IsDigit)
	case "alnum":
		return ascii(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	case "upper":
		return ascii(unicode.IsUpper)
	case "lower":
		return ascii(unicode.IsLower)
	case "space":
		return ascii(unicode.IsSpace)
	case "blank":
		return ascii(func(r rune) bool { return r == ' ' || r == '\t' })
	case "cntrl":
		return ascii(unicode.IsControl)
	case "punct":
		return ascii(func(r rune) bool { return r > ' ' && r != 0x7F && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	case "print":
		return ascii(func(r rune) bool { return r >= ' ' && r != 0x7F })
	case "graph":
		return ascii(func(r rune) bool { return r > ' ' && r != 0x7F })
	case "xdigit":
		return ascii(func(r rune) bool { return strings.ContainsRune("0123456789abcdefABCDEF", r) })
	}
	return nil
}

// match compares one name. Going back to the last star alone finds every match.
func (s segment) match(name string) bool {
	if s.atoms == nil {
		return name == s.plain
	}
	atoms, fold := s.atoms, false
	if k := len(atoms) - 1; atoms[k].r == foldMark {
		atoms, fold = atoms[:k], true
	}
	i, backAtom, backName := 0, -1, ""
	for name != "" || i < len(atoms) {
		if i < len(atoms) && atoms[i].star {
			i++
			backAtom, backName = i, name
			continue
		}
		if name != "" && i < len(atoms) {
			r, n := next(name)
			if fold {
				r = lower(r)
			}
			if a := atoms[i]; a.any || a.class != nil && a.class.match(r) || a.class == nil && a.r == r && !a.any {
				i, name = i+1, name[n:]
				continue
			}
		}
		if backAtom < 0 || backName == "" {
			return false
		}
		_, n := next(backName)
		backName = backName[n:]
		i, name = backAtom, backName
	}
	return true
}
