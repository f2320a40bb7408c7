package tomlpos

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxDepth bounds nesting, so that a hostile document cannot exhaust the stack. What lies deeper has no position.
const maxDepth = 1000

type scanner struct {
	*Index
	pos   int
	count map[string]int // tables so far in each array of tables
}

type part struct {
	name string
	off  int
}

func (s *scanner) peek() byte {
	if s.pos < len(s.src) {
		return s.src[s.pos]
	}
	return 0
}

func (s *scanner) blanks() {
	for s.peek() == ' ' || s.peek() == '\t' {
		s.pos++
	}
}

// space skips blanks, line ends and comments.
func (s *scanner) space() {
	for s.pos < len(s.src) {
		switch s.src[s.pos] {
		case ' ', '\t', '\r', '\n':
			s.pos++
		case '#':
			s.line()
		default:
			return
		}
	}
}

// line skips to the end of the line.
func (s *scanner) line() {
	if i := strings.IndexByte(s.src[s.pos:], '\n'); i >= 0 {
		s.pos += i
	} else {
		s.pos = len(s.src)
	}
}

func (s *scanner) document() {
	var table []any
	for {
		s.space()
		switch {
		case s.pos >= len(s.src):
			return
		case s.peek() == '[':
			table = s.header()
			s.line()
		default:
			s.pair(table, 0)
			s.line()
		}
	}
}

// header reads [a.b] or [[a.b]] and returns the path of the table that begins.
func (s *scanner) header() []any {
	start := s.pos
	s.pos++
	array := s.peek() == '['
	if array {
		s.pos++
	}
	var path []any
	parts := s.key()
	for i, p := range parts {
		path = child(path, p.name)
		first(s.keys, path, p.off)
		n := s.count[encode(path)]
		if i == len(parts)-1 && array {
			s.count[encode(path)] = n + 1
			path = child(path, n)
			first(s.values, path, start)
		} else if n > 0 {
			path = child(path, n-1)
		}
	}
	return path
}

// pair reads key = value inside a table.
func (s *scanner) pair(table []any, depth int) {
	path := table
	for _, p := range s.key() {
		path = child(path, p.name)
		first(s.keys, path, p.off)
	}
	s.blanks()
	if s.peek() != '=' {
		return
	}
	s.pos++
	s.blanks()
	s.value(path, depth)
}

// key reads a dotted key.
func (s *scanner) key() []part {
	var out []part
	for {
		s.blanks()
		off := s.pos
		var name string
		switch c := s.peek(); c {
		case '"', '\'':
			raw := s.quoted()
			name = raw[1:max(1, len(raw)-1)]
			if c == '"' {
				name = unescape(name)
			}
		default:
			for s.pos < len(s.src) && bare(s.src[s.pos]) {
				s.pos++
			}
			name = s.src[off:s.pos]
		}
		if s.pos == off {
			return out
		}
		out = append(out, part{name, off})
		s.blanks()
		if s.peek() != '.' {
			return out
		}
		s.pos++
	}
}

func bare(c byte) bool {
	return c >= utf8.RuneSelf || c == '_' || c == '-' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// quoted reads a string in quotes of one or three and returns it with them.
func (s *scanner) quoted() string {
	start, q := s.pos, s.src[s.pos]
	triple := strings.Repeat(string(q), 3)
	if strings.HasPrefix(s.src[s.pos:], triple) {
		s.pos += 3
		for s.pos < len(s.src) {
			switch {
			case q == '"' && s.src[s.pos] == '\\':
				s.pos += 2
			case strings.HasPrefix(s.src[s.pos:], triple):
				s.pos += 3
				for range 2 { // up to two quotes may stand before the closing three
					if s.peek() == q {
						s.pos++
					}
				}
				return s.src[start:s.pos]
			default:
				s.pos++
			}
		}
		s.pos = len(s.src)
		return s.src[start:]
	}
	for s.pos++; s.pos < len(s.src) && s.src[s.pos] != '\n'; s.pos++ {
		switch {
		case s.src[s.pos] == q:
			s.pos++
			return s.src[start:s.pos]
		case q == '"' && s.src[s.pos] == '\\' && s.pos+1 < len(s.src):
			s.pos++
		}
	}
	return s.src[start:s.pos]
}

// value reads one value and notes where it and all below it stand.
func (s *scanner) value(path []any, depth int) {
	first(s.values, path, s.pos)
	if depth > maxDepth {
		s.pos = len(s.src)
		return
	}
	switch s.peek() {
	case '"', '\'':
		s.quoted()
	case '[':
		s.pos++
		for i := 0; ; i++ {
			s.space()
			if s.pos >= len(s.src) || s.peek() == ']' {
				break
			}
			s.value(child(path, i), depth+1)
			s.space()
			if s.peek() != ',' {
				break
			}
			s.pos++
		}
		s.close(']')
	case '{':
		s.pos++
		for {
			s.space()
			if s.pos >= len(s.src) || s.peek() == '}' {
				break
			}
			s.pair(path, depth+1)
			s.space()
			if s.peek() != ',' {
				break
			}
			s.pos++
		}
		s.close('}')
	default:
		if i := strings.IndexAny(s.src[s.pos:], ",]}#\n"); i >= 0 {
			s.pos += i
		} else {
			s.pos = len(s.src)
		}
	}
}

func (s *scanner) close(c byte) {
	if s.peek() == c {
		s.pos++
	}
}

// unescape resolves the escapes of a basic string.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		digits := 0
		switch s[i] {
		case 'b':
			b.WriteByte('\b')
		case 't':
			b.WriteByte('\t')
		case 'n':
			b.WriteByte('\n')
		case 'f':
			b.WriteByte('\f')
		case 'r':
			b.WriteByte('\r')
		case 'e':
			b.WriteByte(0x1B)
		case 'x':
			digits = 2
		case 'u':
			digits = 4
		case 'U':
			digits = 8
		default:
			b.WriteByte(s[i])
		}
		if digits > 0 && i+digits < len(s) {
			if n, err := strconv.ParseUint(s[i+1:i+1+digits], 16, 32); err == nil {
				b.WriteRune(rune(n))
			}
			i += digits
		}
	}
	return b.String()
}
