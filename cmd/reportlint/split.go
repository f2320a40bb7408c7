package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/reportlint/reportlint/checks/structure"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/runner"
	"github.com/reportlint/reportlint/internal/text"
)

// split writes each document of the files that hold several to a file of its own in dir: check --split DIR. The parts are the
// file's own bytes; together they are the whole file. A file that exists is never written over.
func (a *app) split(jobs []runner.Job, dir string) error {
	return a.eachText(jobs, func(file string, raw []byte, d *document.Document) error {
		parts := documentParts(d, raw)
		if len(parts) < 2 {
			return nil
		}
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return fmt.Errorf("--split: %w", err)
		}
		for i, p := range parts {
			path := partPath(dir, file, i+1, len(parts))
			if err := writeNew(path, p); err != nil {
				if errors.Is(err, fs.ErrExist) {
					return fmt.Errorf("--split: %w\nhint: %s", err, a.say("已有的文件不会被覆盖；请换一个目录", "a file that exists is not written over; choose another folder"))
				}
				return fmt.Errorf("--split: %w", err)
			}
			fmt.Fprintln(a.out, path)
		}
		return nil
	})
}

// documentParts are the bytes of each document. A byte order mark is not part of the text: each part gets its own.
func documentParts(d *document.Document, raw []byte) [][]byte {
	docs := structure.Documents(d)
	at := make([]text.Span, len(docs))
	for i, s := range docs {
		at[i] = text.Span{Start: s.Start, End: s.Start}
	}
	mark := raw[:d.File().Bytes(text.Span{}).Start]
	places := d.Places(at)
	out := make([][]byte, len(docs))
	for i := range docs {
		start, end := len(mark), len(raw)
		if i > 0 {
			start = places[i].Bytes.Start
		}
		if i+1 < len(docs) {
			end = places[i+1].Bytes.Start
		}
		out[i] = append(append([]byte{}, mark...), raw[start:end]...)
	}
	return out
}

// partPath names part n of all: report-03.txt of report.txt, with as many digits as the last needs.
func partPath(dir, path string, n, all int) string {
	base := filepath.Base(path)
	ext := filepath.Ext(base)
	width := max(2, len(fmt.Sprint(all)))
	return filepath.Join(dir, fmt.Sprintf("%s-%0*d%s", strings.TrimSuffix(base, ext), width, n, ext))
}

func writeNew(path string, b []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(b); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}
