// Command unihan writes data/readings.txt and data/frequency.txt from the
// readings of the Unihan database. It reads the files that the command opencc
// wrote, to give a traditional character the readings of its simplified form.
//
//	go run ./internal/tables/gen/unihan Unihan_Readings.txt
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/reportlint/reportlint/internal/tables/gen/datafile"
)

const out = "internal/tables/data/"

// The fields that are read, best first: kMandarin names the customary reading,
// the others are modern dictionaries. kHanyuPinyin (汉语大字典) is full of
// readings that no modern text uses and serves only where all others are silent.
var fields = []string{"kMandarin", "kHanyuPinlu", "kTGHZ2013", "kXHC1983", "kHanyuPinyin"}

var (
	located = regexp.MustCompile(`[0-9.,*]+:`)             // 436.060,436.070:fā
	counted = regexp.MustCompile(`([^\s(]+)\((\d+)\)`)     // fā(4834)
	version = regexp.MustCompile(`Unicode version: (\S+)`) // in the header
	dated   = regexp.MustCompile(`# Date: (\S+)`)
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: unihan Unihan_Readings.txt")
	}
	if err := run(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func run(path string) error {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	entries := make(map[rune]map[string]string)
	head := datafile.Header{Source: "Unihan database, Unihan_Readings.txt", Licence: "Unicode-3.0"}
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		if m := version.FindStringSubmatch(sc.Text()); m != nil {
			head.Version = m[1]
		}
		if m := dated.FindStringSubmatch(sc.Text()); m != nil {
			head.Date = m[1]
		}
		f := strings.Split(sc.Text(), "\t")
		var r rune
		if len(f) != 3 || !slices.Contains(fields, f[1]) {
			continue
		}
		if _, err := fmt.Sscanf(f[0], "U+%X", &r); err != nil || r < 0x4E00 || r > 0x9FFF {
			continue
		}
		if entries[r] == nil {
			entries[r] = make(map[string]string)
		}
		entries[r][f[1]] = norm.NFC.String(f[2])
	}
	if err := sc.Err(); err != nil {
		return err
	}
	lines := []string{"〇\tlíng"} // a Han numeral outside the block; Unihan leaves it out
	var counts []string
	all := make(map[rune][]string, len(entries))
	for r, e := range entries {
		all[r] = readings(e)
	}
	pairs, err := twins()
	if err != nil {
		return err
	}
	for r, e := range entries {
		rs := all[r]
		if p, ok := pairs[r]; ok {
			// Unihan gives many traditional characters a reading of Taiwan
			// or one that the revision of 1985 withdrew (築 zhú, now zhù);
			// 髮 fà is right, though 发 is fā first.
			withdrawn := len(rs) == 0 || e["kTGHZ2013"] == "" && !standard(entries[p.simple], rs[0])
			if p.single || withdrawn {
				rs = union(all[p.simple], rs)
			} else {
				rs = union(rs, all[p.simple])
			}
		}
		if len(rs) > 0 {
			lines = append(lines, string(r)+"\t"+strings.Join(rs, ","))
		}
		if n := count(e["kHanyuPinlu"]); n > 0 {
			counts = append(counts, string(r)+"\t"+strconv.Itoa(n))
		}
	}
	head.Title = "character, its Mandarin readings in Hanyu Pinyin, the customary one first; with those of the simplified form"
	if err := datafile.Write(out+"readings.txt", head, lines); err != nil {
		return err
	}
	head.Title = "character, its occurrences in 《现代汉语频率词典》 (1986; kHanyuPinlu, all readings together)"
	return datafile.Write(out+"frequency.txt", head, counts)
}

// twin is the simplified form of a traditional character.
type twin struct {
	simple rune
	single bool // it stands for no other character, so the two are read alike
}

// twins maps every traditional character to its simplified one.
func twins() (map[rune]twin, error) {
	single := make(map[string]string)
	if err := each(out+"simplified.txt", func(key, value string) {
		if !strings.Contains(value, " ") {
			single[key] = value
		}
	}); err != nil {
		return nil, err
	}
	m := make(map[rune]twin)
	err := each(out+"traditional.txt", func(key, value string) {
		m[[]rune(key)[0]] = twin{[]rune(value)[0], single[value] == key}
	})
	return m, err
}

// each calls f with the first two columns of every line of a data file.
func each(path string, f func(key, value string)) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for _, line := range strings.Split(string(raw), "\n") {
		if c := strings.Split(line, "\t"); len(c) > 1 && !strings.HasPrefix(line, "#") {
			f(c[0], c[1])
		}
	}
	return nil
}

func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// readings lists the readings of one entry. Where the dictionary of the standard
// of 2013 has none of what Unihan calls customary, its own comes first (绩 is jì
// there, no longer jī).
func readings(e map[string]string) []string {
	var out []string
	order := fields
	if first, _, _ := strings.Cut(e["kMandarin"], " "); e["kTGHZ2013"] != "" && !standard(e, first) {
		order = slices.Concat([]string{"kTGHZ2013"}, fields)
	}
	for _, f := range order {
		if f == "kHanyuPinyin" && len(out) > 0 {
			break
		}
		v := located.ReplaceAllString(e[f], " ")
		if f == "kHanyuPinlu" {
			v = counted.ReplaceAllString(v, "$1 ")
		}
		for _, r := range strings.FieldsFunc(v, func(r rune) bool { return r == ' ' || r == ',' }) {
			// Frequency counts list every weakened syllable as a neutral tone.
			if f == "kHanyuPinlu" && norm.NFD.String(r) == r && !strings.ContainsAny(r, "üê") {
				continue
			}
			if !slices.Contains(out, r) {
				out = append(out, r)
			}
		}
	}
	return out
}

// standard reports whether the dictionary of 2013 reads the entry so.
func standard(e map[string]string, reading string) bool {
	return strings.Contains(e["kTGHZ2013"]+" ", ":"+reading+" ")
}

func count(pinlu string) int {
	n := 0
	for _, m := range counted.FindAllStringSubmatch(pinlu, -1) {
		c, _ := strconv.Atoi(m[2]) // the pattern admits digits only
		n += c
	}
	return n
}
