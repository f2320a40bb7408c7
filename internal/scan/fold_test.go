package scan

import "testing"

// TestFoldable holds that the ranges of Fold miss no rune of the basic plane.
func TestFoldable(t *testing.T) {
	within := func(r rune) bool {
		for _, between := range foldable {
			if r >= between.lo && r <= between.hi {
				return true
			}
		}
		return false
	}
	for r := rune(0); r < 1<<16; r++ {
		if Fold(r) != r && !within(r) {
			t.Errorf("%U folds to %U and lies in no range", r, Fold(r))
		}
	}
}
