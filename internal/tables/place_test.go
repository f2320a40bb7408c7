package tables

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func codes(ps []Place) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Code)
	}
	return strings.Join(out, " ")
}

func TestPlaceByName(t *testing.T) {
	for name, want := range map[string]string{
		"沈阳市": "210100", "沈阳": "210100", "皇姑区": "210105", "皇姑": "210105", "辽宁": "210000",
		"内蒙古": "150000", "恩施土家族苗族自治州": "422800", "浦东": "310115", "滨海新区": "120116",
		"仙桃市": "429004", "东莞": "441900", "和平区": "120101 210102", "清新": "441803", "台湾": "710000 ",
		"湾仔": "810002", "神农架": "429021", "市中": "", "东": "", "": "",
	} {
		if got := codes(PlaceByName(name)); got != want {
			t.Errorf("%q has codes %q, want %q", name, got, want)
		}
	}
	if ps := PlaceByName("密云县"); len(ps) != 1 || !ps[0].Former || ps[0].Tier != County {
		t.Errorf("密云县 is %+v", ps)
	}
	if ps := PlaceByName("海南"); len(ps) != 3 || ps[0].Tier != Province || ps[1].Tier != Prefecture {
		t.Errorf("海南 is %+v", ps)
	}
}

func TestShortName(t *testing.T) {
	for name, want := range map[string]string{
		"鄂温克族自治旗": "鄂温克", "东乡族自治县": "东乡", "积石山保安族东乡族撒拉族自治县": "积石山", "绿园区": "绿园",
		"碑林区": "碑林", "东区": "东区", "赵县": "赵县", "科尔沁左翼中旗": "科尔沁左翼中旗", "井陉矿区": "井陉矿区",
		"苏州工业园区": "苏州工业园区", "阿里地区": "阿里", "香港特别行政区": "香港", "双江拉祜族佤族布朗族傣族自治县": "双江",
		"塔什库尔干塔吉克自治县": "塔什库尔干", "市中区": "市中区", "西双版纳傣族自治州": "西双版纳",
	} {
		if got := shortName(name); got != want {
			t.Errorf("%s is shortened to %s, want %s", name, got, want)
		}
	}
	for _, p := range places().places {
		if utf8.RuneCountInString(p.Short) < 2 {
			t.Errorf("%s is shortened to %q", p.Name, p.Short)
		}
	}
}

func TestParentsAndChildren(t *testing.T) {
	for code, want := range map[string]string{
		"210105": "210100", "210100": "210000", "110101": "110000", "429004": "420000", "441900": "440000",
		"810002": "810000", "130171": "130100", "210000": "",
	} {
		p, ok := PlaceByCode(code)
		if !ok {
			t.Errorf("%s is unknown", code)
		}
		if up, _ := Parent(p); up.Code != want {
			t.Errorf("%s belongs to %q, want %q", code, up.Code, want)
		}
	}
	// Every division in force below a province hangs on one that is in force,
	// and is among its children.
	g := places()
	for _, p := range g.places[:g.inForce] {
		if p.Tier == Province {
			continue
		}
		if up, ok := Parent(p); !ok || up.Tier >= p.Tier {
			t.Errorf("%s %s belongs to %+v", p.Code, p.Name, up)
		}
	}
	for code, want := range map[string]int{"210000": 14, "210100": 13, "110000": 16, "320000": 13, "820000": 8, "210105": 0, "999999": 0} {
		if got := len(Children(code)); got != want {
			t.Errorf("%s has %d children, want %d", code, got, want)
		}
	}
	provinces := 0
	for _, p := range g.places[:g.inForce] {
		if p.Tier == Province {
			provinces++
		}
	}
	if provinces != 34 || g.inForce < 3300 {
		t.Errorf("%d provinces among %d divisions", provinces, g.inForce)
	}
	if _, ok := PlaceByCode("130102xx"); ok {
		t.Error("130102xx is no code")
	}
	if _, ok := Parent(Place{Name: "东北"}); ok {
		t.Error("a region has no parent")
	}
}

