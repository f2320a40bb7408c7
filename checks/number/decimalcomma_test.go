package number

import "testing"

func TestDecimalCommas(t *testing.T) {
	for s, want := range map[string]bool{
		"GDP tăng 6,8% và xuất khẩu tăng 8,1%": false,
		"GDP grew by 6,8% and 1,300 jobs":      true,
		"生产总值增长 6,8%，出口增长 8,1%":                true,
	} {
		i := 0
		for s[i] != '6' {
			i++
		}
		if _, got := grouped(s, i); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
}
