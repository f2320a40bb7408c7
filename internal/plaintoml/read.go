package plaintoml

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Table is a table, its entries in the order of the text.
type Table struct {
	entries []entry

	open   bool // headers may add to it: it was made by one
	dotted bool // dotted keys may add to it: it was made by one
	named  bool // a header has named it, so that no other may
}

type entry struct {
	key string
	value
}

// value is anything that a key can have. The strings are pieces of the source where that is possible.
type value struct {
	kind  kind
	text  string  // of a string, a number or a boolean
	list  []value // of an array
	table *Table
}

type kind uint8

const (
	stringValue kind = iota
	integerValue
	floatValue
	booleanValue
	arrayValue
	tablesValue // an array of tables that headers make
	tableValue
)

// usual is how many keys most documents have.
const usual = 16

// Read reads a document; ok is false if it is not plain.
func Read(src string) (t *Table, ok bool) {
	if !utf8.ValidString(src) {
		return nil, false
	}
	for i := range len(src) {
		if c := src[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7F {
			return nil, false
		}
	}
	r := reader{src: src}
	t = &Table{open: true, entries: make([]entry, 0, usual)}
	return t, r.document(t)
}

// Take removes the table with this key from t; nil if there is none.
func (t *Table) Take(key string) *Table {
	for i, e := range t.entries {
		if e.key == key && e.kind == tableValue {
			t.entries = slices.Delete(t.entries, i, i+1)
			return e.table
		}
	}
	return nil
}

func (t *Table) at(key string) *value {
	for i := range t.entries {
		if t.entries[i].key == key {
			return &t.entries[i].value
		}
	}
	return nil
}

// add takes in a key that t does not have yet.
func (t *Table) add(key string, v value) bool {
	if key == "" || t.at(key) != nil {
		return false
	}
	t.entries = append(t.entries, entry{key, v})
	return true
}

// reader is a place in the source.
type reader struct {
	src   string
	pos   int
	depth int // of values in values
}

func (r *reader) document(root *Table) bool {
	into := root
	for {
		r.space()
		if r.pos == len(r.src) {
			return true
		}
		ok := false
		if r.src[r.pos] == '[' {
			into, ok = r.header(root)
		} else {
			ok = r.pair(into)
		}
		if !ok || !r.endOfLine() {
			return false
		}
	}
}

// header reads [a], [a.b] or [[a]] and returns the table that what follows belongs to.
func (r *reader) header(root *Table) (*Table, bool) {
	r.pos++
	if r.take('[') {
		return r.element(root)
	}
	t := root
	for {
		key := r.key()
		v := t.at(key)
		if v == nil {
			if !t.add(key, value{kind: tableValue, table: &Table{open: true}}) {
				return nil, false
			}
			v = t.at(key)
		}
		if v.kind != tableValue || !v.table.open {
			return nil, false
		}
		t = v.table
		if !r.take('.') {
			break
		}
	}
	if t.named || !r.take(']') {
		return nil, false
	}
	t.named = true
	return t, true
}

// element reads the rest of [[a]].
func (r *reader) element(root *Table) (*Table, bool) {
	key := r.key()
	v := root.at(key)
	if v == nil {
		if !root.add(key, value{kind: tablesValue}) {
			return nil, false
		}
		v = root.at(key)
	}
	if v.kind != tablesValue || !r.take(']') || !r.take(']') {
		return nil, false
	}
	t := &Table{}
	v.list = append(v.list, value{kind: tableValue, table: t})
	return t, true
}

func (r *reader) pair(into *Table) bool {
	key := r.key()
	for r.take('.') {
		v := into.at(key)
		if v == nil {
			if !into.add(key, value{kind: tableValue, table: &Table{dotted: true}}) {
				return false
			}
			v = into.at(key)
		}
		if v.kind != tableValue || !v.table.dotted {
			return false
		}
		into, key = v.table, r.key()
	}
	r.blanks()
	if key == "" || !r.take('=') {
		return false
	}
	r.blanks()
	v, ok := r.value()
	return ok && into.add(key, v)
}

// key reads a bare key, "" if none stands here.
func (r *reader) key() string {
	from := r.pos
	for r.pos < len(r.src) && isBare(r.src[r.pos]) {
		r.pos++
	}
	return r.src[from:r.pos]
}

func isBare(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_'
}

func (r *reader) take(c byte) bool {
	if r.pos < len(r.src) && r.src[r.pos] == c {
		r.pos++
		return true
	}
	return false
}

func (r *reader) blanks() {
	for r.pos < len(r.src) && (r.src[r.pos] == ' ' || r.src[r.pos] == '\t') {
		r.pos++
	}
}

// space passes over blanks, line ends and comments.
func (r *reader) space() {
	for r.blanks(); r.pos < len(r.src); r.blanks() {
		switch r.src[r.pos] {
		case '\n':
			r.pos++
		case '#':
			r.comment()
		default:
			return
		}
	}
}

func (r *reader) comment() {
	if n := strings.IndexByte(r.src[r.pos:], '\n'); n >= 0 {
		r.pos += n
	} else {
		r.pos = len(r.src)
	}
}

// endOfLine passes over what may stand behind a pair or a header.
func (r *reader) endOfLine() bool {
	r.blanks()
	if r.pos < len(r.src) && r.src[r.pos] == '#' {
		r.comment()
	}
	return r.pos == len(r.src) || r.take('\n')
}
