package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagError is what is wrong with a flag, in the language of the run.
func (a *app) flagError(err error) string {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		if unknown.GetSpecifiedShortnames() != "" {
			return a.say("未知的选项 -", "unknown flag: -") + unknown.GetSpecifiedName()
		}
		return a.say("未知的选项 --", "unknown flag: --") + unknown.GetSpecifiedName()
	case errors.As(err, &bare):
		return fmt.Sprintf(a.say("选项 --%s 缺少值", "flag --%s needs a value"), bare.GetFlag().Name)
	case errors.As(err, &bad):
		switch f := bad.GetFlag(); f.Value.Type() {
		case "int":
			return fmt.Sprintf(a.say("--%s 应为整数，不能是“%s”", "--%s must be a whole number, not %q"), f.Name, bad.GetValue())
		case "bool":
			return fmt.Sprintf(a.say("--%s 应为 true 或 false，不能是“%s”", "--%s must be true or false, not %q"), f.Name, bad.GetValue())
		}
	}
	return err.Error()
}

// sayArgs makes a command say in the language of the run what is wrong with the number or names of its arguments, and makes one
// that only groups others refuse names it does not know instead of printing its help as if all were well.
func (a *app) sayArgs(c *cobra.Command) {
	wrong := c.Args
	if c.HasParent() && c.HasSubCommands() && !c.Runnable() {
		c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
		wrong = cobra.NoArgs
	}
	if wrong == nil || !c.HasParent() {
		return
	}
	c.Args = func(c *cobra.Command, args []string) error {
		switch err := wrong(c, args); {
		case err == nil:
			return nil
		case len(args) == 0:
			return fmt.Errorf(a.say("缺少参数\nhint: 用法：%s", "an argument is missing\nhint: usage: %s"), c.UseLine())
		case c.HasSubCommands():
			return fmt.Errorf(a.say("%s 没有子命令“%s”", "%s has no command %q"), c.CommandPath(), args[0])
		default:
			return fmt.Errorf(a.say("参数“%s”多余\nhint: 用法：%s", "too many arguments: %q\nhint: usage: %s"), args[len(args)-1], c.UseLine())
		}
	}
}
