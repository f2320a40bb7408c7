package plaintoml

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDepth is how deep values may lie in one another.
const maxDepth = 16

func (r *reader) value() (v value, ok bool) {
	if r.pos == len(r.src) || r.depth == maxDepth {
		return v, false
	}
	r.depth++
	defer func() { r.depth-- }()
	switch c := r.src[r.pos]; {
	case c == '"' || c == '\'':
		v.text, ok = r.quoted(c)
		return v, ok
	case c == '[':
		v.kind = arrayValue
		v.list, ok = r.array()
		return v, ok
	case c == '{':
		v.kind = tableValue
		v.table, ok = r.inline()
		return v, ok
	}
	return r.scalar()
}

// quoted reads a string of any of the four kinds.
func (r *reader) quoted(quote byte) (string, bool) {
	mark := r.src[r.pos : r.pos+1]
	lines := false
	if triple := mark + mark + mark; strings.HasPrefix(r.src[r.pos:], triple) {
		mark, lines = triple, true
	}
	r.pos += len(mark)
	if lines {
		r.take('\n')
	}
	from := r.pos
	escaped := false
	for {
		n := strings.IndexAny(r.src[r.pos:], mark[:1]+"\\\n")
		if n < 0 {
			return "", false
		}
		r.pos += n
		switch c := r.src[r.pos]; {
		case c == '\\' && quote == '"':
			escaped = true
			if r.pos++; r.pos == len(r.src) {
				return "", false
			}
		case c == '\n' && !lines:
			return "", false
		case strings.HasPrefix(r.src[r.pos:], mark):
			s := r.src[from:r.pos]
			if r.pos += len(mark); lines && r.pos < len(r.src) && r.src[r.pos] == quote {
				return "", false // a quote as the last character
			}
			if escaped {
				return unescape(s)
			}
			return s, true
		}
		r.pos++
	}
}

func unescape(s string) (string, bool) {
	var b strings.Builder
	b.Grow(len(s))
	for {
		n := strings.IndexByte(s, '\\')
		if n < 0 || n+1 == len(s) {
			b.WriteString(s)
			return b.String(), n < 0
		}
		b.WriteString(s[:n])
		c := s[n+1]
		s = s[n+2:]
		digits := 0
		switch c {
		case '"', '\\':
			b.WriteByte(c)
		case 'n':
			b.WriteByte('\n')
		case 't':
			b.WriteByte('\t')
		case 'u':
			digits = 4
		case 'U':
			digits = 8
		default:
			return "", false
		}
		if digits == 0 {
			continue
		}
		if len(s) < digits {
			return "", false
		}
		code, err := strconv.ParseUint(s[:digits], 16, 32)
		if err != nil || !utf8.ValidRune(rune(code)) {
			return "", false
		}
		b.WriteRune(rune(code))
		s = s[digits:]
	}
}

// array reads a list of values; it may go over several lines and end in a comma.
func (r *reader) array() ([]value, bool) {
	r.pos++
	list := []value{}
	for r.space(); !r.take(']'); r.space() {
		v, ok := r.value()
		if !ok {
			return nil, false
		}
		list = append(list, v)
		r.space()
		if !r.take(',') && !(r.pos < len(r.src) && r.src[r.pos] == ']') {
			return nil, false
		}
	}
	return list, true
}

// inline reads { a = 1, b = 2 } on one line.
func (r *reader) inline() (*Table, bool) {
	r.pos++
	t := &Table{entries: make([]entry, 0, 2)}
	r.blanks()
	if r.take('}') {
		return t, true
	}
	for {
		r.blanks()
		if !r.pair(t) {
			return nil, false
		}
		r.blanks()
		if r.take('}') {
			return t, true
		}
		if !r.take(',') {
			return nil, false
		}
	}
}

// scalar reads a boolean or a decimal number.
func (r *reader) scalar() (v value, ok bool) {
	from := r.pos
	for r.pos < len(r.src) && (isBare(r.src[r.pos]) || r.src[r.pos] == '.') {
		r.pos++
	}
	v.text = r.src[from:r.pos]
	whole, fraction, point := strings.Cut(strings.TrimPrefix(v.text, "-"), ".")
	switch {
	case v.text == "true" || v.text == "false":
		v.kind = booleanValue
	case !isDigits(whole) || len(whole) > 1 && whole[0] == '0':
		return v, false
	case !point:
		v.kind = integerValue
	case !isDigits(fraction):
		return v, false
	default:
		v.kind = floatValue
	}
	return v, true
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
