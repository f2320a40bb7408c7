// Package report writes findings for readers: people at a terminal, colleagues with a browser, and other programs.
//
// It promises that nothing a linted file contains can act on what reads the report: control and format characters are printed
// as visible tokens, no line begins with a workflow command that the report did not mean, and outside the terminal hosts
// are written so that nobody clicks on them. The bytes depend on the findings and the options only: no clock, no machine, no
// order of map keys, and no global state such as the colour switch of a library.
package report
