package vcs

import "testing"

func TestUnquote(t *testing.T) {
	for in, want := range map[string]string{
		"a/b.txt":                     "a/b.txt",
		"a.txt\t2026-01-01 00:00:00":  "a.txt",
		`"a/\346\226\260\t\"x\\.txt"`: "a/新\t\"x\\.txt",
		`"unfinished \`:               `unfinished \`,
		`"\34`:                        "34",
		"":                            "",
	} {
		if got := unquote(in); got != want {
			t.Errorf("unquote(%q) = %q, want %q", in, got, want)
		}
	}
}

// FuzzNames: no patch makes the reader of names fail.
func FuzzNames(f *testing.F) {
	f.Add("rename from \"a\\303\\251\"\nrename to b\n--- a/x\n+++ /dev/null\n--- \"\\\n")
	f.Fuzz(func(t *testing.T, s string) { names(s) })
}
