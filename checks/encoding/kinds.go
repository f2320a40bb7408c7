package encoding

import (
	"github.com/reportlint/reportlint/checks"
	"github.com/reportlint/reportlint/internal/repair/mojibake"
)

// Kinds are the kinds of this package.
func Kinds() []checks.Kind {
	return []checks.Kind{
		{Name: "invisible-character", Phase: checks.PhaseInline, New: newInvisible},
		{Name: "private-use", Phase: checks.PhaseRepair, New: newPrivateUse},
		{Name: "lost-characters", Phase: checks.PhaseInline, New: newLost},
		{Name: "compatibility-form", Phase: checks.PhaseInline, New: newCompatibility},
		{Name: "no-break-space", Phase: checks.PhaseInline, New: newNoBreakSpace},
		{Name: "leftover-escapes", Phase: checks.PhaseRepair, New: newEscapes},
		{Name: "lost-interpunct", Phase: checks.PhaseInline, New: newInterpunct},
		{Name: "pinyin-cloak", Phase: checks.PhaseRepair, New: newPinyinCloak},
		{Name: "gbk-split-character", Phase: checks.PhaseRepair, New: newSplitCharacter},
		{Name: "traditional-cloak", Phase: checks.PhaseWhole, New: newTraditionalCloak},
		{Name: "not-utf8", Phase: checks.PhaseWhole, New: newNotUTF8},
		{Name: "width-folded", Phase: checks.PhaseWhole, New: newWidthFolded},
		{Name: "utf8-read-as-gbk", Phase: checks.PhaseRepair, New: newMisread(utf8AsGBK, plainly(mojibake.UTF8AsGBK))},
		{Name: "gbk-read-as-latin", Phase: checks.PhaseRepair, New: newMisread(gbkAsLatin, plainly(mojibake.GBKAsLatin))},
		{Name: "utf8-read-as-latin", Phase: checks.PhaseRepair, New: newMisread(utf8AsLatin, searchLatin)},
		{Name: "gbk-byte-shift", Phase: checks.PhaseRepair, New: newMisread(gbkByteShift, plainly(mojibake.GBKByteShift))},
	}
}

// none is for kinds without parameters: it refuses any that a rule gives.
func none(p checks.Params) error { return p.Decode(&struct{}{}) }
