package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/internal/locale"
)

// Error is one complaint about a configuration.
type Error struct {
	Path         string // the file, or the flag or variable that the value came from
	Line, Column int    // from 1; 0 where there is no place
	Message      locale.Text
	Hint         locale.Text // may be empty
	Err          error       // the system's or a library's own error, or nil
}

// Error is the complaint in English: path:line:column: message, and a hint on a line of its own.
func (e *Error) Error() string { return e.In(locale.En) }

// Unwrap is the cause, if it was another error.
func (e *Error) Unwrap() error { return e.Err }

// In is the complaint in language l.
func (e *Error) In(l locale.Lang) string {
	at := e.Path
	if e.Line > 0 {
		at = fmt.Sprintf("%s:%d:%d", e.Path, e.Line, e.Column)
	}
	return at + ": " + e.Message.WithHint(e.Hint).In(l)
}

// Errors are all complaints about a configuration; at least one.
type Errors []*Error

// Error is all complaints in English, one after the other.
func (es Errors) Error() string { return es.In(locale.En) }

// In is all complaints in language l.
func (es Errors) In(l locale.Lang) string {
	var b strings.Builder
	for i, e := range es {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(e.In(l))
	}
	return b.String()
}

// Unwrap lets errors.As and errors.Is look at every complaint.
func (es Errors) Unwrap() []error {
	out := make([]error, len(es))
	for i, e := range es {
		out[i] = e
	}
	return out
}

// orNil is es as an error: no complaint is no error.
func (es Errors) orNil() error {
	if len(es) == 0 {
		return nil
	}
	return es
}

// name is a word of the user's that a message quotes, with what is not printable escaped.
type name string

// say makes a text of two formats with the same arguments. A name is quoted as the language does.
func say(zh, en string, args ...any) locale.Text {
	zhArgs, enArgs := slices.Clone(args), slices.Clone(args)
	for i, a := range args {
		if n, ok := a.(name); ok {
			q := strconv.Quote(string(n))
			zhArgs[i], enArgs[i] = "“"+strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`)+"”", q
		}
	}
	// Chinese quotation marks carry their own space.
	spaced := strings.NewReplacer(" “", "“", "” ", "”")
	return locale.Text{Zh: spaced.Replace(fmt.Sprintf(zh, zhArgs...)), En: fmt.Sprintf(en, enArgs...)}
}

// meant is the hint that names what the user may have meant; none if word is empty.
func meant(word string) locale.Text {
	if word == "" {
		return locale.Text{}
	}
	return say("是否想写%s？", "did you mean %s?", name(word))
}
