// Command gb18030 writes data/gb18030.txt from the index of the encoding
// standard as the package text-encoding publishes it.
//
//	go run ./internal/tables/gen/gb18030 -version V -date D encoding-indexes.js
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"regexp"
	"strings"

	"github.com/reportlint/reportlint/internal/tables/gen/datafile"
)

const (
	leads  = 0xFE - 0x81 + 1
	trails = 190 // 40–7E, 80–FE
)

var index = regexp.MustCompile(`"gb18030":(\[[^\]]*\])`)

func main() {
	log.SetFlags(0)
	version := flag.String("version", "", "version of the index")
	date := flag.String("date", "", "date of the index, YYYY-MM-DD")
	flag.Parse()
	if flag.NArg() != 1 {
		log.Fatal("usage: gb18030 -version V -date D encoding-indexes.js")
	}
	if err := run(flag.Arg(0), *version, *date); err != nil {
		log.Fatal(err)
	}
}

func run(path, version, date string) error {
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	m := index.FindSubmatch(raw)
	if m == nil {
		return fmt.Errorf("%s: no index named gb18030", path)
	}
	var cps []*int
	if err := json.Unmarshal(m[1], &cps); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if len(cps) != leads*trails {
		return fmt.Errorf("%s: %d entries, want %d", path, len(cps), leads*trails)
	}
	lines := make([]string, leads)
	for lead := range lines {
		var b strings.Builder
		for _, cp := range cps[lead*trails : (lead+1)*trails] {
			if cp == nil || *cp > 0xFFFF {
				return fmt.Errorf("%s: lead byte %02X has a pair without a code point of the basic plane", path, lead+0x81)
			}
			fmt.Fprintf(&b, "%04X", *cp)
		}
		lines[lead] = b.String()
	}
	return datafile.WriteOrdered("internal/tables/data/gb18030.txt", datafile.Header{
		Title:   "one line for each lead byte 81–FE: 190 code points in hex, for the trail bytes 40–7E and 80–FE",
		Source:  "encoding standard, index gb18030",
		Version: version, Licence: "Apache-2.0", Date: date,
	}, lines)
}
