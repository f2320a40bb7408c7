package locale

import (
	"slices"
	"strings"
)

// Lang is a language of the product.
type Lang uint8

// The languages every text of the product exists in.
const (
	En Lang = iota
	Zh
)

// String returns the language's BCP 47 tag.
func (l Lang) String() string {
	if l == Zh {
		return "zh"
	}
	return "en"
}

// Text is one thing said in both languages.
type Text struct {
	Zh string `toml:"zh" json:"zh"`
	En string `toml:"en" json:"en"`
}

// In returns the text in language l.
func (t Text) In(l Lang) string {
	if l == Zh {
		return t.Zh
	}
	return t.En
}

// Complete reports whether both languages are present.
func (t Text) Complete() bool { return t.Zh != "" && t.En != "" }

// Fill returns t with every {name} replaced by vars[name] in both languages. Unknown placeholders stay as they are.
// Values are inserted verbatim and never expanded again: text of the linted file may hold braces.
func (t Text) Fill(vars map[string]string) Text {
	return Text{Zh: fill(t.Zh, vars), En: fill(t.En, vars)}
}

func fill(s string, vars map[string]string) string {
	if !strings.Contains(s, "{") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			break
		}
		j := strings.IndexByte(s[i:], '}')
		if j < 0 {
			break
		}
		b.WriteString(s[:i])
		if v, ok := vars[s[i+1:i+j]]; ok {
			b.WriteString(v)
		} else {
			b.WriteString(s[i : i+j+1])
		}
		s = s[i+j+1:]
	}
	b.WriteString(s)
	return b.String()
}

// Placeholders returns the names between braces in s, in order, each once.
func Placeholders(s string) []string {
	var out []string
	for {
		i := strings.IndexByte(s, '{')
		if i < 0 {
			return out
		}
		j := strings.IndexByte(s[i:], '}')
		if j < 0 {
			return out
		}
		if name := s[i+1 : i+j]; !slices.Contains(out, name) {
			out = append(out, name)
		}
		s = s[i+j+1:]
	}
}

// Detect chooses a language from environment values in order of precedence (REPORTLINT_LANG, LC_ALL, LC_MESSAGES, LANG):
// the first that is not empty decides; a value beginning with "zh" is Chinese, anything else English.
func Detect(values ...string) Lang {
	for _, v := range values {
		if v != "" {
			if strings.HasPrefix(strings.ToLower(v), "zh") {
				return Zh
			}
			return En
		}
	}
	return En
}
