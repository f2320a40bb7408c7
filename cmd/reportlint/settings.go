package main

import (
	"fmt"
	"strings"

	"github.com/reportlint/reportlint/checks"
)

// severityNamed reads a severity; "never" is above all of them.
func (a *app) severityNamed(flag, s string) (checks.Severity, error) {
	for _, v := range []checks.Severity{checks.Info, checks.Warning, checks.Error} {
		if v.String() == s {
			return v, nil
		}
	}
	return 0, a.notOneOf(flag, s, "error", "warning", "info")
}

func (a *app) confidenceNamed(flag, s string) (checks.Confidence, error) {
	for _, v := range []checks.Confidence{checks.Low, checks.Medium, checks.High} {
		if v.String() == s {
			return v, nil
		}
	}
	return 0, a.notOneOf(flag, s, "low", "medium", "high")
}

// notOneOf is the error of a flag or key whose value is none of the words it knows.
func (a *app) notOneOf(flag, got string, words ...string) error {
	return fmt.Errorf("%s\nhint: %s", fmt.Sprintf(a.say("%s 不认识 %q", "%s does not know %q"), flag, got), a.say("可选：", "choose one of ")+strings.Join(words, a.say("、", ", ")))
}
