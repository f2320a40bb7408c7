package layout

// why is the reason a role was given. Explain turns it into prose.
type why uint8

const (
	noReason    why = iota
	byMarker        // the line holds an interface word
	byShape         // the line has the form
	bySides         // interface words on both sides
	byRun           // a row of short lines below an interface word, up to the end or to the title
	byRepeat        // the same line recurs between the entries
	byTwin          // says the same as the title
	byPlace         // where it stands
	bySentences     // sentences
	byLabel         // the value of a label
	byNothing       // a label with nothing behind it
)
