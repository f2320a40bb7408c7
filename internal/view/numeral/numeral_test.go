package numeral

import "testing"

func TestHan(t *testing.T) {
	for _, c := range []struct {
		s    string
		n    int64
		size int
		form Form
	}{
		{"一、", 1, 3, Spoken}, {"十", 10, 3, Spoken}, {"十二个", 12, 6, Spoken}, {"二十三", 23, 9, Spoken}, {"二〇一九年", 2019, 12, Positional},
		{"一百零八项", 108, 12, Spoken}, {"一千", 1000, 6, Spoken}, {"三百亿级", 30000000000, 9, Spoken}, {"千亿", 100000000000, 6, Bare},
		{"百家", 100, 3, Bare}, {"一万三千", 13000, 12, Spoken}, {"两个", 2, 3, Spoken}, {"万亿", 1000000000000, 6, Bare}, {"个", 0, 0, Spoken}, {"", 0, 0, Spoken},
		{"五亿零三万", 500030000, 15, Spoken},
	} {
		if n, size, form := Han(c.s); n != c.n || size != c.size || form != c.form {
			t.Errorf("Han(%q) = %d, %d, %d; want %d, %d, %d", c.s, n, size, form, c.n, c.size, c.form)
		}
	}
}

func TestEnglish(t *testing.T) {
	for w, want := range map[string]int{"Seven": 7, "twenty": 20, "twenty-three": 23, "Ninety-nine": 99, "eighteen": 18} {
		if n, ok := Cardinal(w); !ok || n != want {
			t.Errorf("Cardinal(%q) = %d, %v", w, n, ok)
		}
	}
	for _, w := range []string{"", "of", "sevenths", "twenty-", "twenty-ten"} {
		if n, ok := Cardinal(w); ok {
			t.Errorf("Cardinal(%q) = %d", w, n)
		}
	}
	if n, ok := Ordinal("Third"); !ok || n != 3 {
		t.Errorf("Ordinal(Third) = %d, %v", n, ok)
	}
	if n, ok := Roman("IV"); !ok || n != 4 {
		t.Errorf("Roman(IV) = %d, %v", n, ok)
	}
}
