package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"github.com/reportlint/reportlint/internal/report"
	"github.com/reportlint/reportlint/internal/source"
)

// outputs are the printers of a run and the files behind them.
type outputs struct {
	printers []report.Printer
	flush    []func() error
	abort    []func()
}

// open makes a printer for every FMT[=PATH]; at most one may write to standard output. A file appears only when it is complete:
// it is written beside its name and renamed at the end.
func (a *app) open(specs []string, stdout io.Writer, o report.Options) (*outputs, error) {
	out := &outputs{}
	plain := ""
	taken := map[string]bool{}
	for _, spec := range specs {
		name, path, toFile := strings.Cut(spec, "=")
		if !report.Known(name) {
			out.Abort()
			return nil, a.notOneOf("--output-format", name, strings.Split(formatNames(), ", ")...)
		}
		w, opts := stdout, o
		if toFile {
			st, err := os.Stat(path)
			if err == nil && st.IsDir() {
				out.Abort()
				return nil, fmt.Errorf(a.say("无法写入 %s：是目录", "cannot write %s: it is a folder"), path)
			}
			if taken[filepath.Clean(path)] {
				out.Abort()
				return nil, fmt.Errorf(a.say("两种输出格式写到同一个文件 %s", "two output formats go to the same file %s"), path)
			}
			taken[filepath.Clean(path)] = true
			device := err == nil && !st.Mode().IsRegular() // or a pipe: to be written to, not replaced by a file
			var f *os.File
			if device {
				f, err = os.OpenFile(path, os.O_WRONLY, 0)
			} else {
				f, err = os.CreateTemp(dirOf(path), ".reportlint-*")
			}
			if err != nil {
				out.Abort()
				return nil, fmt.Errorf(a.say("无法写入 %s：%s", "cannot write %s: %s"), path, source.Cause(err).In(a.lang))
			}
			if device {
				out.flush = append(out.flush, f.Close)
				out.abort = append(out.abort, func() { f.Close() })
			} else {
				out.flush = append(out.flush, func() error { return finish(f, path) })
				out.abort = append(out.abort, func() { f.Close(); os.Remove(f.Name()) })
			}
			w = f
			opts.Color = false
		} else if plain != "" {
			out.Abort()
			return nil, errors.New(a.say("只能有一种输出格式写到标准输出", "only one output format can go to standard output") + "\nhint: " +
				a.say("其余的写成 FMT=PATH", "write the others as FMT=PATH"))
		} else {
			plain = name
		}
		buf := bufio.NewWriter(w)
		out.flush = append([]func() error{buf.Flush}, out.flush...)
		p, err := report.New(name, buf, opts)
		if err != nil {
			out.Abort()
			return nil, err
		}
		out.printers = append(out.printers, p)
	}
	return out, nil
}

// File passes one file to every printer.
func (o *outputs) File(f report.File) error {
	for _, p := range o.printers {
		if err := p.File(f); err != nil {
			return err
		}
	}
	return nil
}

// Close ends every printer and brings the files to their names.
func (o *outputs) Close(s report.Summary) error {
	for _, p := range o.printers {
		if err := p.Close(s); err != nil {
			o.Abort()
			return err
		}
	}
	var errs []error
	for _, f := range o.flush {
		errs = append(errs, f())
	}
	return errors.Join(errs...)
}

// Abort leaves no half-written file behind.
func (o *outputs) Abort() {
	for _, f := range o.abort {
		f()
	}
}

// finish gives a complete file its name; what cannot get it is removed.
func finish(f *os.File, path string) error {
	err := f.Close()
	if err == nil {
		err = os.Chmod(f.Name(), 0o644)
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		os.Remove(f.Name())
	}
	return err
}

func dirOf(path string) string {
	if i := strings.LastIndexByte(path, '/'); i > 0 {
		return path[:i]
	} else if i == 0 {
		return "/"
	}
	return "."
}

// colored decides whether w gets colour: the flag, then NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, then whether it is a terminal.
func (a *app) colored(flag string, w io.Writer) (bool, error) {
	switch flag {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
	default:
		return false, a.notOneOf("--color", flag, "auto", "always", "never")
	}
	force := func(name string) bool { v := a.getenv(name); return v != "" && v != "0" }
	switch {
	case a.getenv("NO_COLOR") != "":
		return false, nil
	case force("FORCE_COLOR"), force("CLICOLOR_FORCE"):
		return true, nil
	}
	return isTerminal(w) && a.getenv("TERM") != "dumb", nil
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// widthOf is the width of the terminal behind w in cells, 0 if there is none.
func widthOf(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil {
			return n
		}
	}
	return 0
}
