package ads

import (
	"strings"
	"unicode/utf8"

	"github.com/reportlint/reportlint/internal/tables"
	"github.com/reportlint/reportlint/internal/text"
)

// sports are what brands of betting sites are named after: 云顶娱乐, 万博体育.
const sports = " 国际娱乐 体育 娱乐 国际 电竞 棋牌 真人 彩票 视讯 电子 竞技 游戏 博彩 娱乐城 "

// doorway reports whether a line names a site that the text does not know elsewhere, with a word of betting behind the name and
// words of doorway pages around: 某某国际官网 某某娱乐 手机客户端. Nothing else may stand on the line.
func (r *reading) doorway(w *weight, doc string, line text.Span) bool {
	if w.doors < 2 || w.total > 60 || containsAny(string(r.runes), own) != "" {
		return false
	}
	at, stems, named := 0, 0, false
	for k := 0; k <= len(r.signs); k++ {
		to := len(r.runes)
		if k < len(r.signs) {
			to = r.signs[k].from
		}
		for _, stem := range strings.FieldsFunc(string(r.runes[at:to]), isMark) {
			n := utf8.RuneCountInString(stem)
			if stems++; stems > 4 || n > 4 && isHan([]rune(stem)[0]) || n > 12 {
				return false
			}
			site := k < len(r.signs) && strings.HasSuffix(string(r.runes[:to]), stem) && strings.Contains(sports, " "+r.signs[k].text+" ")
			if site && n >= 2 && tables.PlaceSuffix(stem) == 0 && !strings.Contains(doc[:line.Start], stem) && !strings.Contains(doc[line.End:], stem) {
				named = true
			}
		}
		if k < len(r.signs) {
			if s := r.signs[k].sort; r.signs[k].idle() || s == signAccount || s == signSell {
				return false
			}
			at = r.signs[k].to
		}
	}
	return named
}
