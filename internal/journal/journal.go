package journal

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/lint"
)

// entry is one edit as it stands in the journal. Texts that are no UTF-8 are given in base64 instead.
type entry struct {
	V            int      `json:"v"`
	Path         string   `json:"path"` // relative to the journal's folder, with "/"
	PathBytes    string   `json:"path_bytes,omitempty"`
	Rules        []string `json:"rules"`
	ByteStart    int      `json:"byte_start"` // in the file before
	ByteEnd      int      `json:"byte_end"`
	Before       string   `json:"before"`
	After        string   `json:"after"`
	Base64       bool     `json:"base64,omitempty"` // before and after are base64
	SHA256Before string   `json:"sha256_before"`    // of the whole file
	SHA256After  string   `json:"sha256_after"`
}

// Change is what one run did to one file.
type Change struct {
	Path          string // relative to the journal's folder, with "/"; bytes
	Before, After string // hashes of the whole file, hex
	Edits         []Edit // sorted, disjoint, in the file before
}

// Edit replaced Old, which stood at Bytes, by New.
type Edit struct {
	Bytes codec.Bytes
	Old   []byte
	New   []byte
	Rules []string
}

// Hash names the content of a file.
func Hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Of is the change that turns before into after by edits. applied are the findings whose fixes made it.
func Of(path string, before, after []byte, edits []codec.ByteEdit, applied []lint.Applied) Change {
	c := Change{Path: path, Before: Hash(before), After: Hash(after)}
	for _, e := range edits {
		c.Edits = append(c.Edits, Edit{e.Bytes, before[e.Bytes.Start:e.Bytes.End], e.New, ruleIDs(e.Bytes, applied)})
	}
	return c
}

// ruleIDs names whose fixes made an edit: those of the first round that touch it, whose places are places of the file; else all of
// the later rounds, whose places are places of a text in between.
func ruleIDs(at codec.Bytes, applied []lint.Applied) []string {
	out := []string{}
	for _, first := range []bool{true, false} {
		for _, a := range applied {
			if (a.Round == 1) != first || first && !touches(at, a.Finding.Fix.Edits) || slices.Contains(out, a.Finding.Rule.ID) {
				continue
			}
			out = append(out, a.Finding.Rule.ID)
		}
		if len(out) > 0 {
			break
		}
	}
	slices.Sort(out)
	return out
}

func touches(at codec.Bytes, es []lint.Edit) bool {
	for _, e := range es {
		if e.Bytes.Start <= at.End && at.Start <= e.Bytes.End {
			return true
		}
	}
	return false
}

// Write appends changes to a journal.
func Write(w io.Writer, cs ...Change) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, c := range cs {
		for _, e := range c.Edits {
			x := entry{V: 1, Path: c.Path, Rules: e.Rules, ByteStart: e.Bytes.Start, ByteEnd: e.Bytes.End, Before: string(e.Old), After: string(e.New), SHA256Before: c.Before, SHA256After: c.After}
			if !utf8.Valid(e.Old) || !utf8.Valid(e.New) {
				x.Base64, x.Before, x.After = true, base64.StdEncoding.EncodeToString(e.Old), base64.StdEncoding.EncodeToString(e.New)
			}
			if !utf8.ValidString(c.Path) {
				x.Path, x.PathBytes = strings.ToValidUTF8(c.Path, "\ufffd"), base64.StdEncoding.EncodeToString([]byte(c.Path))
			}
			if err := enc.Encode(x); err != nil {
				return err
			}
		}
	}
	return nil
}

// Read reads a journal: its changes in the order they were made. The error names the line.
func Read(r io.Reader) ([]Change, error) {
	var out []Change
	in := bufio.NewReader(r)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return nil, err
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			c, jerr := parse(line)
			if jerr != nil {
				return nil, fmt.Errorf("line %d is no journal entry: %w", n, jerr)
			}
			if k := len(out) - 1; k >= 0 && out[k].Path == c.Path && out[k].Before == c.Before && out[k].After == c.After {
				out[k].Edits = append(out[k].Edits, c.Edits...)
			} else {
				out = append(out, c)
			}
		}
		if err != nil {
			return out, nil
		}
	}
}

func parse(line []byte) (Change, error) {
	var x entry
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&x); err != nil {
		return Change{}, err
	}
	if x.V != 1 || x.Path == "" || len(x.SHA256Before) != 64 || len(x.SHA256After) != 64 {
		return Change{}, errors.New("it needs v 1, path and two hashes")
	}
	e := Edit{codec.Bytes{Start: x.ByteStart, End: x.ByteEnd}, []byte(x.Before), []byte(x.After), x.Rules}
	var errs []error
	decode := func(s string) []byte {
		b, err := base64.StdEncoding.DecodeString(s)
		errs = append(errs, err)
		return b
	}
	if x.Base64 {
		e.Old, e.New = decode(x.Before), decode(x.After)
	}
	path := x.Path
	if x.PathBytes != "" {
		path = string(decode(x.PathBytes))
	}
	return Change{path, x.SHA256Before, x.SHA256After, []Edit{e}}, errors.Join(errs...)
}

// Errors of Undo.
var (
	ErrChanged = errors.New("the file has changed since")
	ErrBroken  = errors.New("the journal does not lead back to the file it names")
)

// Undo gives back the file as it was before c. ErrChanged if now is not what c left behind; nothing is guessed.
func (c Change) Undo(now []byte) ([]byte, error) {
	if Hash(now) != c.After {
		return nil, ErrChanged
	}
	var out []byte
	at, shift := 0, 0 // at: bytes of now that are done; shift: how much longer now is than before, so far
	for _, e := range c.Edits {
		start := e.Bytes.Start + shift
		if start < at || start+len(e.New) > len(now) || !bytes.Equal(now[start:start+len(e.New)], e.New) {
			return nil, ErrBroken
		}
		out = append(append(out, now[at:start]...), e.Old...)
		at = start + len(e.New)
		shift += len(e.New) - len(e.Old)
	}
	if out = append(out, now[at:]...); Hash(out) != c.Before {
		return nil, ErrBroken
	}
	return out, nil
}
