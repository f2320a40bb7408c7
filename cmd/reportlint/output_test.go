//go:build unix

package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestOutputIntoPipe: a pipe or device that an output is to go to is written to and stays what it is; /dev/null was once replaced
// by a file.
func TestOutputIntoPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	read := make(chan string, 1)
	go func() {
		b, _ := os.ReadFile(pipe)
		read <- string(b)
	}()
	got, _ := at(t, map[string]string{"a.txt": prose}, "", "-f", "json="+pipe, "a.txt")
	st, err := os.Lstat(pipe)
	if got.code != 0 || err != nil || st.Mode().IsRegular() {
		t.Fatalf("exit %d, %v, %v\n%s", got.code, st, err, got.err)
	}
	if s := <-read; !strings.Contains(s, "schema_version") {
		t.Errorf("read %q", s)
	}
}
