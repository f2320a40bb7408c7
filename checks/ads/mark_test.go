package ads

import (
	"strings"
	"testing"
)

// TestNoSlotAgreesWithSlots holds what the marks rule out at a glance against the reading of the slot itself.
func TestNoSlotAgreesWithSlots(t *testing.T) {
	k := &kit{organ: newWordSet([]string{"财政局"})}
	m, ruledOut := marksOf(), 0
	nexts := "委长第政人市县区省州旗场民级内辽大和，。第十的产力" + neverBefore
	for tier := range tiers {
		for _, before := range "大连城全在" + neverBefore {
			for _, next := range nexts {
				for _, behind := range []string{"", "长", "府", "十六届", "东城区", "河区"} {
					rest := string(tier) + string(next) + behind
					if !m.noSlot(before, rest) {
						continue
					}
					ruledOut++
					sl := k.rightSlot(string(before)+rest, len(string(before)))
					if sl.shape != noShape && (sl.strong || !strings.ContainsRune(neverBefore, before)) {
						t.Fatalf("%c%s is ruled out, but makes the slot %+v", before, rest, sl)
					}
				}
			}
		}
	}
	if ruledOut == 0 {
		t.Error("nothing is ruled out")
	}
}