func TestPlacePrefix(t *testing.T) {
	for s, want := range map[string]string{
		"沈阳市皇姑区政府": "沈阳市", "皇姑区政府": "皇姑区", "沈阳、长春": "沈阳", "大连—满洲里": "大连", "满洲里—欧洲": "满洲里",
		"合作共赢": "", "合作市区": "合作市", "和平发展": "", "资源配置": "", "长治久安": "", "长治、晋城": "长治", "县": "", "": "", "\xff": "", "必赢体育": "",
		"内蒙古自治区党委": "内蒙古自治区", "长三角一体化": "长三角", "哈萨克斯坦": "哈萨克斯坦", "鸭绿江口": "鸭绿江",
		"沈阳": "沈阳", "沈": "", "Shenyang": "",
	} {
		p, n := PlacePrefix(s)
		if s[:n] != want || n > 0 && p.Name != want && p.Short != want {
			t.Errorf("%q begins with %q (%s), want %q", s, s[:n], p.Name, want)
		}
	}
}

func TestIsPlace(t *testing.T) {
	for _, name := range strings.Fields(`沈阳 长春 哈尔滨 满洲里 欧洲 东北 华北 长三角 京津冀 珠三角 港澳台 奉天 北平 渤海 长江 太行山 莫斯科 汉堡 东京
		美国 俄罗斯 哈萨克斯坦 台北 高雄 九龙 浦东新区 雄安新区 兰州新区 一带一路 国务院 必赢体育 开云 宜家 东西部`) {
		want := !strings.Contains("港澳台 一带一路 国务院 必赢体育 开云 宜家 东西部", name) || name == "港澳台"
		if got := IsPlace(name); got != want {
			t.Errorf("IsPlace(%s) = %v", name, got)
		}
	}
}

func TestOtherPlaces(t *testing.T) {
	for _, s := range []sheet{placeSheet, worldSheet} {
		s.each(func(name, kind string) bool {
			if tierNames[kind] == 0 || utf8.RuneCountInString(name) < 2 {
				t.Errorf("%s is %q", name, kind)
			}
			return true
		})
	}
	// The hand-made list adds to the divisions and does not repeat them.
	placeSheet.each(func(name, _ string) bool {
		for _, p := range PlaceByName(name) {
			if p.Code != "" && !p.Former {
				t.Errorf("%s is the division %s", name, p.Code)
			}
		}
		return true
	})
}

func TestAlsoWords(t *testing.T) {
	for w := range alsoWords() {
		if !IsPlace(w) {
			t.Errorf("%s is no place, so it need not be told apart", w)
		}
	}
}

func TestProvinces(t *testing.T) {
	for r, want := range map[rune]string{'辽': "210000", '京': "110000", '沪': "310000", '陇': "620000", '国': "", '1': "", ' ': ""} {
		if got, ok := ProvinceOfLetter(r); got != want || ok != (want != "") {
			t.Errorf("%c is %q", r, got)
		}
	}
	for code, want := range map[string]string{"110032": "210000", "100000": "110000", "710075": "610000", "999999": "",
		"1100": "", "11003x": "", "510000": "440000", "570100": "460000", "400010": "500000", "300000": "120000"} {
		if got, ok := ProvinceOfPostcode(code); got != want || ok != (want != "") {
			t.Errorf("postal code %s is in %q, want %q", code, got, want)
		}
	}
	seen := map[rune]bool{}
	for _, r := range letters {
		if r < 0x80 {
			continue
		}
		code, _ := ProvinceOfLetter(r)
		if p, ok := PlaceByCode(code); !ok || p.Tier != Province || seen[r] {
			t.Errorf("%c gives %q", r, code)
		}
		seen[r] = true
	}
	for _, row := range strings.Split(postcodes, ", ") {
		if _, ok := PlaceByCode(row[3:] + "0000"); !ok || len(row) != 5 {
			t.Errorf("postal row %q", row)
		}
	}
}
