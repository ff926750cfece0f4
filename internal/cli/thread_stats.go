package cli

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
)

// threadStats adds up what an interpreter's threads spend their time with.
type threadStats struct {
	in    *py.Interp
	began int64
	mu    sync.Mutex
	live  map[*py.Thread]*threadTimes
	ended []*spending // at most maxThreadRows
	rest  spending    // of further ones
	more  int         // how many those are
}

// maxThreadRows is how many threads have a row of their own.
const maxThreadRows = 40

// What a thread does.
const (
	doesRun = iota
	doesWaitGIL
	doesLock
	doesIO
	doesSleep
	numDoings
)

// spending is what one thread, or some together, spent their time with.
type spending struct {
	name     string
	spent    [numDoings]int64 // nanoseconds
	switches int              // how often it stopped running
}

// threadTimes are the times of a thread that has not ended.
type threadTimes struct {
	mu sync.Mutex
	spending
	now     int // what it does, since the time that follows
	since   int64
	waiting int // what it waits for, doesRun: for nothing
	hasGIL  bool
}

// newThreadStats watches an interpreter whose main thread runs.
func newThreadStats(in *py.Interp) *threadStats {
	s := &threadStats{in: in, began: in.Host().Clock.Monotonic(), live: map[*py.Thread]*threadTimes{}}
	x := s.times(in.Main())
	x.since, x.hasGIL = s.began, true
	in.SetThreadHook(s.event)
	return s
}

func (s *threadStats) times(t *py.Thread) *threadTimes {
	if x, ok := t.Watched().(*threadTimes); ok {
		return x
	}
	x := &threadTimes{}
	t.SetWatched(x)
	s.mu.Lock()
	s.live[t] = x
	s.mu.Unlock()
	return x
}

// kindOf is the column of a kind of wait.
func kindOf(k py.WaitKind) int {
	switch k {
	case py.WaitSleep:
		return doesSleep
	case py.WaitIO, py.WaitSignal, py.WaitProcess:
		return doesIO
	}
	return doesLock
}

func (s *threadStats) event(t *py.Thread, e py.ThreadEvent, now int64) {
	x := s.times(t)
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.since != 0 {
		if d := now - x.since; d > 0 {
			x.spent[x.now] += d
		}
	}
	x.since = now
	switch e {
	case py.ThreadStarted:
		x.hasGIL = s.in.Main().FreeThreaded()
	case py.WaitBegan:
		x.waiting = kindOf(t.Waiting().Kind)
	case py.WaitEnded:
		x.waiting = doesRun
	case py.GILTaken:
		x.hasGIL = true
	case py.GILReleased:
		x.hasGIL = false
	case py.ThreadEnded:
		x.name = t.Name()
		s.end(t, x)
	}
	was := x.now
	switch {
	case x.waiting != doesRun:
		x.now = x.waiting
	case !x.hasGIL:
		x.now = doesWaitGIL
	default:
		x.now = doesRun
	}
	if was == doesRun && x.now != doesRun && e != py.ThreadEnded {
		x.switches++
	}
}

// end moves a thread to those that have ended; x is locked.
func (s *threadStats) end(t *py.Thread, x *threadTimes) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.live, t)
	if len(s.ended) < maxThreadRows {
		s.ended = append(s.ended, &x.spending)
		return
	}
	s.more++
	s.rest.add(&x.spending)
}

func (x *spending) add(y *spending) {
	for i, d := range y.spent {
		x.spent[i] += d
	}
	x.switches += y.switches
}

// rows returns the times of all threads up to now, those still running first.
func (s *threadStats) rows() []*spending {
	now := s.in.Host().Clock.Monotonic()
	var rows []*spending
	s.mu.Lock()
	live := make(map[*py.Thread]*threadTimes, len(s.live))
	for t, x := range s.live {
		live[t] = x
	}
	rest, more := s.rest, s.more
	ended := slices.Clone(s.ended)
	s.mu.Unlock()
	for _, t := range s.in.Threads() {
		x, ok := live[t]
		if !ok {
			continue
		}
		x.mu.Lock()
		y := &spending{name: t.Name(), spent: x.spent, switches: x.switches}
		if d := now - x.since; x.since != 0 && d > 0 {
			y.spent[x.now] += d
		}
		x.mu.Unlock()
		if len(rows) < maxThreadRows {
			rows = append(rows, y)
		} else {
			more++
			rest.add(y)
		}
	}
	rows = append(rows, ended...)
	if more > 0 {
		rest.name = fmt.Sprintf("%d more", more)
		rows = append(rows, &rest)
	}
	return rows
}

// summary is the table that is printed at exit.
func (s *threadStats) summary() string {
	s.in.SetThreadHook(nil)
	wall := s.in.Host().Clock.Monotonic() - s.began
	rows := s.rows()
	var sum spending
	sum.name = "all"
	width := len("thread")
	for _, r := range rows {
		sum.add(r)
		width = max(width, min(len([]rune(r.name)), 30))
	}
	var b strings.Builder
	mode := "with the GIL"
	if s.in.Main().FreeThreaded() {
		mode = "without the GIL"
	}
	fmt.Fprintf(&b, "Threads, %s, %.2f s in all; seconds that each\n", mode, time.Duration(wall).Seconds())
	fmt.Fprintf(&b, "%-*s %8s %8s %8s %8s %8s %9s\n", width, "thread", "ran", "GIL", "locks", "I/O", "slept", "switches")
	line := func(r *spending) {
		name := []rune(r.name)
		if len(name) > 30 {
			name = append(name[:29:29], '…')
		}
		fmt.Fprintf(&b, "%-*s", width, string(name))
		for _, d := range r.spent {
			fmt.Fprintf(&b, " %8.3f", time.Duration(d).Seconds())
		}
		fmt.Fprintf(&b, " %9d\n", r.switches)
	}
	for _, r := range rows {
		line(r)
	}
	if len(rows) > 1 {
		line(&sum)
	}
	b.WriteString(advice(len(rows), sum.spent, wall, s.in.Main().FreeThreaded()) + "\n")
	return b.String()
}

// advice says in one line what the times of n threads mean.
func advice(n int, d [numDoings]int64, wall int64, free bool) string {
	percent := func(x, of int64) int64 { return (x*100 + of/2) / max(of, 1) }
	ready := d[doesRun] + d[doesWaitGIL]
	total := ready + d[doesLock] + d[doesIO] + d[doesSleep]
	gil := percent(d[doesWaitGIL], ready)
	busy := percent(d[doesRun], wall)
	switch {
	case n == 1:
		return fmt.Sprintf("One thread only: it ran %d %% of the time.", busy)
	case !free && gil >= 20 && busy >= 50:
		return fmt.Sprintf("%d %% of the time in which they could have run, threads waited for the GIL: try -X gil=0.", gil)
	case percent(d[doesLock], total) >= 50 && busy < 50:
		return fmt.Sprintf("%d %% of the time threads waited for each other and little ran: look for a lock held too long, or a queue that nobody fills.", percent(d[doesLock], total))
	case percent(d[doesIO]+d[doesSleep], total) >= 50 && busy < 50:
		return fmt.Sprintf("%d %% of the time threads waited for I/O or slept: more threads cost little here.", percent(d[doesIO]+d[doesSleep], total))
	case free:
		return fmt.Sprintf("On average %.1f threads ran at once.", float64(d[doesRun])/float64(max(wall, 1)))
	}
	return fmt.Sprintf("The GIL was not in the way: %d %% of the time in which they could have run, threads waited for it.", gil)
}
