package main

import (
	"fmt"
	"strings"
	"testing"
)

// The table of facts and what is told of unread files stand in the order of the files, however many are worked on at once.
func TestFactsWorkers(t *testing.T) {
	files := map[string]string{"bad.txt": "\xff\x00\xfe\x00\x81"}
	for i := range 40 {
		files[fmt.Sprintf("%02d.txt", i)] = strings.Repeat(xiamen(2010+i%10, fmt.Sprintf("粮食产量12.%d万吨，增长%d.5%%。", i, i)), 1+i%7)
	}
	args := []string{"facts", "--isolated", "--lang", "en", "--format", "jsonl", ".", "none.txt"}
	one, _ := at(t, files, "", append(args, "-j", "1")...)
	if n := strings.Count(one.out, "粮食产量"); n < 80 || !strings.Contains(one.err, "none.txt") {
		t.Fatalf("%d figures, told: %s", n, one.err)
	}
	for _, n := range []string{"0", "2", "9"} {
		if got, _ := at(t, files, "", append(args, "-j", n)...); got != one {
			t.Errorf("-j %s prints something else than -j 1", n)
		}
	}
}
