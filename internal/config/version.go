package config

import (
	"fmt"
	"strconv"
	"strings"
)

// requirement is a list of conditions on a version, all of which must hold.
type requirement []struct {
	op      string
	version [3]int
}

// parseRequirement reads ">=0.1", ">=0.1, <2" or "0.3.1".
func parseRequirement(s string) (requirement, error) {
	var out requirement
	for cond := range strings.SplitSeq(s, ",") {
		cond = strings.TrimSpace(cond)
		op := cond[:len(cond)-len(strings.TrimLeft(cond, "<>=!"))]
		v, ok := parseVersion(strings.TrimSpace(cond[len(op):]))
		switch op {
		case "":
			op = "=="
		case ">=", "<=", "==", "!=", "<", ">":
		default:
			ok = false
		}
		if !ok {
			return nil, fmt.Errorf("%q is not a version requirement", s)
		}
		out = append(out, struct {
			op      string
			version [3]int
		}{op, v})
	}
	return out, nil
}

// parseVersion reads 1, 1.2 or 1.2.3; what follows a "-" or "+" does not count, so that a build from source meets what its
// release will.
func parseVersion(s string) (v [3]int, ok bool) {
	s = strings.TrimPrefix(s, "v")
	if i := strings.IndexAny(s, "-+"); i >= 0 {
		s = s[:i]
	}
	parts := strings.Split(s, ".")
	if len(parts) > 3 {
		return v, false
	}
	for i, p := range parts {
		n, err := strconv.Atoi(p)
		if err != nil || n < 0 {
			return v, false
		}
		v[i] = n
	}
	return v, true
}

// met reports whether version meets the requirement. A version that is none, as of a build without one, meets all.
func (r requirement) met(version string) bool {
	v, ok := parseVersion(version)
	if !ok {
		return true
	}
	for _, c := range r {
		cmp := 0
		for i := range v {
			if cmp == 0 {
				cmp = v[i] - c.version[i]
			}
		}
		holds := map[string]bool{">=": cmp >= 0, "<=": cmp <= 0, "==": cmp == 0, "!=": cmp != 0, "<": cmp < 0, ">": cmp > 0}
		if !holds[c.op] {
			return false
		}
	}
	return true
}
