package checks_test

import (
	"errors"
	"testing"

	"github.com/reportlint/reportlint/checks"
)

// TestShare holds that rules which share make a thing once, things of two types under one key apart, and that a rule alone makes its own.
func TestShare(t *testing.T) {
	made := 0
	one := func() (*int, error) { made++; return new(int), nil }
	var s checks.Shared
	p, q := checks.NewParams(nil, nil).Sharing(&s), checks.NewParams(nil, nil).Sharing(&s)
	a, _ := checks.Share(p, "list", one)
	b, _ := checks.Share(q, "list", one)
	if a != b || made != 1 {
		t.Errorf("made %d times", made)
	}
	if c, _ := checks.Share(p, "another", one); c == a {
		t.Error("two keys gave one thing")
	}
	failed := errors.New("no such list")
	if _, err := checks.Share(p, "list", func() (string, error) { return "", failed }); err != failed {
		t.Errorf("another type of the same key: %v", err)
	}
	if c, _ := checks.Share(checks.NewParams(nil, nil), "list", one); c == a {
		t.Error("a rule alone was given what others share")
	}
}
