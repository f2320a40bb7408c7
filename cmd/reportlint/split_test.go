package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSplit: the parts are the bytes of the file, one document each, and nothing is written over.
func TestSplit(t *testing.T) {
	one := "2024年东江市政府工作报告\n——2024年1月8日在东江市第十届人民代表大会第四次会议上\n各位代表：\n" + strings.Repeat("全市经济社会发展取得新的成绩，人民生活持续改善。\n", 40)
	two := strings.ReplaceAll(one, "东江", "西河")
	files := map[string]string{"both.txt": "\ufeff" + one + "-\n" + two, "single.txt": one}
	got, dir := at(t, files, "", "--split", "parts", ".")
	want := []string{filepath.Join("parts", "both-01.txt"), filepath.Join("parts", "both-02.txt")}
	if got.code != 0 || got.out != strings.Join(want, "\n")+"\n" {
		t.Fatalf("exit %d, wrote\n%s%s", got.code, got.out, got.err)
	}
	for i, text := range []string{"\ufeff" + one, "\ufeff-\n" + two} {
		if b, err := os.ReadFile(filepath.Join(dir, want[i])); err != nil || string(b) != text {
			t.Errorf("%s: %v, %d bytes, want %d", want[i], err, len(b), len(text))
		}
	}
	if again := in(t, dir, "", "--split", "parts", "both.txt"); again.code != 2 || !strings.Contains(again.err, "hint:") {
		t.Errorf("exit %d over existing files: %s", again.code, again.err)
	}
}
