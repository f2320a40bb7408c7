package ads

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/reportlint/reportlint/checks"
)

// signSort is what a sign of promotion says.
type signSort uint8

// The sorts are the sections of the word list, but for accounts, which stand in none.
const (
	signTerm    signSort = iota // what is sold, by a name that says so
	signHint                    // what is sold, by a name that law, medicine and news use too
	signLure                    // words that solicit, whatever is sold
	signGate                    // words of doorway pages that reports hold seldom
	signLoose                   // a word of a trade that is common in reports
	signSell                    // ordinary words of commerce
	signDoor                    // words of doorway pages
	signReach                   // means of contact
	signCall                    // words that call to act: 拨打, 点击
	signWhom                    // words that address whoever reads: 老板, 有需要的, 您
	signPlain                   // words of any office: they say nothing
	signAccount                 // an address, a number, a name with a messenger
)

var signSorts = []string{"term", "hint", "lure", "gate", "loose", "sell", "door", "reach", "call", "whom", "plain"}

// word is an entry of the lexicon.
type word struct {
	text  string // folded
	runes []rune
	sort  signSort
	trade uint8 // number of the trade in the order of the list, 0 for none
}

// lexicon holds what spam lines are made of, by trade. All rules of promotions read the same one.
type lexicon struct {
	literals []string   // the trigger: what is worth a look
	sorts    []signSort // of the literals
	guard    []string   // words of those who write about such things
	office   []string   // words of bodies that give their contacts
	index    func() *dictionary
}

// section is what stands under one heading of the word list.
type section struct {
	rows  []string
	sort  signSort
	trade uint8
}

// newLexicon reads a word list with sections [TRADE SORT], [SORT], [guard] and [office].
func newLexicon(p checks.Params, name string) (*lexicon, error) {
	rows, err := p.List(name)
	if err != nil {
		return nil, err
	}
	l := lexicon{literals: make([]string, 0, len(rows)), sorts: make([]signSort, 0, len(rows))}
	var sections []section
	var trades []string
	for len(rows) > 0 {
		head, ok := strings.CutPrefix(rows[0], "[")
		if !ok {
			return nil, fmt.Errorf("word list %q: %q stands before the first section", name, rows[0])
		}
		n := 1
		for n < len(rows) && rows[n][0] != '[' {
			n++
		}
		here := rows[1:n]
		f := strings.Fields(strings.TrimSuffix(head, "]"))
		switch {
		case rows[0] == "[guard]":
			l.guard = append(l.guard, here...)
		case rows[0] == "[office]":
			l.office = append(l.office, here...)
		case len(f) == 0 || len(f) > 2:
			return nil, fmt.Errorf("word list %q: section %q is not [SORT] or [TRADE SORT]", name, rows[0])
		default:
			sort, trade := slices.Index(signSorts, f[len(f)-1]), 0
			if sort < 0 {
				return nil, fmt.Errorf("word list %q: section %q: there is no sort %q", name, rows[0], f[len(f)-1])
			}
			if len(f) == 2 {
				if trade = slices.Index(trades, f[0]) + 1; trade == 0 {
					trades = append(trades, f[0])
					trade = len(trades)
				}
			}
			sections = append(sections, section{here, signSort(sort), uint8(trade)})
		}
		rows = rows[n:]
	}
	for _, sec := range sections {
		if sec.sort > signGate {
			continue
		}
		for _, row := range sec.rows {
			if w := telling(row); w != "" {
				l.literals, l.sorts = append(l.literals, w), append(l.sorts, sec.sort)
			}
		}
	}
	l.literals = slices.Concat(l.literals, []string{"&#"}, calls, contacts) // what gives an account is worth a look too
	l.index = sync.OnceValue(func() *dictionary { return dictionaryOf(sections) })
	return &l, nil
}

// telling is the part of a word that the pass looks for, "" if that would be found everywhere. Compounds of four Han begin with what
// reports hold on every page (全国, 科技), but seldom have its last character before their third; two or three Latin letters before Han
// are a part of many words, the last of them before the Han is not.
func telling(word string) string {
	latin := 0
	for latin < len(word) && word[latin] < utf8.RuneSelf {
		latin++
	}
	switch {
	case latin >= 4:
		return word
	case latin == len(word):
		return ""
	case latin > 0:
		return word[latin-1:]
	case utf8.RuneCountInString(word) < 4:
		return word
	}
	_, size := utf8.DecodeRuneInString(word)
	return word[size:]
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
