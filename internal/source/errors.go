package source

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/reportlint/reportlint/internal/locale"
)

// Problem says what is wrong with a path.
type Problem uint8

// The problems. Skipped tells which of them are a decision of the tool rather than a failure.
const (
	Unreadable  Problem = iota // the system says no; the cause is in Err
	Missing                    // there is no such file
	NoMatch                    // a pattern names no file
	IsDirectory                // a folder where a file is needed
	NotRegular                 // a device, pipe or socket
	TooLarge                   // larger than the limit
	Dangling                   // a symbolic link to nothing, or a circle of links
	Changed                    // not what it was when it was read
	HardLinked                 // has other names that replacing it would cut off
	ReadOnly                   // not writable
	Unwritable                 // the system says no to writing; the cause is in Err
)

// Error is a problem with one path.
type Error struct {
	Path    string // as given to the function that failed
	Problem Problem
	Size    int64  // TooLarge, in bytes
	Limit   int64  // TooLarge, in bytes
	Links   uint64 // HardLinked
	Command string // Missing: the command the user may have meant, or ""
	Err     error  // the system's own error, or nil
}

// Error is the problem in English, with the path in front and hints on lines of their own.
func (e *Error) Error() string { return e.In(locale.En) }

// Unwrap is the system's own error.
func (e *Error) Unwrap() error { return e.Err }

// In is the problem in language l, with the path in front and hints on lines of their own.
func (e *Error) In(l locale.Lang) string {
	sep := ": "
	if l == locale.Zh {
		sep = "："
	}
	return e.Path + sep + e.text().WithHint(e.hint()).In(l)
}

// Reason is the problem without path and hints, and whether the tool passed the file over by its own rules (true) or failed to
// do what was asked (false).
func (e *Error) Reason() (why locale.Text, skipped bool) {
	switch e.Problem {
	case NotRegular, TooLarge, IsDirectory, Dangling:
		return e.text(), true
	case Unreadable: // said by the finding that carries the reason
		if e.Err != nil {
			return Cause(e.Err), false
		}
	}
	return e.text(), false
}

// texts say each problem; {error}, {size}, {limit} and {links} are filled in.
var texts = [...]locale.Text{
	Unreadable:  {Zh: "无法读取：{error}", En: "cannot be read: {error}"},
	Missing:     {Zh: "没有这个文件或文件夹", En: "no such file or folder"},
	NoMatch:     {Zh: "没有匹配的文件", En: "the pattern matches no file"},
	IsDirectory: {Zh: "这是文件夹，不是文件", En: "is a folder, not a file"},
	NotRegular:  {Zh: "不是普通文件（设备、管道或套接字）", En: "is not a regular file (a device, pipe or socket)"},
	TooLarge:    {Zh: "文件大小为 {size}，超过上限 {limit}", En: "is {size}, over the limit of {limit}"},
	Dangling:    {Zh: "符号链接指向不存在的文件或形成循环", En: "is a symbolic link to nothing, or to itself"},
	Changed:     {Zh: "读取之后文件已被改动，未写入", En: "changed after it was read; nothing was written"},
	HardLinked:  {Zh: "文件有 {links} 个硬链接，替换会使它们不再是同一个文件；未写入", En: "has {links} hard links that replacing it would split; nothing was written"},
	ReadOnly:    {Zh: "文件为只读，未写入", En: "is read-only; nothing was written"},
	Unwritable:  {Zh: "无法写入：{error}", En: "cannot be written: {error}"},
}

var hints = map[Problem]locale.Text{
	TooLarge:   {Zh: "用 --max-file-size 提高上限，0 表示不限", En: "--max-file-size raises the limit, 0 lifts it"},
	Changed:    {Zh: "再运行一次即可", En: "run again"},
	HardLinked: {Zh: "先用 cp 复制一份，再修复副本", En: "make a copy with cp and fix the copy"},
	ReadOnly:   {Zh: "如确需修复，请先执行 chmod u+w", En: "chmod u+w first, if it is meant to be fixed"},
}

func (e *Error) text() locale.Text {
	cause := locale.Text{}
	if e.Err != nil {
		cause = Cause(e.Err)
	}
	vars := map[string]string{"size": FormatSize(e.Size), "limit": FormatSize(e.Limit), "links": fmt.Sprint(e.Links)}
	t := texts[e.Problem].Fill(vars)
	t.Zh = locale.Text{Zh: t.Zh}.Fill(map[string]string{"error": cause.Zh}).Zh
	t.En = locale.Text{En: t.En}.Fill(map[string]string{"error": cause.En}).En
	return t
}

func (e *Error) hint() locale.Text {
	if e.Command != "" {
		return locale.Text{Zh: `是否想用命令“{c}”？`, En: `did you mean the command "{c}"?`}.Fill(map[string]string{"c": e.Command})
	}
	return hints[e.Problem]
}

// Cause is what the system said, without the path that stands in front anyway. Two causes are common enough to have words
// in both languages.
func Cause(err error) locale.Text {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return locale.Text{Zh: "没有权限", En: "permission denied"}
	case errors.Is(err, fs.ErrNotExist):
		return texts[Missing]
	}
	if inner := pathErrorCause(err); inner != nil {
		err = inner
	}
	return locale.Text{Zh: err.Error(), En: err.Error()}
}
