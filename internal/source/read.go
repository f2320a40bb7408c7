package source

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// Read returns the bytes of a regular file. A file of more than limit bytes is an error of its own; limit 0 means none. All
// errors are of type *Error.
func Read(path string, limit int64) ([]byte, error) {
	// Opening a pipe would wait for a writer, so look first; open without blocking in case it was exchanged in between.
	st, err := os.Stat(path)
	if err != nil {
		return nil, readError(path, path, err)
	}
	if err := regular(path, st); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|nonBlocking, 0)
	if err != nil {
		return nil, readError(path, path, err)
	}
	defer f.Close()
	if st, err = f.Stat(); err != nil {
		return nil, readError(path, path, err)
	}
	if err := regular(path, st); err != nil {
		return nil, err
	}
	if limit > 0 && st.Size() > limit {
		return nil, &Error{Path: path, Problem: TooLarge, Size: st.Size(), Limit: limit}
	}
	// Files of /proc say size 0 and a file may grow while it is read: read to the end, not to the size.
	buf := make([]byte, 0, st.Size()+512)
	for {
		n, err := f.Read(buf[len(buf):cap(buf)])
		buf = buf[:len(buf)+n]
		if limit > 0 && int64(len(buf)) > limit {
			return nil, &Error{Path: path, Problem: TooLarge, Size: int64(len(buf)), Limit: limit}
		}
		if errors.Is(err, io.EOF) {
			return buf, nil
		}
		if err != nil {
			return nil, readError(path, path, err)
		}
		if len(buf) == cap(buf) {
			buf = append(buf, 0)[:len(buf)]
		}
	}
}

func regular(path string, st fs.FileInfo) error {
	switch {
	case st.IsDir():
		return &Error{Path: path, Problem: IsDirectory}
	case !st.Mode().IsRegular():
		return &Error{Path: path, Problem: NotRegular}
	}
	return nil
}

// readError says what a failed look at path means; shown is its name in messages.
func readError(shown, path string, err error) *Error {
	e := &Error{Path: shown, Problem: Unreadable, Err: err}
	if errors.Is(err, fs.ErrNotExist) {
		e.Problem = Missing
		if st, lerr := os.Lstat(path); lerr == nil && st.Mode()&fs.ModeSymlink != 0 {
			e.Problem = Dangling
		}
	} else if isLoop(err) {
		e.Problem = Dangling
	}
	return e
}

func pathErrorCause(err error) error {
	var pe *fs.PathError
	var le *os.LinkError
	var se *os.SyscallError
	switch {
	case errors.As(err, &pe):
		return pe.Err
	case errors.As(err, &le):
		return le.Err
	case errors.As(err, &se):
		return se.Err
	}
	return nil
}
