package tables

import (
	_ "embed"
	"math/bits"
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
	first   map[string]int32   // full and short names, to the first of that name in places
	several map[string][]int32 // all of a name that more than one place has
	heads   edges
	tails   edges
}

var places = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{places: make([]Place, 0, 6144), first: make(map[string]int32, 10240), several: map[string][]int32{}}
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
		g.index(p.Name, int32(i))
		if p.Short != p.Name {
			g.index(p.Short, int32(i))
		}
	}
	for name, at := range g.several {
		slices.SortStableFunc(at, g.before)
		g.first[name] = at[0]
	}
	return g
})

var tierNames = map[string]Tier{"region": Region, "water": Water, "mountain": Mountain,
	"city": City, "country": Country, "historic": Historic}

func (g *gazetteer) index(name string, i int32) {
	if at, ok := g.first[name]; ok {
		if g.several[name] == nil {
			g.several[name] = []int32{at}
		}
		g.several[name] = append(g.several[name], i)
		return
	}
	g.first[name] = i
	n := utf8.RuneCountInString(name)
	g.heads.add(edge(name, 0), n)
	g.tails.add(edge(name, len(name)-edgeBytes), n)
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
	var out []Place
	for _, i := range g.several[name] {
		out = append(out, g.places[i])
	}
	if p, ok := PlaceNamed(name); ok && len(out) == 0 {
		out = append(out, p)
	}
	return out
}

// PlaceNamed returns the first place by PlaceByName, and whether there is one.
func PlaceNamed(name string) (Place, bool) {
	g := places()
	if g.tail(name) == 0 {
		return Place{}, false
	}
	i, ok := g.first[name]
	if !ok {
		return Place{}, false
	}
	return g.places[i], true
}

// IsPlace reports whether name is the full or everyday name of any place the
// tables know: divisions in force and former ones, regions, waters, mountains,
// countries and cities of the world. It is no proof of the contrary: towns,
// streets and villages are not listed.
func IsPlace(name string) bool {
	_, ok := PlaceNamed(name)
	return ok
}

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
	lengths := g.head(s)
	if lengths == 0 {
		return Place{}, 0
	}
	var ends [16]int // offsets behind the first runes
	n := 0
	for end := 0; n < bits.Len16(lengths)-1 && end < len(s); {
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
		n++
		ends[n] = end
	}
	for ; n >= 2; n-- {
		if lengths>>n&1 == 0 {
			continue
		}
		if at, ok := g.first[s[:ends[n]]]; ok && !alsoWords()[s[:ends[n]]] {
			if standsInPhrase(s) {
				return Place{}, 0
			}
			return g.places[at], ends[n]
		}
	}
	return Place{}, 0
}

// PlaceSuffix returns the length in bytes of the longest name of a place, full
// or everyday, that s ends with; 0 if s ends with none. Names of more than
// eight runes are left out, and names that are ordinary words too are not.
func PlaceSuffix(s string) int {
	g := places()
	lengths := g.tail(s) & (1<<9 - 1)
	best, i := 0, len(s)
	for n := 1; lengths>>n != 0 && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
		if lengths>>n&1 == 0 {
			continue
		}
		if _, ok := g.first[s[i:]]; ok {
			best = len(s) - i
		}
	}
	return best
}
