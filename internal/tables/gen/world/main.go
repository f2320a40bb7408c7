// Command world writes data/world.txt, Chinese names of countries, territories
// and cities of the world, from the locale data of CLDR.
//
//	go run ./internal/tables/gen/world -version V -date D territories.json timeZoneNames.json
//
// Both files are those of the locale zh.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables/gen/datafile"
)

// noPlace are names of the sources that name no place.
const noPlace = "世界 未知地点 未知地区 欧元区 联合国 伪地区 伪双向语言地区 协调世界时 昭和"

func main() {
	log.SetFlags(0)
	version := flag.String("version", "", "version of the locale data")
	date := flag.String("date", "", "date of the locale data, YYYY-MM-DD")
	flag.Parse()
	if flag.NArg() != 2 {
		log.Fatal("usage: world -version V -date D territories.json timeZoneNames.json")
	}
	if err := run(flag.Arg(0), flag.Arg(1), *version, *date); err != nil {
		log.Fatal(err)
	}
}

func run(territories, zones, version, date string) error {
	names := make(map[string]string) // name to kind
	add := func(name, kind string) {
		name = strings.TrimPrefix(name, "中国")
		if i := strings.IndexAny(name, "（("); i > 0 { // 刚果（金）
			name = name[:i]
		}
		han := strings.IndexFunc(name, func(r rune) bool { return !unicode.Is(unicode.Han, r) && r != '·' }) < 0
		if utf8.RuneCountInString(name) >= 2 && han && !strings.Contains(" "+noPlace+" ", " "+name+" ") && names[name] == "" {
			names[name] = kind
		}
	}
	var t any
	if err := read(territories, &t); err != nil {
		return err
	}
	walk(t, func(key, value string, under string) {
		if under == "territories" {
			add(value, "country")
		}
	})
	var z any
	if err := read(zones, &z); err != nil {
		return err
	}
	walk(z, func(key, value, _ string) {
		if key == "exemplarCity" {
			add(value, "city")
		}
	})
	lines := make([]string, 0, len(names))
	for name, kind := range names {
		lines = append(lines, name+"\t"+kind)
	}
	return datafile.Write("internal/tables/data/world.txt", datafile.Header{
		Title:  "Chinese name, country (with territories, continents and their parts) or city",
		Source: "CLDR, locale zh: territories and exemplar cities of the time zones", Version: version,
		Licence: "Unicode-3.0", Date: date,
	}, lines)
}

func read(path string, v any) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(raw, v)
}

// walk calls f for every string in v with its key and the key above.
func walk(v any, f func(key, value, under string)) {
	var down func(v any, key, under string)
	down = func(v any, key, under string) {
		switch v := v.(type) {
		case map[string]any:
			for k, w := range v {
				down(w, k, key)
			}
		case string:
			f(key, v, under)
		}
	}
	down(v, "", "")
}
