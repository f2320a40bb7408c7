package structure

import (
	"strings"
	"unicode/utf8"
)

// numberWords are the characters that make a word with the numeral behind them (统一, 第三, 初二), by numeral. Only those
// stand here that no heading ends with.
var numberWords = map[rune]string{
	'一': "第统唯单同逐专划归如万其之合首初周",
	'二': "第其初周唯独",
	'三': "第其初周再",
	'四': "第其初周",
	'五': "第其周十",
	'六': "第其周十",
	'七': "第其十",
	'八': "第其十",
	'九': "第其十",
	'十': "第双",
}

// numberWord reports whether before and the numeral are the two halves of one word.
func numberWord(before, numeral rune) bool {
	w := numberWords[numeral]
	return w != "" && strings.ContainsRune(w, before)
}

// counted are what a numeral counts in words such as 一、二期 and 三、四级.
const counted = "级級期类類批产產层層季线線档檔等次号號度楼樓月组組段环環站座路轮輪届屆"

// countsOn reports whether s, behind a numeral and 、, goes on with a second numeral and what both count: 二期, 四级道路.
func countsOn(s string) bool {
	r, n := utf8.DecodeRuneInString(s)
	if !strings.ContainsRune("一二三四五六七八九十", r) {
		return false
	}
	r, _ = utf8.DecodeRuneInString(s[n:])
	return r != 0 && strings.ContainsRune(counted, r)
}
