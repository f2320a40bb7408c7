package text

import "testing"

func TestFirstAndLast(t *testing.T) {
	for _, tc := range []struct {
		s           string
		n           int
		first, last string
	}{{"", 3, "", ""}, {"甲乙丙", 0, "", ""}, {"甲乙丙", 2, "甲乙", "乙丙"}, {"甲乙丙", 3, "甲乙丙", "甲乙丙"}, {"甲乙丙", 9, "甲乙丙", "甲乙丙"}, {"a\xff𠮷", 2, "a\xff", "\xff𠮷"}} {
		if got := First(tc.s, tc.n); got != tc.first {
			t.Errorf("First(%q, %d) = %q", tc.s, tc.n, got)
		}
		if got := Last(tc.s, tc.n); got != tc.last {
			t.Errorf("Last(%q, %d) = %q", tc.s, tc.n, got)
		}
	}
}
