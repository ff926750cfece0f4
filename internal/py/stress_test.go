package py

import (
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
)

// threadsDo runs work on n Python threads at once, in both modes.
func threadsDo(t *testing.T, n int, work func(t *testing.T, th *Thread, i int), check func(t *testing.T, main *Thread)) {
	for _, noGIL := range []bool{false, true} {
		name := "GIL"
		if noGIL {
			name = "no GIL"
		}
		t.Run(name, func(t *testing.T) {
			in, err := NewInterp(Options{NoGIL: noGIL, Host: host.Real()})
			if err != nil {
				t.Fatal(err)
			}
			in.SetSwitchInterval(int64(50 * time.Microsecond))
			main := in.Main()
			var wg sync.WaitGroup
			for i := range n {
				wg.Add(1)
				main.NewThread().Start(func(th *Thread) { work(t, th, i) }, func(*Thread) { wg.Done() })
			}
			main.Blocking(wg.Wait)
			check(t, main)
		})
	}
}

// safe is what the evaluator does at a backward jump.
func safe(t *testing.T, th *Thread) {
	if atomic.LoadUint32(&th.breaker) != 0 {
		if err := th.safePoint(); err != nil {
			t.Error("a pending call raised")
		}
	}
}

func TestStressMutex(t *testing.T) {
	const threads, rounds = 8, 3000
	var m Mutex
	var obj Header
	guarded, denied := 0, atomic.Int64{}
	threadsDo(t, threads, func(t *testing.T, th *Thread, i int) {
		for k := range rounds {
			deadline := NoDeadline
			if k%3 == 0 {
				deadline = th.DeadlineIn(20 * time.Microsecond)
			}
			ok, err := m.LockUntil(th, WaitLock, &obj, deadline)
			if err != nil {
				t.Error("an exception")
				return
			}
			if !ok {
				denied.Add(1)
				continue
			}
			guarded++
			if k%7 == 0 {
				safe(t, th)
			}
			if !m.Unlock() {
				t.Error("not held")
			}
			safe(t, th)
		}
	}, func(t *testing.T, main *Thread) {
		if int64(guarded)+denied.Load() != threads*rounds {
			t.Errorf("%d + %d of %d", guarded, denied.Load(), threads*rounds)
		}
		if m.Held() || !m.q.Empty() || m.state.Load() != 0 {
			t.Errorf("state %d at the end", m.state.Load())
		}
		guarded = 0
		denied.Store(0)
	})
}

// TestStressWaitQueue passes tokens through a queue: half of the threads give,
// half take, some of those with deadlines.
func TestStressWaitQueue(t *testing.T) {
	const threads, rounds = 8, 2000
	var q WaitQueue
	var obj Header
	var taken, givers atomic.Int64
	tokens := 0
	threadsDo(t, threads, func(t *testing.T, th *Thread, i int) {
		if i%2 == 0 {
			for range rounds {
				q.Lock()
				if w := q.Pop(); w != nil {
					w.Handed = true
					q.Unlock()
					w.Wake()
				} else {
					tokens++
					q.Unlock()
				}
				safe(t, th)
			}
			givers.Add(1)
			return
		}
		for k := 0; ; k++ {
			over := givers.Load() == threads/2
			q.Lock()
			if tokens > 0 {
				tokens--
				q.Unlock()
				taken.Add(1)
				continue
			}
			if over {
				q.Unlock()
				return
			}
			w := q.Push(th)
			popped, err := th.Wait(&q, w, WaitQueueItem, &obj, th.DeadlineIn(time.Duration(k%50)*time.Microsecond))
			if err != nil || popped != w.Handed {
				t.Errorf("popped %t, handed %t, error %t", popped, w.Handed, err != nil)
			}
			if popped {
				taken.Add(1)
			}
			w.Done()
			safe(t, th)
		}
	}, func(t *testing.T, main *Thread) {
		if n := taken.Load(); !q.Empty() || tokens != 0 || n != threads/2*rounds {
			t.Errorf("taken %d of %d, %d left", n, threads/2*rounds, tokens)
		}
		taken.Store(0)
		givers.Store(0)
	})
}
