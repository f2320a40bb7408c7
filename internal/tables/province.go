package tables

import "strings"

// letters are the one-character names of the provinces, each with the first
// two digits of its code (GB/T 2260; 简称 as on number plates, then the others
// in official use).
const letters = "京11 津12 冀13 晋14 蒙15 辽21 吉22 黑23 沪31 苏32 浙33 皖34 闽35 赣36 鲁37 豫41 鄂42 湘43 粤44 桂45 琼46 " +
	"渝50 川51 贵52 云53 藏54 陕61 甘62 青63 宁64 新65 台71 港81 澳82 申31 蜀51 黔52 滇53 秦61 陇62"

// ProvinceOfLetter returns the code of the province that r abbreviates: 辽 gives
// 210000. ok is false if r abbreviates none.
func ProvinceOfLetter(r rune) (code string, ok bool) {
	i := strings.IndexRune(letters, r)
	if r < 0x80 || i < 0 {
		return "", false
	}
	i += len(string(r))
	return letters[i:i+2] + "0000", true
}

// postcodes gives the provinces of the first two digits of a postal code
// (《中国邮政编码》: the digits name the sorting centre, which now and then
// serves two provinces).
const postcodes = "01 15, 02 15, 03 14, 04 14, 05 13, 06 13, 07 13, 10 11, 11 21, 12 21, 13 22, 15 23, 16 23, 20 31, 21 32, 22 32, " +
	"23 34, 24 34, 25 37, 26 37, 27 37, 30 12, 31 33, 32 33, 33 36, 34 36, 35 35, 36 35, 40 50, 41 43, 42 43, 43 42, 44 42, " +
	"45 41, 46 41, 47 41, 51 44, 52 44, 53 45, 54 45, 55 52, 56 52, 57 46, 61 51, 62 51, 63 51, 64 51, 65 53, 66 53, 67 53, " +
	"71 61, 72 61, 73 62, 74 62, 75 64, 81 63, 83 65, 84 65, 85 54, 86 54"

// ProvinceOfPostcode returns the code of the province that a six-digit postal
// code belongs to: 110032 gives 210000. ok is false if code is not six digits
// or its first two name no province of the mainland.
func ProvinceOfPostcode(code string) (province string, ok bool) {
	if len(code) != 6 || strings.Trim(code, "0123456789") != "" {
		return "", false
	}
	for _, row := range strings.Split(postcodes, ", ") {
		if row[:2] == code[:2] {
			return row[3:] + "0000", true
		}
	}
	return "", false
}
