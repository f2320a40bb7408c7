package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestShowMap(t *testing.T) {
	got, _ := at(t, map[string]string{"a.txt": prose + footer}, "", "check", "--show-map", "--isolated", "a.txt")
	if got.code != 0 || !strings.Contains(got.out, "title") || !strings.Contains(got.out, "frame, footer (beyond doubt)") || !strings.Contains(got.out, "holds the interface word") {
		t.Errorf("%+v", got)
	}
	zh := in(t, ".", "", "check", "--show-map", "--isolated", "--lang", "zh", "a.txt")
	if !strings.Contains(zh.out, "页面框架·页脚（确凿）") || strings.Contains(zh.out, "footer") {
		t.Errorf("%s", zh.out)
	}
}

func TestLearn(t *testing.T) {
	files := map[string]string{}
	for n := range 5 {
		files[fmt.Sprintf("in/%d.txt", n)] = "江城发布专栏\n" + strings.Replace(prose, "2024", fmt.Sprint(2020+n), 1) + "江城记忆馆\n"
	}
	got, dir := at(t, files, "", "learn", "in")
	if got.code != 0 || !strings.Contains(got.out, `"江城发布专栏", # head, 5 files`) {
		t.Fatalf("%+v", got)
	}
	if err := os.MkdirAll(filepath.Join(dir, "own", "site"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "own", "site", "learnt-frame.toml"), []byte(got.out), 0o644); err != nil {
		t.Fatal(err)
	}
	if test := in(t, dir, "", "rule", "test", "--rules", "own", "site/learnt-frame"); test.code != 0 {
		t.Errorf("the learnt rule breaks its examples: %+v", test)
	}
	for _, args := range [][]string{{"learn"}, {"learn", "--min-files", "1", "in"}, {"learn", "--name", "Ä", "in"}, {"learn", "none"}} {
		if got := in(t, dir, "", args...); got.code != 2 {
			t.Errorf("%v: exit %d", args, got.code)
		}
	}
}
