package rules_test

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestStrayRule: a rule file outside of a family would never take effect; that is said, not passed over.
func TestStrayRule(t *testing.T) {
	_, err := builtin(t).With(fstest.MapFS{"x.toml": {Data: []byte("kind = \"pattern\"\n")}}, "mine")
	if err == nil || !strings.Contains(err.Error(), "mine/x.toml: stands in no family") {
		t.Errorf("got %v", err)
	}
	_, err = builtin(t).With(fstest.MapFS{"site/x.toml": {Data: []byte("kind = \"qqqqqqqqqqqq\"\n")}}, "mine")
	if err == nil || !strings.Contains(err.Error(), "the kinds are ") {
		t.Errorf("got %v", err)
	}
}
