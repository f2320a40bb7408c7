package tables

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/divisions.txt
var divisionSheet sheet

//go:embed data/divisions-former.txt
var formerSheet sheet

//go:embed data/places.txt
var placeSheet sheet

//go:embed data/world.txt
var worldSheet sheet

// Tier is the kind of a place. The first three are the levels of GB/T 2260.
type Tier uint8

const (
	Province   Tier = 1 + iota // 省, 自治区, 直辖市, 特别行政区
	Prefecture                 // 地级市, 地区, 自治州, 盟
	County                     // 县, 市辖区, 县级市, 旗
	Zone                       // a development zone that the statistics number like a county
	Region                     // 东北, 长三角, 辽东半岛
	Water                      // seas, rivers, lakes, canals
	Mountain                   // mountains, islands, deserts, grasslands
	City                       // cities and parts of countries outside the codes of GB/T 2260
	Country                    // countries, territories, continents
	Historic                   // names no longer in force: 奉天, 北平, 襄樊
)

// Place is one named place.
type Place struct {
	Code   string // six digits of GB/T 2260; "" for the tiers below Zone
	Name   string // full name: 沈阳市, 阜新蒙古族自治县
	Short  string // everyday name: 沈阳, 阜新; Name itself if there is none
	Tier   Tier
	Former bool // the division was renamed, merged or recoded; Code is its old one
}

// gazetteer is the index over all places.
type gazetteer struct {
	places  []Place            // the divisions in force by code, then all others
	inForce int                // how many divisions are in force
	byName  map[string][]int32 // full and short names, into places
	longest map[string]int     // first two runes of a name, to the bytes of the longest such name
}

var places = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{byName: make(map[string][]int32, 8192), longest: make(map[string]int, 8192)}
	division := func(former bool) func(string, string) bool {
		return func(code, name string) bool {
			g.places = append(g.places, Place{code, name, shortName(name), tierOf(code), former})
			return true
		}
	}
	divisionSheet.each(division(false))
	g.inForce = len(g.places)
	formerSheet.each(division(true))
	other := func(name, kind string) bool {
		g.places = append(g.places, Place{Name: name, Short: name, Tier: tierNames[kind], Former: kind == "historic"})
		return true
	}
	placeSheet.each(other)
	worldSheet.each(other)
	for i, p := range g.places {
		g.index(p.Name, i)
		if p.Short != p.Name {
			g.index(p.Short, i)
		}
	}
	for _, at := range g.byName {
		slices.SortStableFunc(at, g.before)
	}
	return g
})

var tierNames = map[string]Tier{"region": Region, "water": Water, "mountain": Mountain,
	"city": City, "country": Country, "historic": Historic}

func (g *gazetteer) index(name string, i int) {
	g.byName[name] = append(g.byName[name], int32(i))
	head := twoRunes(name)
	g.longest[head] = max(g.longest[head], len(name))
}

// before orders the places of one name: in force first, then the larger.
func (g *gazetteer) before(a, b int32) int {
	p, q := g.places[a], g.places[b]
	if p.Former != q.Former {
		if p.Former {
			return 1
		}
		return -1
	}
	return int(p.Tier) - int(q.Tier)
}

// twoRunes returns the first two runes of s, "" if it has fewer.
func twoRunes(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeRuneInString(s[n:])
	if m == 0 {
		return ""
	}
	return s[:n+m]
}

func tierOf(code string) Tier {
	switch {
	case code[2:] == "0000":
		return Province
	case code[4:] == "00":
		return Prefecture
	case code[4] == '7' && code[5] != '0':
		return Zone // 71–79 are the statistics' own numbers
	}
	return County
}

// PlaceByName returns every place of the full name (沈阳市) or everyday name
// (沈阳, 皇姑) name: what is in force before what is not, larger tiers first, and
// divisions of one tier by code.
func PlaceByName(name string) []Place {
	g := places()
	at := g.byName[name]
	if len(at) == 0 {
		return nil
	}
	out := make([]Place, len(at))
	for i, p := range at {
		out[i] = g.places[p]
	}
	return out
}

// IsPlace reports whether name is the full or everyday name of any place the
// tables know: divisions in force and former ones, regions, waters, mountains,
// countries and cities of the world. It is no proof of the contrary: towns,
// streets and villages are not listed.
func IsPlace(name string) bool { return len(places().byName[name]) > 0 }

// PlaceByCode returns the division in force with the six-digit code.
func PlaceByCode(code string) (Place, bool) {
	g := places()
	i, ok := slices.BinarySearchFunc(g.places[:g.inForce], code,
		func(p Place, code string) int { return strings.Compare(p.Code, code) })
	if !ok {
		return Place{}, false
	}
	return g.places[i], true
}

// Parent returns the division in force that p belongs to: the prefecture of a
// county, or its province if there is none between them (districts of 北京市,
// 仙桃市). ok is false for provinces and places without a code.
func Parent(p Place) (parent Place, ok bool) {
	if len(p.Code) != 6 {
		return Place{}, false
	}
	for _, up := range []string{p.Code[:4] + "00", p.Code[:2] + "0000"} {
		if up == p.Code {
			continue
		}
		if parent, ok = PlaceByCode(up); ok {
			return parent, true
		}
	}
	return Place{}, false
}

// Children returns the divisions in force directly below the one of code, by
// code, zones included; nil for an unknown code and for a county.
func Children(code string) []Place {
	g := places()
	p, ok := PlaceByCode(code)
	if !ok || p.Tier > Prefecture {
		return nil
	}
	stem := strings.TrimSuffix(strings.TrimSuffix(code, "00"), "00")
	if p.Tier == Prefecture {
		stem = code[:4]
	}
	var out []Place
	for _, q := range g.places[:g.inForce] {
		if q.Code == code || !strings.HasPrefix(q.Code, stem) {
			continue
		}
		if up, _ := Parent(q); up.Code == code {
			out = append(out, q)
		}
	}
	return out
}

// IsWord reports whether the place name is an ordinary word too (合作, 和平,
// 资源), so that by itself it is weak evidence for a place.
func IsWord(name string) bool { return alsoWords()[name] }

// PlacePrefix returns the place with the longest name that s begins with, and
// the length of that name in bytes; 0 if s begins with none. Of several places
// of one name the first by PlaceByName is returned. Names have two runes at
// least, and no word boundary is looked for: 海南 is found in 海南北部. Names that
// are ordinary words too (合作, 和平, 资源) are passed over; 合作市 is found.
func PlacePrefix(s string) (p Place, length int) {
	g := places()
	head := twoRunes(s)
	for n := min(g.longest[head], len(s)); n >= len(head) && head != ""; n-- {
		if n < len(s) && !utf8.RuneStart(s[n]) {
			continue
		}
		if at := g.byName[s[:n]]; len(at) > 0 && !alsoWords()[s[:n]] {
			if standsInPhrase(s) {
				return Place{}, 0
			}
			return g.places[at[0]], n
		}
	}
	return Place{}, 0
}
