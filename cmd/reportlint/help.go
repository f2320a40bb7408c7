package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// speak gives cobra's own words in the language of the run: the headings of help, the completion command, the help flags.
func (a *app) speak(root *cobra.Command) {
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	root.SetUsageTemplate(a.template(root.UsageTemplate()))
	each(root, func(c *cobra.Command) {
		a.sayArgs(c)
		c.InitDefaultHelpFlag()
		if f := c.Flags().Lookup("help"); f != nil {
			f.Usage = a.say("显示帮助", "show this help")
		}
		c.InitDefaultVersionFlag()
		if f := c.Flags().Lookup("version"); f != nil {
			f.Usage = a.say("显示版本", "print the version")
		}
		switch c.Name() {
		case "help":
			c.Short = a.say("查看某个命令的说明", "Explain a command")
		case "completion":
			c.Short = a.say("生成命令行补全脚本", "Write a completion script for a shell")
			c.Long = a.say("生成命令行补全脚本；装法见各子命令的说明。", "Write a completion script; the help of each shell's command says how to install it.")
		case "bash", "fish", "zsh", "powershell":
			if c.Parent() != nil && c.Parent().Name() == "completion" {
				c.Short = a.say("生成 "+c.Name()+" 的补全脚本", "Write the completion script for "+c.Name())
			}
		}
	})
}

func each(c *cobra.Command, f func(*cobra.Command)) {
	f(c)
	for _, x := range c.Commands() {
		each(x, f)
	}
}

// template is cobra's usage template with its headings in the language of the run.
func (a *app) template(s string) string {
	if a.lang.String() != "zh" {
		return s
	}
	return strings.NewReplacer(
		"Usage:", "用法：", "Aliases:", "别名：", "Examples:", "示例：", "Available Commands:", "命令：", "Additional Commands:", "其他命令：",
		"Global Flags:", "全局选项：", "Flags:", "选项：", "Additional help topics:", "其他主题：",
		`Use "{{.CommandPath}} [command] --help" for more information about a command.`, `“{{.CommandPath}} 命令 --help”查看该命令的说明。`,
	).Replace(s)
}
