package tables

import (
	"strings"
	"unicode/utf8"
)

// OpenCC leaves 著 alone, because traditional text writes both the particle 着
// and the word 著 (to write, outstanding) with it. The lists below are the
// words of 《现代汉语词典》 that keep 著, in both scripts, split by how far a
// neighbour decides; all other 著 are the particle. They are applied in the
// order in which they stand here.
const (
	// 随著, 執著: behind these 著 is always the particle, whatever follows.
	particleBehind = "接隨随沿跟執执味朝憑凭沉伴順顺靠圍围繞绕"
	// 顯著, 專著: behind these 著 is always the word, even in 显著落后.
	wordBehind = "顯显卓昭巨專专論论譯译編编原土彰撰"
	// 著力, 著手: before these it is the particle.
	particleBefore = "力手眼重落想陸陆急裝装火實实迷色意涼凉床慌墨"
	// 著名, 著作: before these it is the word.
	wordBefore = "名作書书稱称述錄录文《"
	// 名著, 遺著, 所著: behind these it is the word.
	wordBehindWeak = "名遺遗所合拙大舊旧較较"
)

// particle reports whether the 著 at s[i] is the particle 着.
func particle(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+len("著"):])
	switch {
	case strings.ContainsRune(particleBehind, before):
		return true
	case strings.ContainsRune(wordBehind, before):
		return false
	case strings.ContainsRune(particleBefore, after):
		return true
	case strings.ContainsRune(wordBefore, after), strings.ContainsRune(wordBehindWeak, before):
		return false
	}
	return true
}
