// Package datafile writes the data files of package tables in their one
// format: a header of '#' lines, then sorted lines "key TAB value…".
package datafile

import (
	"fmt"
	"os"
	"slices"
	"strings"
)

// Header says where the data come from. Every field is required.
type Header struct {
	Title   string // what the file holds and how its columns are to be read
	Source  string // the published file
	Version string // of the source
	Licence string // SPDX name
	Date    string // of the source, or the day it was fetched (YYYY-MM-DD)
}

// Write sorts lines, drops exact repetitions and writes them under h.
func Write(path string, h Header, lines []string) error {
	lines = slices.Clone(lines)
	slices.Sort(lines)
	return WriteOrdered(path, h, slices.Compact(lines))
}

// WriteOrdered writes lines under h in the order given: for files whose
// position is the key.
func WriteOrdered(path string, h Header, lines []string) error {
	for _, f := range []string{h.Title, h.Source, h.Version, h.Licence, h.Date} {
		if f == "" || strings.Contains(f, "\n") {
			return fmt.Errorf("%s: header fields must be single lines, none empty: %+v", path, h)
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n# source: %s\n# version: %s\n# licence: %s\n# date: %s\n",
		h.Title, h.Source, h.Version, h.Licence, h.Date)
	for _, l := range lines {
		b.WriteString(l)
		b.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
