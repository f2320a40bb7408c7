package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// baselineStats prints what people said of each rule, and which false positives an [[allow]] entry would settle.
func (a *app) baselineStats() *cobra.Command {
	f := &checkFlags{}
	c := &cobra.Command{Use: "stats", Short: a.say("按规则统计判断结果与实测准确率", "Count the judgements by rule, with the precision observed"), Args: cobra.NoArgs}
	f.registerBaseline(a, c)
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		s, err := a.newSession(f, cmd.Flags().Changed)
		if err != nil {
			return err
		}
		b, err := s.openBaseline()
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, a.say("待判\t属实\t误报\t准确率\t规则", "todo\tright\twrong\tprecision\trule"))
		for _, r := range b.Stats() {
			p := "–"
			if v, ok := r.Precision(); ok {
				p = fmt.Sprintf("%.2f", v)
			}
			fmt.Fprintf(a.out, "%d\t%d\t%d\t%s\t%s\n", r.Todo, r.Accepted, r.FalsePositive, p, r.Rule)
		}
		for i, p := range b.Proposals() {
			if i == 0 {
				fmt.Fprintln(a.out, "\n"+a.say("以下误报成片出现，可考虑写入 .reportlint.toml：", "These false positives come in clusters; consider for .reportlint.toml:"))
			}
			reason := p.Reason
			if reason == "" {
				reason = fmt.Sprintf(a.say("%d 处误报", "%d false positives"), p.Places)
			}
			fmt.Fprintf(a.out, "\n[[allow]]\nrules = [%s]\npaths = [%s]\nreason = %s\n", quoteTOML(p.Rule), quoteTOML(p.Path), quoteTOML(reason))
		}
		return nil
	}
	return c
}

// quoteTOML is s as a basic string of TOML.
func quoteTOML(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r < 0x20 || r == 0x7f:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String() + `"`
}
