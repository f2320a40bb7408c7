package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/reportlint/reportlint/internal/config"
)

func newConfig(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:   "config",
		Short: a.say("查看、校验、生成配置", "Show, check and create configuration"),
		Args:  cobra.NoArgs,
		RunE:  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	c.AddCommand(
		&cobra.Command{
			Use:   "show [FILE]",
			Short: a.say("显示生效的配置，并注明每个值的出处", "Show the effective configuration, and where each value comes from"),
			Args:  cobra.MaximumNArgs(1),
			RunE:  func(_ *cobra.Command, args []string) error { return a.showConfig(args) },
		},
		&cobra.Command{
			Use:   "validate [FILE...]",
			Short: a.say("校验配置文件", "Check configuration files"),
			RunE:  func(_ *cobra.Command, args []string) error { return a.validateConfig(args) },
		},
		&cobra.Command{
			Use:   "schema",
			Short: a.say("打印配置的 JSON Schema", "Print the JSON schema of the configuration"),
			Args:  cobra.NoArgs,
			RunE: func(*cobra.Command, []string) error {
				_, err := a.out.Write(config.Schema())
				return err
			},
		},
		&cobra.Command{
			Use:   "init",
			Short: a.say("在当前目录写一份带注释的初始配置", "Write a commented starter configuration into the current folder"),
			Args:  cobra.NoArgs,
			RunE:  func(*cobra.Command, []string) error { return a.initConfig() },
		},
	)
	return c
}

// showConfig prints what holds for a file, or for the working directory.
func (a *app) showConfig(args []string) error {
	s, err := a.newSession(&checkFlags{}, func(string) bool { return false })
	if err != nil {
		return err
	}
	c := s.run
	if len(args) == 1 {
		abs, err := filepath.Abs(args[0])
		if err != nil {
			return err
		}
		if c, err = s.configs.For(abs); err != nil {
			return err
		}
	}
	fmt.Fprint(a.out, c.Show(a.lang))
	return nil
}

// validateConfig checks the named files, or the one nearest to the working directory.
func (a *app) validateConfig(files []string) error {
	if len(files) == 0 {
		s, err := a.newSession(&checkFlags{}, func(string) bool { return false })
		if err != nil {
			return err
		}
		if f := s.run.File(); f != "" {
			files = []string{f}
		} else {
			fmt.Fprintln(a.out, a.say("没有配置文件，一切取内置值", "no configuration file; everything is built in"))
			return nil
		}
	}
	for _, f := range files {
		if _, err := a.newSession(&checkFlags{config: []string{f}}, func(string) bool { return false }); err != nil {
			return err
		}
		fmt.Fprintf(a.out, a.say("%s：没有问题\n", "%s: no problems\n"), f)
	}
	return nil
}

func (a *app) initConfig() error {
	f, err := os.OpenFile(config.FileName, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, os.ErrExist) {
		return errors.New(a.say("此处已有 ", "there is a ") + config.FileName + a.say("，未改动", " here already; it was left alone"))
	}
	if err != nil {
		return err
	}
	if _, err = f.WriteString(config.Starter(a.lang)); err == nil {
		err = f.Close()
	}
	if err == nil {
		fmt.Fprintf(a.out, a.say("已写入 %s\n", "wrote %s\n"), config.FileName)
	}
	return err
}
