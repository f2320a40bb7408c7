package repair

import (
	"os"
	"testing"
)

func TestReport002(t *testing.T) {
	src, err := os.ReadFile("../../fixtures/reports/002_6ec5e4e2dfb023b3.txt")
	if err != nil {
		t.Fatal(err)
	}
	c := Decloak(string(src))
	if c == nil {
		t.Fatal("no cloak found")
	}
	t.Logf("%d keys %d notes coverage %.4f decoder %s splits %d undecided %v proved %d/%d", c.Keys, c.Notes, c.Coverage, c.Decoder, len(c.Splits), c.Undecided, c.Proved, c.Total)
	for _, s := range c.Splits {
		t.Logf("%q -> %q %v %q", s.Span.Of(string(src)), s.Text, s.Reason, s.Candidates)
	}
	want, err := os.ReadFile("/work/shared/exam/recovered/002.recovered.traditional.txt")
	if got := c.Edits.Apply(string(src)); err == nil && got != string(want) {
		t.Error("differs")
	}
}
