package main

import (
	"time"

	"github.com/schollz/progressbar/v3"
)

// patience is how long a run may take before its progress is shown.
const patience = time.Second

// progress shows on a terminal how far a long run has come; nil shows nothing.
type progress struct {
	a     *app
	total int
	since time.Time
	done  int
	bar   *progressbar.ProgressBar
}

// newProgress is nil where nobody would see the bar or wants it.
func (a *app) newProgress(total int, off bool) *progress {
	if off || !isTerminal(a.err) || a.getenv("CI") != "" || total < 2 {
		return nil
	}
	return &progress{a: a, total: total, since: time.Now()}
}

// step prints a file's results with the bar out of the way, and counts the file.
func (p *progress) step(print func() error) error {
	if p == nil {
		return print()
	}
	if p.bar != nil {
		p.bar.Clear() // a terminal that cannot is no reason to stop
	}
	err := print()
	p.done++
	if p.bar == nil && time.Since(p.since) > patience {
		p.bar = progressbar.NewOptions(p.total, progressbar.OptionSetWriter(p.a.err), progressbar.OptionSetDescription(p.a.say("检查", "checking")),
			progressbar.OptionShowCount(), progressbar.OptionSetPredictTime(true), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(30))
	}
	if p.bar != nil {
		p.bar.Set(p.done)
	}
	return err
}

// end takes the bar away.
func (p *progress) end() {
	if p != nil && p.bar != nil {
		p.bar.Clear()
	}
}
