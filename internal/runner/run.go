package runner

import (
	"context"
	"sync"

	"github.com/reportlint/reportlint/internal/lint"
)

// Run works through jobs with n workers and calls emit once per job, in the order of jobs, from one goroutine. It stops early
// when ctx is done or emit fails; a job once begun is always finished, so no file is left half done.
func Run(ctx context.Context, jobs []Job, n int, emit func(Outcome) error) error {
	return InOrder(ctx, jobs, n, func(i int, w *lint.Worker) Outcome { return jobs[i].do(i, w) }, emit)
}

// InOrder is Run for what another command makes of a job: do is called with the number of the job, by n workers at once.
func InOrder[T any](ctx context.Context, jobs []Job, n int, do func(i int, w *lint.Worker) T, emit func(T) error) error {
	n = max(1, min(n, len(jobs)))
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	slots := make([]chan T, len(jobs))
	for i := range slots {
		slots[i] = make(chan T, 1)
	}
	ahead := make(chan struct{}, 4*n) // how many outcomes may wait
	next := make(chan int)
	go func() {
		defer close(next)
		for i := range jobs {
			select {
			case ahead <- struct{}{}:
			case <-ctx.Done():
				return
			}
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	var workers sync.WaitGroup
	for range n {
		workers.Go(func() {
			var w lint.Worker
			for i := range next {
				slots[i] <- do(i, &w)
			}
		})
	}
	done := make(chan struct{})
	go func() { workers.Wait(); close(done) }()
	var err error
	for i := range jobs {
		var o T
		select {
		case o = <-slots[i]:
		case <-ctx.Done():
			err = ctx.Err()
		}
		if err == nil {
			slots[i] = nil
			<-ahead
			err = emit(o)
		}
		if err != nil {
			cancel()
			break
		}
	}
	<-done // an interrupted run still finishes the writes it began
	return err
}
