package journal

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/reportlint/reportlint/internal/codec"
	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/rules"
)

func apply(before []byte, es []codec.ByteEdit) []byte {
	var out []byte
	at := 0
	for _, e := range es {
		out = append(append(out, before[at:e.Bytes.Start]...), e.New...)
		at = e.Bytes.End
	}
	return append(out, before[at:]...)
}

func edit(start, end int, new string) codec.ByteEdit {
	return codec.ByteEdit{Bytes: codec.Bytes{Start: start, End: end}, New: []byte(new)}
}

func TestWrittenReadAndUndone(t *testing.T) {
	first := []byte("一二\xff三四五六\r\n")
	one := []codec.ByteEdit{edit(0, 0, "零"), edit(6, 7, ""), edit(13, 16, "\xfe伍")}
	second := apply(first, one)
	two := []codec.ByteEdit{edit(3, 6, "壹")}
	third := apply(second, two)
	round1 := lint.Applied{Round: 1, Finding: lint.Finding{Rule: &rules.Rule{ID: "a/first"}, Fix: &lint.Fix{Edits: []lint.Edit{{Bytes: codec.Bytes{Start: 6, End: 7}}}}}}
	round2 := lint.Applied{Round: 2, Finding: lint.Finding{Rule: &rules.Rule{ID: "a/later"}, Fix: &lint.Fix{}}}
	var b bytes.Buffer
	if err := Write(&b, Of("报告\xff.txt", first, second, one, []lint.Applied{round1, round2}), Of("报告\xff.txt", second, third, two, nil)); err != nil {
		t.Fatal(err)
	}
	cs, err := Read(&b)
	if err != nil || len(cs) != 2 || cs[0].Path != "报告\xff.txt" {
		t.Fatalf("%+v %v", cs, err)
	}
	if r := cs[0].Edits; r[0].Rules[0] != "a/later" || r[1].Rules[0] != "a/first" {
		t.Errorf("%+v", r)
	}
	back, err := cs[1].Undo(third)
	if err != nil || !bytes.Equal(back, second) {
		t.Fatalf("%q %v", back, err)
	}
	if back, err = cs[0].Undo(back); err != nil || !bytes.Equal(back, first) {
		t.Errorf("%q %v", back, err)
	}
	if _, err := cs[0].Undo(third); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
	cs[1].Edits[0].Old = []byte("贰")
	if _, err := cs[1].Undo(third); !errors.Is(err, ErrBroken) {
		t.Error(err)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, in := range []string{"x\n", `{"v":2,"path":"a"}`, `{"v":1,"path":"a","sha256_before":"","sha256_after":""}`} {
		if _, err := Read(strings.NewReader("\n" + in)); err == nil || !strings.Contains(err.Error(), "line 2 is no journal entry") {
			t.Errorf("%q: %v", in, err)
		}
	}
}

func FuzzUndo(f *testing.F) {
	f.Add("一二三四", uint8(3), uint8(6), "新", uint8(9), uint8(9), "x")
	f.Fuzz(func(t *testing.T, s string, a, b uint8, x string, c, d uint8, y string) {
		if !(a <= b && b < c && c <= d && int(d) <= len(s)) {
			t.Skip()
		}
		before := []byte(s)
		es := []codec.ByteEdit{edit(int(a), int(b), x), edit(int(c), int(d), y)}
		after := apply(before, es)
		var j bytes.Buffer
		if err := Write(&j, Of("p", before, after, es, nil)); err != nil {
			t.Fatal(err)
		}
		cs, err := Read(&j)
		if err != nil || len(cs) != 1 {
			t.Fatal(cs, err)
		}
		if got, err := cs[0].Undo(after); err != nil || !bytes.Equal(got, before) {
			t.Errorf("%q %v", got, err)
		}
	})
}
