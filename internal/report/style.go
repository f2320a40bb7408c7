package report

import (
	"github.com/fatih/color"

	"github.com/reportlint/reportlint/checks"
)

// style paints words. Each colour carries its own switch, so that no global of the colour library is read or set.
type style struct {
	error, warning, info, bold, dim, path, good, token *color.Color
}

func newStyle(on bool) style {
	c := func(as ...color.Attribute) *color.Color {
		x := color.New(as...)
		if on {
			x.EnableColor()
		} else {
			x.DisableColor()
		}
		return x
	}
	return style{
		error:   c(color.FgRed, color.Bold),
		warning: c(color.FgYellow, color.Bold),
		info:    c(color.FgBlue, color.Bold),
		bold:    c(color.Bold),
		dim:     c(color.Faint),
		path:    c(color.FgCyan),
		good:    c(color.FgGreen),
		token:   c(color.ReverseVideo),
	}
}

func (s style) severity(v checks.Severity) *color.Color {
	switch v {
	case checks.Error:
		return s.error
	case checks.Warning:
		return s.warning
	}
	return s.info
}
