package scan

import (
	"fmt"
	"slices"
	"unicode/utf8"
)

// A slot is what the pass has to know of a rune:
//
//	bits 0–5    its class, or hanTraditional or hanSimplified
//	bit 6       set if a literal consists of this rune alone
//	bit 7       set if it folds to a rune of ASCII that is among the first four of a literal, and is not ASCII itself
//	bits 8–21   where in Program.matrix its row begins, 0 if no literal begins with it
//	bits 22–31  its column, 0 if it is no literal's second rune
//
// Rows and columns are those of the folded rune.
type slot uint32

const (
	classSlots = 64 // NumClasses, rounded up so that a masked index needs no bounds check
	noClass    = classSlots - 1

	classMask  = classSlots - 1
	single     = 6
	wide       = 7
	rowAt      = 8
	columnAt   = 22
	matrixSize = 1 << (columnAt - rowAt) // words
	matrixMask = matrixSize - 1
)

func (e slot) class() Class {
	if c := Class(e & classMask); c != hanTraditional && c != hanSimplified {
		return c
	}
	return Han
}

// target is who is to be told of an event: Hits(trigger) gets Index index.
type target struct{ trigger, index int32 }

// Program is compiled from all triggers and immutable.
type Program struct {
	table     [1 << 16]slot      // every rune of the basic plane
	folds     [1 << 16]uint16    // Fold of every rune of the basic plane, 0 if it lies beyond
	matrix    [matrixSize]uint64 // bit (row, column) is set if a literal begins with such two runes
	want      [classSlots]Set    // by class of the character before: classes whose arrival is an event
	wantClass Set                // classes somebody asked for
	wantPair  [classSlots]Set    // by class of the character before: classes that complete a pair
	classes   [classSlots][]target
	pairAt    [classSlots][classSlots]uint16 // in pairs; 0 if nobody wants the pair
	pairs     [][]target
	singles   singles           // literals of one rune
	grams     [gramWords]uint64 // bit gramHash is set if a literal begins with four runes of that hash
	pairTrie  trie              // literals that the matrix leads to
	gramTrie  trie              // literals that the grams lead to
	far       map[rune]slot     // literal bits of folded runes beyond the basic plane
	doc       []bool            // by trigger
	same      []int32           // by trigger: the first trigger that asks for the same, whose hits it shares
}

// Compile refuses a trigger that could never fire: one that asks for nothing, and literals that are empty or not UTF-8. It
// takes a millisecond, and two more for ten thousand literals.
func Compile(ts []Trigger) (*Program, error) {
	p := &Program{
		doc: make([]bool, len(ts)), same: make([]int32, len(ts)), pairs: make([][]target, 1), far: map[rune]slot{},
	}
	total, size := 0, 0 // literals, and their runes
	for i, t := range ts {
		if err := t.check(); err != nil {
			return nil, fmt.Errorf("trigger %d: %w", i, err)
		}
		p.doc[i] = t.Document
		if p.same[i] = int32(slices.IndexFunc(ts, t.asksLike)); int(p.same[i]) < i {
			continue
		}
		total += len(t.Literals)
		for _, l := range t.Literals {
			size += utf8.RuneCountInString(l)
		}
	}
	literals, runes := make([]literal, 0, total), make([]rune, 0, size)
	for i, t := range ts {
		if int(p.same[i]) < i {
			continue
		}
		to := target{trigger: int32(i)}
		for _, l := range t.Literals {
			from := len(runes)
			runes = foldedRunes(runes, l)
			literals = append(literals, literal{runes: runes[from:], to: to})
			to.index++
		}
		for _, c := range t.Classes {
			p.classes[c] = append(p.classes[c], to)
			p.wantClass |= 1 << c
			to.index++
		}
		for _, pair := range t.Pairs {
			at := &p.pairAt[pair.A][pair.B]
			if *at == 0 {
				*at = uint16(len(p.pairs))
				p.pairs = append(p.pairs, nil)
			}
			p.pairs[*at] = append(p.pairs[*at], to)
			p.wantPair[pair.A] |= 1 << pair.B
			to.index++
		}
	}
	for c := range p.want {
		p.want[c] = p.wantPair[c] | p.wantClass
	}
	p.splitHan()
	for r := range p.table {
		p.table[r] = slot(bmp[r])
		if bmp[r] == Han {
			p.table[r] = hanOf(rune(r))
		}
		p.folds[r] = uint16(r)
	}
	for _, between := range foldable {
		for r := between.lo; r <= between.hi; r++ {
			if f := Fold(r); f < 1<<16 {
				p.folds[r] = uint16(f)
			} else {
				p.folds[r] = 0
			}
		}
	}
	p.addLiterals(literals)
	return p, nil
}

// asksLike reports whether t and u ask for the same hits in the same order.
func (t Trigger) asksLike(u Trigger) bool {
	return slices.Equal(t.Literals, u.Literals) && slices.Equal(t.Classes, u.Classes) && slices.Equal(t.Pairs, u.Pairs)
}

// check says why the trigger could never fire.
func (t Trigger) check() error {
	if len(t.Literals)+len(t.Classes)+len(t.Pairs) == 0 && !t.Document {
		return fmt.Errorf("it has no literal, class or pair and does not ask for the document")
	}
	for _, l := range t.Literals {
		if l == "" || !utf8.ValidString(l) {
			return fmt.Errorf("the literal %q is empty or not UTF-8", l)
		}
	}
	for _, c := range t.Classes {
		if c >= NumClasses {
			return fmt.Errorf("there is no class %d", c)
		}
	}
	for _, ab := range t.Pairs {
		if ab.A >= NumClasses || ab.B >= NumClasses {
			return fmt.Errorf("there is no class pair %v", ab)
		}
	}
	return nil
}
