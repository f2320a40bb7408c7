package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/locale"
	"github.com/reportlint/reportlint/rules"
)

func newRule(a *app) *cobra.Command {
	var all bool
	var format string
	var load ruleSources
	c := &cobra.Command{
		Use:   "rule [ID|FAMILY...]",
		Short: a.say("说明规则", "Explain rules"),
		Long: a.say("说明一条规则或一个家族：针对什么、凭什么判断、如何修复。不带参数时列出全部规则。",
			"Explain a rule or a family: what it holds against a text, on what evidence, and how it repairs. Without arguments all rules are listed."),
		RunE: func(_ *cobra.Command, args []string) error {
			cat, err := load.catalogue()
			if err != nil {
				return err
			}
			return a.explain(cat, args, all, format)
		},
		ValidArgsFunction: a.completeRules,
	}
	c.Flags().BoolVar(&all, "all", false, a.say("所有规则的完整说明", "every rule in full"))
	c.Flags().StringVar(&format, "format", "text", a.say("text、markdown 或 json", "text, markdown or json"))
	load.flags(a, c)
	c.AddCommand(newRuleTest(a))
	return c
}

func (a *app) explain(cat *rules.Catalogue, args []string, all bool, format string) error {
	var chosen []*rules.Rule
	for _, arg := range args {
		if err := cat.Known(arg); err != nil {
			return err
		}
		for _, r := range cat.Rules() {
			if ok, _ := r.Matches(arg); ok && !slices.Contains(chosen, r) {
				chosen = append(chosen, r)
			}
		}
	}
	full := all || len(args) > 0
	if len(args) == 0 {
		chosen = cat.Rules()
	}
	switch format {
	case "json":
		return a.rulesJSON(chosen)
	case "markdown":
		if len(args) == 0 {
			fmt.Fprint(a.out, cat.Page(a.lang))
			return nil
		}
		for _, r := range chosen {
			fmt.Fprintln(a.out, r.Markdown(a.lang, 2))
		}
	case "text":
		if !full {
			a.ruleList(cat)
			return nil
		}
		for i, r := range chosen {
			if i > 0 {
				fmt.Fprintln(a.out)
			}
			a.ruleText(r)
		}
	default:
		return fmt.Errorf("%s\nhint: %s", a.say("未知的格式 ", "unknown format ")+fmt.Sprintf("%q", format), a.say("可选 text、markdown、json", "choose text, markdown or json"))
	}
	return nil
}

// ruleList is one line a rule, by family.
func (a *app) ruleList(cat *rules.Catalogue) {
	for _, fam := range cat.Families() {
		fmt.Fprintf(a.out, "%s  %s\n", fam, rules.FamilyTitle(fam).In(a.lang))
		for _, r := range cat.Family(fam) {
			mark := map[rules.Ceiling]string{rules.FixSafe: "[*]", rules.FixUnsafe: "[?]", rules.FixNone: "   "}[r.Fix]
			fmt.Fprintf(a.out, "  %-36s %-8s %s %s\n", r.ID, r.Severity, mark, r.Title.In(a.lang))
		}
	}
	fmt.Fprintln(a.out, a.say("[*] 可安全修复，[?] 仅在 --unsafe-fixes 下修复；reportlint rule ID 查看说明", "[*] fixed where proved, [?] only with --unsafe-fixes; reportlint rule ID explains one"))
}

func (a *app) ruleText(r *rules.Rule) {
	fmt.Fprintf(a.out, "%s: %s\n\n", r.ID, r.Title.In(a.lang))
	for _, f := range r.Facts(a.lang) {
		fmt.Fprintf(a.out, "  %s%s%s\n", f.Label, a.say("：", ": "), f.Value)
	}
	fmt.Fprintf(a.out, "\n%s\n", r.Why.In(a.lang))
	for _, e := range r.Examples {
		for _, x := range []struct{ label, text string }{{a.say("有问题：", "found:"), e.Bad}, {a.say("没有问题：", "not found:"), e.Good}} {
			if x.text != "" {
				fmt.Fprintf(a.out, "\n  %s\n", x.label)
				for line := range strings.Lines(rules.Visible(x.text)) {
					fmt.Fprintf(a.out, "    %s\n", strings.TrimRight(line, "\n"))
				}
			}
		}
	}
}

func (a *app) rulesJSON(rs []*rules.Rule) error {
	type example struct {
		Bad  string `json:"bad,omitempty"`
		Good string `json:"good,omitempty"`
	}
	type rule struct {
		ID         string      `json:"id"`
		Family     string      `json:"family"`
		Severity   string      `json:"severity"`
		Confidence string      `json:"confidence"`
		Fix        string      `json:"fix"`
		Scope      string      `json:"scope"`
		Since      string      `json:"since"`
		Tags       []string    `json:"tags"`
		Default    bool        `json:"default"`
		Preview    bool        `json:"preview"`
		Title      locale.Text `json:"title"`
		Message    locale.Text `json:"message"`
		Why        locale.Text `json:"why"`
		Examples   []example   `json:"examples"`
	}
	out := []rule{}
	for _, r := range rs {
		x := rule{r.ID, r.Family, r.Severity.String(), r.Confidence.String(), r.Fix.String(), r.Scope.String(), r.Since, append([]string{}, r.Tags...),
			r.Default, r.Preview, r.Title, r.Message, r.Why, []example{}}
		for _, e := range r.Examples {
			x.Examples = append(x.Examples, example{e.Bad, e.Good})
		}
		out = append(out, x)
	}
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}

// completeRules offers rule ids and families with what they are about.
func (a *app) completeRules(_ *cobra.Command, _ []string, prefix string) ([]string, cobra.ShellCompDirective) {
	cat, err := rules.Builtin()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	// A comma list completes its last entry.
	done, last := "", prefix
	if i := strings.LastIndexByte(prefix, ','); i >= 0 {
		done, last = prefix[:i+1], prefix[i+1:]
	}
	var out []string
	for _, fam := range cat.Families() {
		if strings.HasPrefix(fam, last) {
			out = append(out, done+fam+"\t"+rules.FamilyTitle(fam).In(a.lang))
		}
	}
	for _, r := range cat.Rules() {
		if strings.HasPrefix(r.ID, last) {
			out = append(out, done+r.ID+"\t"+r.Title.In(a.lang))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
