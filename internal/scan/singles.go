package scan

// singles are the literals of one rune, by page of 256 folded runes: they are common enough for a map to be felt.
type singles struct {
	pages [0x110000 >> 8]*[256]uint32 // in to
	to    [][]target
}

func (l *singles) add(r rune, t target) {
	page := &l.pages[r>>8]
	if *page == nil {
		*page = new([256]uint32)
	}
	at := &(*page)[r&0xFF]
	if *at == 0 {
		if len(l.to) == 0 {
			l.to = append(l.to, nil) // 0 says that there is none
		}
		*at = uint32(len(l.to))
		l.to = append(l.to, nil)
	}
	l.to[*at] = append(l.to[*at], t)
}

// of are the targets of the literal that is the folded rune r. The table says that there is one.
func (l *singles) of(r rune) []target { return l.to[l.pages[r>>8][r&0xFF]] }
