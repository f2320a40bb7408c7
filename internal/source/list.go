package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// ReadList reads a list of paths, one a line, or with nul one before each NUL. Blank lines do not count; a CR before the end of a
// line belongs to the line end.
func ReadList(r io.Reader, nul bool) ([]string, error) {
	sep := byte('\n')
	if nul {
		sep = 0
	}
	var out []string
	br := bufio.NewReader(r)
	for {
		b, err := br.ReadBytes(sep)
		b = bytes.TrimSuffix(b, []byte{sep})
		if !nul {
			b = bytes.TrimSuffix(b, []byte("\r"))
		}
		if len(b) > 0 {
			out = append(out, string(b))
		}
		if err == io.EOF {
			return out, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read list of files: %w", err)
		}
	}
}
