// Command opencc writes data/traditional.txt, data/simplified.txt and
// data/traditional-phrases.txt from the OpenCC dictionaries.
//
//	go run ./internal/tables/gen/opencc -version V -date D DICTDIR Unihan_OtherMappings.txt
//
// DICTDIR holds TSCharacters.txt, STCharacters.txt and TSPhrases.txt. The
// Unihan file says which characters today's mainland standard (kTGH) and
// which level of Big5 (kBigFive) contain; it decides exclusiveness only.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables/gen/datafile"
)

const (
	out = "internal/tables/data/"

	// additions are pairs that OpenCC lacks in this direction but mainland
	// one-to-one conversions use.
	additions = "堿碱"

	// strayStandard are characters that a mainland standard lists only for a
	// surname or a rare sense; met in running text they are traditional.
	strayStandard = "於後菸"
)

func main() {
	log.SetFlags(0)
	version := flag.String("version", "", "version of the dictionaries")
	date := flag.String("date", "", "date of the dictionaries, YYYY-MM-DD")
	flag.Parse()
	if flag.NArg() != 2 {
		log.Fatal("usage: opencc -version V -date D DICTDIR Unihan_OtherMappings.txt")
	}
	if err := run(flag.Arg(0), flag.Arg(1), *version, *date); err != nil {
		log.Fatal(err)
	}
}

func run(dir, unihan, version, date string) error {
	ts, err := dictionary(filepath.Join(dir, "TSCharacters.txt"))
	if err != nil {
		return err
	}
	st, err := dictionary(filepath.Join(dir, "STCharacters.txt"))
	if err != nil {
		return err
	}
	phrases, err := dictionary(filepath.Join(dir, "TSPhrases.txt"))
	if err != nil {
		return err
	}
	std, err := standards(unihan)
	if err != nil {
		return err
	}
	for a := []rune(additions); len(a) > 0; a = a[2:] {
		ts[string(a[0])] = []string{string(a[1])}
	}
	head := func(title, file string) datafile.Header {
		return datafile.Header{Title: title, Source: "OpenCC " + file + "; exclusiveness from the Unihan database",
			Version: version, Licence: "Apache-2.0 AND Unicode-3.0", Date: date}
	}

	var lines []string
	for t, s := range ts {
		if s[0] == t {
			continue
		}
		mark := ""
		if !std[t].mainland || strings.Contains(strayStandard, t) {
			mark = "\tx"
		}
		lines = append(lines, t+"\t"+s[0]+mark)
	}
	if err := datafile.Write(out+"traditional.txt", head(
		"traditional character, its simplified character, x if simplified text never uses the former",
		"TSCharacters.txt"), lines); err != nil {
		return err
	}

	lines = nil
	for s, t := range st {
		if len(t) == 1 && t[0] == s {
			continue
		}
		mark := ""
		if !slices.Contains(t, s) && std[s].tgh && !std[s].big5frequent {
			mark = "\tx"
		}
		lines = append(lines, s+"\t"+strings.Join(t, " ")+mark)
	}
	if err := datafile.Write(out+"simplified.txt", head(
		"simplified character, its traditional characters, x if traditional text never uses the former",
		"STCharacters.txt"), lines); err != nil {
		return err
	}

	lines = nil
	for t, s := range phrases {
		if utf8.RuneCountInString(t) != utf8.RuneCountInString(s[0]) {
			return fmt.Errorf("phrase %s is not as long as %s", t, s[0])
		}
		lines = append(lines, t+"\t"+s[0])
	}
	return datafile.Write(out+"traditional-phrases.txt",
		head("traditional phrase, its simplified form of the same length", "TSPhrases.txt"), lines)
}

// dictionary reads lines "key TAB value value…".
func dictionary(path string) (map[string][]string, error) {
	m := make(map[string][]string)
	err := eachLine(path, func(l string) {
		k, v, ok := strings.Cut(l, "\t")
		if ok && !strings.HasPrefix(l, "#") {
			m[k] = strings.Fields(v)
		}
	})
	return m, err
}

// standard says which character sets hold a character.
type standard struct {
	tgh          bool // 通用规范汉字表 (2013)
	mainland     bool // that, or GB 2312
	big5frequent bool // the 5,401 frequent characters of Big5 (A440–C67E)
}

func standards(path string) (map[string]standard, error) {
	m := make(map[string]standard)
	err := eachLine(path, func(l string) {
		f := strings.Split(l, "\t")
		var cp rune
		if len(f) < 3 {
			return
		}
		if _, err := fmt.Sscanf(f[0], "U+%X", &cp); err != nil {
			return
		}
		c := string(cp)
		s := m[c]
		switch f[1] {
		case "kTGH":
			s.tgh, s.mainland = true, true
		case "kGB0":
			s.mainland = true
		case "kBigFive":
			s.big5frequent = f[2] < "C900"
		default:
			return
		}
		m[c] = s
	})
	return m, err
}

func eachLine(path string, f func(string)) error {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		f(sc.Text())
	}
	return sc.Err()
}
