package baseline

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// record is an entry as it stands in the file.
type record struct {
	Fingerprint string `json:"fp"`
	Rule        string `json:"rule"`
	Path        string `json:"path"`
	PathBytes   string `json:"path_bytes,omitempty"` // base64, of a path that is not UTF-8
	N           int    `json:"n"`
	Status      Status `json:"status"`
	Reason      string `json:"reason,omitempty"`
}

// Read reads a baseline. Lines may stand in any order and come twice, as a union merge leaves them; what a merge could not solve is
// refused. The error names the line and says what to do.
func Read(r io.Reader) (*Baseline, error) {
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	var es []Entry
	for n := 1; in.Scan(); n++ {
		line := bytes.TrimSpace(in.Bytes())
		if len(line) == 0 {
			continue
		}
		for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
			if bytes.HasPrefix(line, []byte(mark)) {
				return nil, fmt.Errorf("line %d: the baseline holds the marks of a merge conflict\nhint: keep the lines of both sides and delete the marks; or set `*.jsonl merge=union` in .gitattributes, and it does not happen again", n)
			}
		}
		var x record
		d := json.NewDecoder(bytes.NewReader(line))
		d.DisallowUnknownFields()
		if err := d.Decode(&x); err != nil {
			return nil, fmt.Errorf("line %d is no baseline entry: %w", n, err)
		}
		e := Entry{x.Fingerprint, x.Rule, x.Path, x.N, x.Status, x.Reason}
		if x.PathBytes != "" {
			p, err := base64.StdEncoding.DecodeString(x.PathBytes)
			if err != nil {
				return nil, fmt.Errorf("line %d: path_bytes: %w", n, err)
			}
			e.Path = string(p)
		}
		switch {
		case !strings.HasPrefix(e.Fingerprint, "v1:"):
			return nil, fmt.Errorf("line %d: fingerprint %q is not of version v1\nhint: reportlint baseline update writes it anew", n, e.Fingerprint)
		case e.Rule == "" || e.Path == "" || e.N < 1:
			return nil, fmt.Errorf("line %d: an entry needs rule, path and n ≥ 1", n)
		case e.Status != "" && rank(e.Status) < 0:
			return nil, fmt.Errorf("line %d: status %q is none of todo, accepted, false-positive", n, e.Status)
		}
		es = append(es, e)
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	return New(es), nil
}

// Bytes is the baseline as a file: sorted, one entry a line, LF.
func (b *Baseline) Bytes() []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, e := range b.entries {
		x := record{e.Fingerprint, e.Rule, e.Path, "", e.N, e.Status, e.Reason}
		if !utf8.ValidString(e.Path) {
			x.Path, x.PathBytes = strings.ToValidUTF8(e.Path, "\ufffd"), base64.StdEncoding.EncodeToString([]byte(e.Path))
		}
		if err := enc.Encode(x); err != nil { // strings and numbers: cannot fail
			return nil
		}
	}
	return out.Bytes()
}
