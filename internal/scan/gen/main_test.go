package main

import (
	"testing"
	"unicode"

	"github.com/reportlint/reportlint/internal/scan"
)

// TestTable holds every entry of the written table against the definition.
func TestTable(t *testing.T) {
	if unicode.Version != scan.UnicodeVersion {
		t.Skipf("table is of Unicode %s, this Go has %s: run the generator", scan.UnicodeVersion, unicode.Version)
	}
	lists := listed()
	bad := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if got, want := scan.ClassOf(r), classify(lists, r); got != want {
			if bad++; bad < 10 {
				t.Errorf("%U: table says %d, definition %d", r, got, want)
			}
		}
	}
}

// TestListed makes sure that no character is listed for two classes.
func TestListed(t *testing.T) {
	seen := map[rune]scan.Class{}
	for c, s := range named {
		for _, r := range s {
			if o, ok := seen[r]; ok {
				t.Errorf("%U is listed for classes %d and %d", r, o, c)
			}
			seen[r] = c
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d characters listed", len(seen))
	}
}
