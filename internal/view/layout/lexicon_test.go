package layout

import "testing"

// Markers of mode start are looked up by two runes; one of a single rune is found only if no longer one begins with it.
func TestStartsOfOneRune(t *testing.T) {
	x := words()
	for at := range x.starts {
		if at[1] != 0 && x.starts[head{at[0]}] != nil {
			t.Errorf("%q begins a marker and is one", at[0])
		}
	}
}
