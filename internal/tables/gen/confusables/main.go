// Command confusables writes data/confusables.txt and data/radicals.txt from
// files of Unicode.
//
//	go run ./internal/tables/gen/confusables confusables.txt EquivalentUnifiedIdeograph.txt
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/reportlint/reportlint/internal/tables/gen/datafile"
)

const out = "internal/tables/data/"

var (
	version = regexp.MustCompile(`(?:Version: |EquivalentUnifiedIdeograph-)([0-9]+\.[0-9]+\.[0-9]+)`)
	dated   = regexp.MustCompile(`Date: ([0-9-]{10})`)
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: confusables confusables.txt EquivalentUnifiedIdeograph.txt")
	}
	if err := confusables(os.Args[1]); err != nil {
		log.Fatal(err)
	}
	if err := radicals(os.Args[2]); err != nil {
		log.Fatal(err)
	}
}

// confusables keeps the characters whose prototype is ASCII. Han are left out:
// a stroke that looks like a slash is no disguise in Chinese text.
func confusables(path string) error {
	head := datafile.Header{
		Title:   "code point (hex), the ASCII characters it is confusable with (its prototype)",
		Source:  "Unicode Technical Standard #39, confusables.txt, reduced to ASCII prototypes",
		Licence: "Unicode-3.0",
	}
	var lines []string
	err := each(path, &head, func(f []string) error {
		from, err := runes(f[0])
		if err != nil {
			return err
		}
		to, err := runes(f[1])
		if err != nil {
			return err
		}
		r := []rune(from)[0]
		if strings.IndexFunc(to, func(r rune) bool { return r >= 0x80 }) >= 0 || unicode.Is(unicode.Han, r) {
			return nil
		}
		lines = append(lines, fmt.Sprintf("%04X\t%s", r, to))
		return nil
	})
	if err != nil {
		return err
	}
	return datafile.Write(out+"confusables.txt", head, lines)
}

// radicals keeps the two blocks of radicals and leaves the strokes.
func radicals(path string) error {
	head := datafile.Header{
		Title:   "radical, the unified ideograph of the same form",
		Source:  "Unicode Character Database, EquivalentUnifiedIdeograph.txt",
		Licence: "Unicode-3.0",
	}
	var lines []string
	err := each(path, &head, func(f []string) error {
		first, last, ranged := strings.Cut(f[0], "..")
		if !ranged {
			last = first
		}
		lo, err := strconv.ParseUint(first, 16, 32)
		if err != nil {
			return err
		}
		hi, err := strconv.ParseUint(last, 16, 32)
		if err != nil {
			return err
		}
		to, err := runes(f[1])
		if err != nil {
			return err
		}
		for r := lo; r <= hi; r++ {
			if 0x2E80 <= r && r <= 0x2FDF {
				lines = append(lines, string(rune(r))+"\t"+to)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return datafile.Write(out+"radicals.txt", head, lines)
}

// each calls f with the fields of every data line, and reads version and date
// from the comments.
func each(path string, head *datafile.Header, f func([]string) error) error {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	sc := bufio.NewScanner(in)
	for n := 1; sc.Scan(); n++ {
		if m := version.FindStringSubmatch(sc.Text()); m != nil && head.Version == "" {
			head.Version = m[1]
		}
		if m := dated.FindStringSubmatch(sc.Text()); m != nil && head.Date == "" {
			head.Date = m[1]
		}
		line, _, _ := strings.Cut(sc.Text(), "#")
		fields := strings.Split(line, ";")
		if len(fields) < 2 {
			continue
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		if err := f(fields); err != nil {
			return fmt.Errorf("%s:%d: %w", path, n, err)
		}
	}
	return sc.Err()
}

// runes reads code points in hex, separated by spaces.
func runes(hex string) (string, error) {
	var b strings.Builder
	for _, h := range strings.Fields(hex) {
		cp, err := strconv.ParseUint(h, 16, 32)
		if err != nil {
			return "", err
		}
		b.WriteRune(rune(cp))
	}
	if b.Len() == 0 {
		return "", fmt.Errorf("no code point in %q", hex)
	}
	return b.String(), nil
}
