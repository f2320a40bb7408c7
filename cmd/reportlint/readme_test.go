package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// block is the first fenced block of a page that holds mark.
func block(t *testing.T, page, mark string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(root(t), page))
	if err != nil {
		t.Fatal(err)
	}
	for i, part := range strings.Split(string(b), "```") {
		if i%2 == 1 && strings.Contains(part, mark) {
			_, body, _ := strings.Cut(part, "\n")
			return body
		}
	}
	t.Fatalf("%s has no block with %q", page, mark)
	return ""
}

// TestReadmeRule: the rule that the README shows is a rule, keeps its own promises, and works through rule-paths.
func TestReadmeRule(t *testing.T) {
	for _, page := range []string{"README.md", "README.zh.md"} {
		rule := block(t, page, "visitor-counter.toml")
		files := map[string]string{
			"lint-rules/chrome/visitor-counter.toml": rule,
			".reportlint.toml":                       "[lint]\nselect = [\"chrome/visitor-counter\"]\nrule-paths = [\"lint-rules\"]\n",
			"a.txt":                                  prose + "您是第1024位访客，欢迎。\n",
		}
		got, dir := at(t, files, "", "rule", "test", "--rules", "lint-rules", "chrome/visitor-counter")
		if got.code != 0 || !strings.Contains(got.out, "1 rule") {
			t.Errorf("%s: rule test: exit %d\n%s%s", page, got.code, got.out, got.err)
		}
		if got := in(t, dir, "", "-f", "concise", "a.txt"); !strings.Contains(got.out, "a.txt:8:1: warning chrome/visitor-counter") {
			t.Errorf("%s: the rule does not fire: exit %d\n%s%s", page, got.code, got.out, got.err)
		}
	}
}

// TestReadmeConfig: the configuration that the README shows is valid.
func TestReadmeConfig(t *testing.T) {
	for _, page := range []string{"README.md", "README.zh.md"} {
		got, _ := at(t, map[string]string{".reportlint.toml": block(t, page, "rule-paths"), "lint-rules/x/.keep": ""}, "", "config", "validate")
		if got.code != 0 {
			t.Errorf("%s: exit %d\n%s", page, got.code, got.err)
		}
	}
}
