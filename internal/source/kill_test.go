package source

import (
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"
)

// kill runs TestKilledWriter again as a child that writes path over and over, and kills it at a random moment.
func kill(t *testing.T, path string, round int) {
	t.Helper()
	_ = os.Remove(path + ".started")
	c := exec.Command(os.Args[0], "-test.run=^TestKilledWriter$")
	c.Env = append(os.Environ(), "REPORTLINT_TEST_WRITER="+path)
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for tries := 0; ; tries++ {
		if tries > 20_000 {
			t.Fatal("the writer does not start")
		}
		if _, err := os.Stat(path + ".started"); err == nil {
			break
		}
		time.Sleep(time.Millisecond)
	}
	r := rand.New(rand.NewPCG(uint64(round), 7))
	time.Sleep(time.Duration(r.IntN(60_000)) * time.Microsecond)
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if err := c.Wait(); err == nil {
		t.Fatal("the writer ended by itself")
	}
}
