package report

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/lint"
	"github.com/reportlint/reportlint/internal/text"
)

// host finds what a program may turn into a link. It runs on messages and snippets, which are short by construction.
var host = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:(https?|ftp)(:/{0,2}))?((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|net|org|cn|cc|tw|hk|top|xyz|vip|info|biz|me|tv|io|co|club|site|shop|store|online|app|live|fun|icu|pro|asia|mobi|name|link|win|bet|tk|ml|ga|ru|us|uk|jp|kr|eu|in|la|pw|ws|so|im|gg|ly|gov|edu))\b`)
})

// defang writes hosts so that nobody and nothing follows them: hxxp://www[.]example[.]com.
func defang(s string) string {
	if !strings.Contains(s, ".") && !strings.Contains(s, "://") {
		return s
	}
	s = host().ReplaceAllStringFunc(s, func(m string) string {
		return strings.ReplaceAll(m, ".", "[.]")
	})
	return strings.NewReplacer("http://", "hxxp://", "https://", "hxxps://", "HTTP://", "HXXP://", "HTTPS://", "HXXPS://").Replace(s)
}

// account finds a messenger or telephone account after the word that announces it.
var account = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)((?:telegram|t\.me/|tg|wechat|weixin|微信|薇信|威信|vx|qq|扣扣|飞机|纸飞机|电报|手机|电话|热线)(?:号码|号|群|客服)?[\s:：@+]{0,4})([a-z0-9_-]{5,32})`)
})

// redact masks identifiers: the first and the last character stay, so that a curator can still recognise what is meant.
func redact(s string) string {
	return account().ReplaceAllStringFunc(s, func(m string) string {
		k := account().FindStringSubmatch(m)
		return k[1] + mask(k[2])
	})
}

func mask(s string) string {
	if utf8.RuneCountInString(s) < 4 {
		return strings.Repeat("*", utf8.RuneCountInString(s))
	}
	return text.First(s, 1) + strings.Repeat("*", utf8.RuneCountInString(s)-2) + text.Last(s, 1)
}

// hideIn masks identifiers in a text about f: all that a finding about privacy is about, and announced accounts.
func hideIn(f *lint.Finding, s string) string {
	if f.Rule.Family == "privacy" && f.Text != "" {
		for _, t := range []string{f.Text, oneLine(f.Text)} {
			s = strings.ReplaceAll(s, t, mask(t))
		}
	}
	return redact(s)
}

// passOn prepares a text about f for a format that is made to be passed on.
func passOn(o Options, f *lint.Finding, s string) string {
	if o.Redact != RedactNever {
		s = hideIn(f, s)
	}
	return defang(s)
}
