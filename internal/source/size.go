package source

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// sizeUnits are the units of sizes: binary with i, decimal without, as IEC 80000-13 and the SI have them.
var sizeUnits = []struct {
	name  string
	bytes int64
}{
	{"TiB", 1 << 40}, {"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10},
	{"TB", 1e12}, {"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}, {"B", 1},
}

// ParseSize reads a size such as "256MiB", "1.5 GB" or "4096" and returns bytes. Units do not care about case.
func ParseSize(s string) (int64, error) {
	num := strings.TrimSpace(s)
	unit := int64(1)
	for _, u := range sizeUnits {
		if k := len(num) - len(u.name); k > 0 && strings.EqualFold(num[k:], u.name) {
			num, unit = strings.TrimSpace(num[:k]), u.bytes
			break
		}
	}
	if num == "" || strings.Trim(num, "0123456789.") != "" {
		return 0, fmt.Errorf("%q is not a size", s)
	}
	f, err := strconv.ParseFloat(num, 64)
	if err != nil || f*float64(unit) >= math.MaxInt64 {
		return 0, fmt.Errorf("%q is not a size", s)
	}
	return int64(f * float64(unit)), nil
}

// FormatSize writes a number of bytes for people, in binary units.
func FormatSize(n int64) string {
	for _, u := range sizeUnits[:4] {
		if n >= u.bytes {
			f := strconv.FormatFloat(float64(n)/float64(u.bytes), 'f', 1, 64)
			return strings.TrimSuffix(f, ".0") + " " + u.name
		}
	}
	return strconv.FormatInt(n, 10) + " B"
}
