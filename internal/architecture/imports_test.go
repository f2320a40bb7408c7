// Package architecture holds the table of docs/architecture.md: imports point only down the list of rooms.
package architecture

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/reportlint/reportlint/"

// floors are the rooms from the ground up; a room may import rooms of lower floors only. A name ending in / covers all packages
// below it, which may import one another.
var floors = [][]string{
	{"internal/locale", "internal/text", "internal/tables", "internal/tables/gen/", "internal/tomlpos", "internal/glob"},
	{"internal/scan"},
	{"internal/codec", "internal/scan/gen"},
	{"internal/document"},
	{"internal/repair/"},
	{"internal/view/"},
	{"checks"},
	{"checks/"},
	{"rules"},
	{"internal/lint"},
	{"internal/source"},
	{"internal/config", "internal/vcs", "internal/baseline", "internal/facts", "internal/learn", "internal/runner", "internal/journal", "internal/diff", "internal/glob"},
	{"internal/report"},
	{"cmd/"},
}

func floor(pkg string) int {
	for i, rooms := range floors {
		for _, r := range rooms {
			if pkg == r || strings.HasSuffix(r, "/") && strings.HasPrefix(pkg+"/", r) && pkg != "checks" {
				return i
			}
		}
	}
	return -1
}

func TestImportsPointDown(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", module+"...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		from := strings.TrimPrefix(p.ImportPath, module)
		if from == "internal/architecture" {
			continue
		}
		seen++
		f := floor(from)
		if f < 0 {
			t.Errorf("%s stands in no room: add it to the table and to docs/architecture.md", from)
		}
		for _, imp := range p.Imports {
			to, ok := strings.CutPrefix(imp, module)
			if g := floor(to); ok && (g > f || g == f && !sameRoom(from, to)) {
				t.Errorf("%s imports %s, which does not lie below it", from, to)
			}
		}
	}
	if seen < 10 {
		t.Fatalf("only %d packages seen", seen)
	}
}

// sameRoom: packages below one name ending in / may use one another, and text and locale are leaves to each other.
func sameRoom(a, b string) bool {
	for _, rooms := range floors {
		for _, r := range rooms {
			if strings.HasSuffix(r, "/") && strings.HasPrefix(a+"/", r) && strings.HasPrefix(b+"/", r) {
				return true
			}
		}
	}
	return strings.HasPrefix(a, "internal/") && (b == "internal/locale" || b == "internal/lint")
}
