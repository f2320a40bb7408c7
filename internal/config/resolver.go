package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/internal/source"
)

// maxExtend bounds a chain of extend.
const maxExtend = 8

// Options say where a configuration comes from.
type Options struct {
	Cwd      string                            // absolute
	Read     func(path string) ([]byte, error) // nil: os.ReadFile
	Version  string                            // of the program, for required-version
	Isolated bool                              // no files
	Config   []string                          // values of --config: files, or 'key = value'
	EnvFile  string                            // REPORTLINT_CONFIG
	Env      []Setting                         // from other variables
	Flags    []Setting                         // from flags
	Shown    func(path string) string          // how a file is called in messages; nil: by its absolute path
	Check    func(c *Config) error             // called once for every Config that is made, e.g. to check its selectors; must not use the Resolver; may be nil
}

// Resolver finds the configuration of each file. It may be used by many goroutines.
type Resolver struct {
	o        Options
	explicit string   // the file that --config or REPORTLINT_CONFIG names
	over     []*layer // variables, --config 'key = value', flags, in this order

	mu      sync.Mutex
	sources map[string]*layer // files as read, by path
	byFile  map[string]*Config
	byDir   map[string]*Config
}

// New makes a Resolver. The error is of type Errors.
func New(o Options) (*Resolver, error) {
	if o.Read == nil {
		o.Read = os.ReadFile
	}
	if o.Shown == nil {
		o.Shown = func(p string) string { return p }
	}
	r := &Resolver{o: o, sources: map[string]*layer{}, byFile: map[string]*Config{}, byDir: map[string]*Config{}}
	var errs Errors
	note := func(l *layer, err error) {
		var es Errors
		if errors.As(err, &es) {
			errs = append(errs, es...)
		} else {
			r.over = append(r.over, l)
		}
	}
	for _, s := range o.Env {
		note(s.layer(o.Cwd))
	}
	r.explicit = o.EnvFile
	named := false
	for _, c := range o.Config {
		if c == "" {
			errs = append(errs, &Error{Path: "--config", Message: say("不能为空", "cannot be empty")})
			continue
		}
		if strings.Contains(c, "=") && !r.exists(r.abs(c)) {
			l, err := parse("--config", o.Cwd, c, true)
			if err == nil && l.cfg.Extend != "" {
				err = Errors{{Path: "--config", Message: say("extend 只能写在配置文件里", "extend can only stand in a configuration file"),
					Hint: say("用 --config 文件 指定配置文件", "name the file itself: --config FILE")}}
			}
			note(l, err)
			continue
		}
		if o.Isolated {
			errs = append(errs, &Error{Path: "--config", Message: say("不能与 --isolated 一起指定配置文件", "--isolated excludes a configuration file"),
				Hint: say("'键 = 值' 可以同用", "'key = value' may be given")})
			continue
		}
		if named {
			errs = append(errs, &Error{Path: "--config", Message: say("只能指定一个配置文件", "takes one file only")})
		}
		named, r.explicit = true, c
	}
	for _, s := range o.Flags {
		note(s.layer(o.Cwd))
	}
	if r.explicit != "" {
		r.explicit = r.abs(r.explicit)
	}
	return r, errs.orNil()
}

func (r *Resolver) abs(p string) string {
	if !filepath.IsAbs(p) {
		p = filepath.Join(r.o.Cwd, p)
	}
	return filepath.Clean(p)
}

func (r *Resolver) exists(path string) bool {
	_, err := r.o.Read(path)
	return !missing(err)
}

// missing tells a file that is not there from one that cannot be read.
func missing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) || errors.Is(err, syscall.ENAMETOOLONG) || errors.Is(err, fs.ErrInvalid) || errors.Is(err, syscall.EINVAL)
}

// Run is the configuration nearest to the working directory: [gate], [output] and [baseline] are taken from it.
func (r *Resolver) Run() (*Config, error) { return r.ForDir(r.o.Cwd) }

// For is the configuration nearest to the file at path (absolute). Files with the same nearest configuration get the same
// pointer. The error is of type Errors, or that of Options.Check.
func (r *Resolver) For(path string) (*Config, error) { return r.ForDir(filepath.Dir(path)) }

// ForDir is the configuration for the files of a folder (absolute).
func (r *Resolver) ForDir(dir string) (*Config, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.forDir(filepath.Clean(dir))
}

