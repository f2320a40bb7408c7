package diff

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
)

// apply does the edits the plain way.
func apply(old []byte, es []codec.ByteEdit) []byte {
	var out []byte
	at := 0
	for _, e := range es {
		out = append(append(out, old[at:e.Bytes.Start]...), e.New...)
		at = e.Bytes.End
	}
	return append(out, old[at:]...)
}

// TestGitAppliesIt: what git makes of the diff is what the edits make of the bytes, for random texts and edits.
func TestGitAppliesIt(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	rng := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"甲\n", "乙丙", "\n", "a\r\n", "行 尾 \n", "x", "\n\n"}
	for i := range 60 {
		var old []byte
		for range rng.IntN(30) {
			old = append(old, pieces[rng.IntN(len(pieces))]...)
		}
		cuts := make([]int, 2*rng.IntN(5))
		for k := range cuts {
			cuts[k] = rng.IntN(len(old) + 1)
		}
		sort.Ints(cuts)
		var es []codec.ByteEdit
		for k := 0; k+1 < len(cuts); k += 2 {
			if k > 0 && cuts[k] <= cuts[k-1] {
				continue
			}
			e := codec.ByteEdit{Bytes: codec.Bytes{Start: cuts[k], End: cuts[k+1]}}
			if rng.IntN(2) == 0 {
				e.New = []byte(pieces[rng.IntN(len(pieces))])
			}
			if !bytes.Equal(e.New, old[cuts[k]:cuts[k+1]]) {
				es = append(es, e)
			}
		}
		want := apply(old, es)
		if bytes.Equal(want, old) || len(want) == 0 || len(old) == 0 {
			continue // git has other words for files that appear, vanish or stay
		}
		dir := t.TempDir()
		name := []string{"a.txt", "政府 工作.txt", "b c.txt"}[i%3]
		if err := os.WriteFile(filepath.Join(dir, name), old, 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(git, "apply", "--whitespace=nowarn", "-")
		cmd.Dir = dir
		cmd.Stdin = bytes.NewReader(Unified(name, old, es))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("case %d: git apply: %v\n%s\nold %q edits %v\n%s", i, err, out, old, es, Unified(name, old, es))
		}
		if got, _ := os.ReadFile(filepath.Join(dir, name)); !bytes.Equal(got, want) {
			t.Fatalf("case %d: git made %q, want %q\n%s", i, got, want, Unified(name, old, es))
		}
	}
}

func TestNothingToDo(t *testing.T) {
	if d := Unified("a.txt", []byte("x\n"), nil); d != nil {
		t.Errorf("diff of nothing: %q", d)
	}
}

func ExampleUnified() {
	old := []byte("一\n二坏\n三\n")
	es := []codec.ByteEdit{{Bytes: codec.Bytes{Start: 7, End: 10}, New: []byte("好")}}
	fmt.Print(string(Unified("a.txt", old, es)))
	// Output:
	// diff --git a/a.txt b/a.txt
	// --- a/a.txt
	// +++ b/a.txt
	// @@ -1,3 +1,3 @@
	//  一
	// -二坏
	// +二好
	//  三
}
