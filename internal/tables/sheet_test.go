package tables

import (
	"embed"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed data
var data embed.FS

// unsorted are files whose line number is the key.
var unsorted = map[string]bool{"gb18030.txt": true}

func TestSheets(t *testing.T) {
	files, err := data.ReadDir("data")
	if err != nil || len(files) == 0 {
		t.Fatal("no data files", err)
	}
	total := 0
	for _, f := range files {
		raw, err := data.ReadFile("data/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		total += len(raw)
		text := string(raw)
		head := text[:len(text)-len(sheet(text).body())]
		for _, want := range []string{"# source: ", "# version: ", "# licence: ", "# date: 20"} {
			if !strings.Contains(head, want) {
				t.Errorf("%s: no %q in its header", f.Name(), want)
			}
		}
		if !utf8.ValidString(text) || !norm.NFC.IsNormalString(text) {
			t.Errorf("%s: not valid UTF-8 in normal form C", f.Name())
		}
		if !strings.HasSuffix(text, "\n") || strings.Contains(text, "\r") {
			t.Errorf("%s: lines end in LF, the last one too", f.Name())
		}
		lines := strings.Split(strings.TrimSuffix(sheet(text).body(), "\n"), "\n")
		if len(lines) < 20 {
			t.Errorf("%s: only %d lines", f.Name(), len(lines))
		}
		for i := 1; i < len(lines) && !unsorted[f.Name()]; i++ {
			a, _, _ := strings.Cut(lines[i-1], "\t")
			b, _, _ := strings.Cut(lines[i], "\t")
			if a >= b {
				t.Errorf("%s: key %q does not stand above %q", f.Name(), b, a)
			}
		}
	}
	if total > 3<<20 {
		t.Errorf("the data take %d bytes, more than 3 MiB", total)
	}
}

func TestFind(t *testing.T) {
	s := sheet("# header\n# date: 2000\na\t1\nab\t2\nb\nc\t3\n")
	for key, want := range map[string]string{"a": "1", "ab": "2", "b": "", "c": "3"} {
		if got, ok := s.find(key); !ok || got != want {
			t.Errorf("find(%q) = %q, %v", key, got, ok)
		}
	}
	for _, key := range []string{"", "A", "aa", "abc", "bb", "d", "# header"} {
		if got, ok := s.find(key); ok {
			t.Errorf("find(%q) = %q, but it is not there", key, got)
		}
	}
	if _, ok := sheet("").find("a"); ok {
		t.Error("an empty sheet has an entry")
	}
	// Every key of a real sheet is found where a walk finds it.
	n := 0
	traditionalSheet.each(func(key, value string) bool {
		n++
		if got, ok := traditionalSheet.find(key); !ok || got != value {
			t.Errorf("find(%q) = %q, %v, want %q", key, got, ok, value)
		}
		return true
	})
	if n < 3000 {
		t.Errorf("walked %d lines", n)
	}
}