func (r *Resolver) forDir(dir string) (*Config, error) {
	if r.o.Isolated || r.explicit != "" {
		path := r.explicit
		if r.o.Isolated {
			path = ""
		}
		return r.build(path)
	}
	if c, ok := r.byDir[dir]; ok {
		return c, nil
	}
	path := filepath.Join(dir, FileName)
	var c *Config
	var err error
	if up := filepath.Dir(dir); r.exists(path) {
		c, err = r.build(path)
	} else if up == dir {
		c, err = r.build("")
	} else {
		c, err = r.forDir(up)
	}
	if err == nil {
		r.byDir[dir] = c
	}
	return c, err
}

// Discover is the path of the configuration file nearest to dir (absolute), going up.
func (r *Resolver) Discover(dir string) (path string, ok bool) {
	for {
		path := filepath.Join(dir, FileName)
		if r.exists(path) {
			return path, true
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", false
		}
		dir = up
	}
}

// build makes the Config of the file at path, of no file if path is empty.
func (r *Resolver) build(path string) (*Config, error) {
	if c, ok := r.byFile[path]; ok {
		return c, nil
	}
	c := Default()
	c.dir, c.file = r.o.Cwd, path
	if path != "" {
		c.dir = filepath.Dir(path)
		chain, err := r.chain(path)
		if err != nil {
			return nil, err
		}
		for _, l := range slices.Backward(chain) {
			c.put(l)
		}
		c.Extend = chain[0].cfg.Extend
	}
	for _, l := range r.over {
		c.put(l)
	}
	if !filepath.IsAbs(c.Baseline.Path) && c.Baseline.Path != "" {
		c.Baseline.Path = filepath.Join(c.dir, c.Baseline.Path)
	}
	for _, l := range c.layers {
		if q, err := parseRequirement(l.cfg.RequiredVersion); err == nil && !q.met(r.o.Version) {
			return nil, Errors{c.layerError(l, "required-version", say("需要 reportlint %s，当前为 %s", "needs reportlint %s, this is %s", l.cfg.RequiredVersion, r.o.Version), locale.Text{})}
		}
	}
	if r.o.Check != nil {
		if err := r.o.Check(c); err != nil {
			return nil, err
		}
	}
	r.byFile[path] = c
	return c, nil
}

func (c *Config) layerError(l *layer, key string, message, hint locale.Text) *Error {
	o := l.origin(key)
	return &Error{Path: o.Path, Line: o.Line, Column: o.Column, Message: message, Hint: hint}
}

// chain is the file at path and what it extends, nearest first.
func (r *Resolver) chain(path string) ([]*layer, error) {
	var out []*layer
	for from := (*layer)(nil); ; {
		l, err := r.read(path, from)
		if err != nil {
			return nil, err
		}
		at := func() *Error { return (&Config{}).layerError(from, "extend", locale.Text{}, locale.Text{}) }
		if slices.Contains(out, l) {
			e := at()
			e.Message = say("extend 绕成了圈：又回到 %s", "extend goes in a circle: it comes back to %s", l.path)
			return nil, Errors{e}
		}
		if len(out) == maxExtend {
			e := at()
			e.Message = say("extend 超过 %d 层", "extend goes deeper than %d files", maxExtend)
			return nil, Errors{e}
		}
		out = append(out, l)
		if l.cfg.Extend == "" {
			return out, nil
		}
		next := filepath.FromSlash(l.cfg.Extend)
		if !filepath.IsAbs(next) {
			next = filepath.Join(filepath.Dir(path), next)
		}
		path, from = filepath.Clean(next), l
	}
}

// read reads one file, once. from is the layer that extends it, nil if none does.
func (r *Resolver) read(path string, from *layer) (*layer, error) {
	if l, ok := r.sources[path]; ok {
		return l, nil
	}
	shown := r.o.Shown(path)
	src, err := r.o.Read(path)
	if err != nil {
		cause := source.Cause(err)
		e := &Error{Path: shown, Message: locale.Text{Zh: "无法读取配置文件：" + cause.Zh, En: "the configuration cannot be read: " + cause.En}, Err: err}
		if from != nil {
			o := from.origin("extend")
			e.Path, e.Line, e.Column = o.Path, o.Line, o.Column
			e.Message = locale.Text{Zh: "无法读取 extend 指向的 " + shown + "：" + cause.Zh, En: "cannot read " + shown + ", which it extends: " + cause.En}
		}
		return nil, Errors{e}
	}
	l, err := parse(shown, filepath.Dir(path), string(src), path == r.explicit)
	if err != nil {
		return nil, err
	}
	r.sources[path] = l
	return l, nil
}
