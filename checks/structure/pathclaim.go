package structure

import (
	"strconv"
	"strings"

	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/document"
	"github.com/reportlint/reportlint/internal/text"
	"github.com/reportlint/reportlint/internal/view/outline"
)

// pathValues reads the path name by a pattern such as {province}/{place}-{year}.txt, which is matched to the end of the path. A
// placeholder takes what stands before the text behind it, within one folder. The map is nil if the path is built otherwise.
func pathValues(pattern, name string) map[string]string {
	want, have := strings.Split(pattern, "/"), strings.Split(strings.ReplaceAll(name, "\\", "/"), "/")
	if pattern == "" || len(have) < len(want) {
		return nil
	}
	out := map[string]string{}
	for i, part := range have[len(have)-len(want):] {
		if !readPart(want[i], part, out) {
			return nil
		}
	}
	return out
}

func readPart(pattern, part string, out map[string]string) bool {
	for {
		open := strings.IndexByte(pattern, '{')
		if open < 0 {
			return pattern == part
		}
		if !strings.HasPrefix(part, pattern[:open]) {
			return false
		}
		part, pattern = part[open:], pattern[open+1:]
		shut := strings.IndexByte(pattern, '}')
		if shut < 0 {
			return false
		}
		name := pattern[:shut]
		pattern = pattern[shut+1:]
		next := pattern
		if k := strings.IndexByte(next, '{'); k >= 0 {
			next = next[:k]
		}
		end := len(part)
		if next != "" {
			if pattern == next {
				end = strings.LastIndex(part, next)
			} else {
				end = strings.Index(part, next)
			}
		}
		if end <= 0 {
			return false
		}
		out[name], part = part[:end], part[end:]
	}
}

// against compares the only document of a file with what its path says. The path is outvoted only where two parts of the text
// agree against it: the title with the session or with the body, the title's year with the dateline's.
func (c wrongDocument) against(d *document.Document, o *outline.Outline, doc text.Span) []checks.Match {
	v := pathValues(c.Path, d.Name())
	if v == nil {
		return nil
	}
	s := d.Text()
	title, at := placeInTitle(s, o, doc)
	session, _ := placeOfSession(s, o, doc)
	if place := v["place"]; place != "" && title != "" && !related(title, place) && !strings.Contains(s, place) {
		if agrees := session != "" && related(title, session) || strings.Count(s, stem(title)) >= 5; agrees && strings.Count(s, stem(place))*8 <= strings.Count(s, stem(title)) {
			return []checks.Match{claim(at, "path-place", place, title)}
		}
	}
	year, err := strconv.Atoi(v["year"])
	if err != nil || len(o.Datelines) == 0 {
		return nil
	}
	for _, t := range o.Titles {
		if said := o.Datelines[0].Year; t.Year != 0 && t.Year != year && said != year && said != year-1 {
			return []checks.Match{claim(t.Span, "path-year", v["year"], strconv.Itoa(t.Year))}
		}
	}
	return nil
}

func claim(at text.Span, key, path, said string) checks.Match {
	m := checks.At(at.Start, at.End)
	m.Message, m.Vars = key, map[string]string{"path": path, "title": said, "body": said}
	m.Evidence = []checks.Note{{Key: "path"}}
	return m
}
