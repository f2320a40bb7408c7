package source

import (
	"bytes"
	"crypto/rand"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// The name of a file that is being written, until it takes the place of the old one. One that is left behind by a crash begins
// and ends like this, holds nothing that is not also in the old file or lost, and is never linted.
const (
	leftoverPrefix = ".reportlint-"
	leftoverSuffix = ".tmp"
)

// Leftover reports whether a file of this name was left behind by a write that was cut off.
func Leftover(name string) bool {
	return strings.HasPrefix(name, leftoverPrefix) && strings.HasSuffix(name, leftoverSuffix)
}

// Write replaces the file at path, which held old when it was read, by new. Afterwards the file is the old or the new one and
// nothing between, even if the machine stops; mode and, where the system lets us, owner are kept. Through a symbolic link the
// file it points to is replaced. All errors are of type *Error, and after one the file is the old one.
func Write(path string, old, new []byte) error {
	target, err := filepath.EvalSymlinks(path)
	if err != nil {
		return readError(path, path, err)
	}
	fail := func(err error) error { return &Error{Path: path, Problem: Unwritable, Err: err} }
	st, err := os.Lstat(target)
	if err != nil {
		return readError(path, path, err)
	}
	if err := regular(path, st); err != nil {
		return err
	}
	if n := links(st); n > 1 {
		return &Error{Path: path, Problem: HardLinked, Links: n}
	}
	if st.Mode().Perm()&0o222 == 0 || !writable(target) {
		return &Error{Path: path, Problem: ReadOnly}
	}
	if err := unchanged(path, target, old); err != nil {
		return err
	}
	tmp, err := temporary(filepath.Dir(target))
	if err != nil {
		return fail(err)
	}
	name := tmp.Name()
	done := false
	defer func() {
		if !done {
			_ = tmp.Close()
			_ = os.Remove(name)
		}
	}()
	if _, err := tmp.Write(new); err != nil {
		return fail(err)
	}
	copyOwner(tmp, st)
	if err := tmp.Chmod(st.Mode() & (fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky)); err != nil {
		return fail(err)
	}
	if err := tmp.Sync(); err != nil {
		return fail(err)
	}
	if wrote, err := tmp.Stat(); err != nil {
		return fail(err)
	} else if wrote.Size() != int64(len(new)) {
		return fail(io.ErrShortWrite)
	}
	if err := tmp.Close(); err != nil {
		return fail(err)
	}
	// Writing and syncing took time. The moment that is left between this look and the rename cannot be closed without locks
	// that other programs do not take.
	if now, err := os.Lstat(target); err != nil || !os.SameFile(st, now) || !now.ModTime().Equal(st.ModTime()) || now.Size() != st.Size() {
		return &Error{Path: path, Problem: Changed, Err: err}
	}
	if err := replace(name, target); err != nil {
		return fail(err)
	}
	done = true
	syncDir(filepath.Dir(target))
	return nil
}

// unchanged reads the file again and compares it with what was read first.
func unchanged(path, target string, old []byte) error {
	now, err := Read(target, int64(len(old))+1)
	if err != nil {
		if e, ok := err.(*Error); !ok || e.Problem != TooLarge {
			return err
		}
	} else if bytes.Equal(now, old) {
		return nil
	}
	return &Error{Path: path, Problem: Changed}
}

// temporary makes a new file in dir that nobody else has open.
func temporary(dir string) (*os.File, error) {
	for range 100 {
		f, err := os.OpenFile(filepath.Join(dir, leftoverPrefix+rand.Text()+leftoverSuffix), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if !os.IsExist(err) {
			return f, err
		}
	}
	return nil, fs.ErrExist
}
