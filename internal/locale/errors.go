package locale

import "errors"

// Speaker is an error that says itself in both languages. In may span lines; later lines are hints that begin with "hint: " in
// English and "提示：" in Chinese.
type Speaker interface {
	error
	In(Lang) string
}

// Say is what err says in language l: the words of the first Speaker in its chain, else its own.
func Say(err error, l Lang) string {
	var s Speaker
	if errors.As(err, &s) {
		return s.In(l)
	}
	return err.Error()
}

// WithHint joins a text and an optional hint in the form of a Speaker's lines.
func (t Text) WithHint(hint Text) Text {
	if hint.Complete() {
		t.Zh += "\n提示：" + hint.Zh
		t.En += "\nhint: " + hint.En
	}
	return t
}
