package py

import (
	"sync/atomic"
	"time"
)

// Mutex is a lock for which threads wait parked: what _thread.lock is made of.
// A thread that finds it free may overtake those that wait, until one of them
// was overtaken for long; then it is handed over. The zero Mutex is free.
type Mutex struct {
	state atomic.Uint32
	q     WaitQueue
	taken Place
	owner atomic.Pointer[Thread]
}

const (
	mutexHeld    = 1
	mutexWaiters = 2
)

// A waiter gets the lock before all others once it was woken in vain so often,
// and without a GIL also has waited so long: handing over is dear, as the lock
// is idle until the waiter runs. With a GIL time says nothing, for most of it
// may be spent waiting for the GIL.
const (
	handOverAfter = 4
	handOverTime  = int64(time.Millisecond)
)

func (w *Waiter) impatient() bool {
	if w.vain == 0 {
		return false
	}
	if w.t.noGIL {
		return time.Now().UnixNano()-w.Since > handOverTime
	}
	return w.vain >= handOverAfter
}

// Held tells whether a thread holds the lock.
func (m *Mutex) Held() bool { return m.state.Load()&mutexHeld != 0 }

// Owner is the thread that took the lock last and has not released it; another
// thread may release it.
func (m *Mutex) Owner() *Thread { return m.owner.Load() }

// TakenAt is where the lock was taken.
func (m *Mutex) TakenAt() *Place { return &m.taken }

// TryLock takes the lock if it is free.
func (m *Mutex) TryLock(t *Thread) bool {
	for {
		s := m.state.Load()
		if s&mutexHeld != 0 {
			return false
		}
		if m.state.CompareAndSwap(s, s|mutexHeld) {
			m.took(t)
			return true
		}
	}
}

func (m *Mutex) took(t *Thread) {
	m.owner.Store(t)
	m.taken.set(t)
}

// LockUntil takes the lock, waiting until the deadline (NoDeadline: for ever);
// obj is the object the lock belongs to. false: the time is over.
func (m *Mutex) LockUntil(t *Thread, k WaitKind, obj *Header, deadline int64) (bool, *Exc) {
	if m.TryLock(t) {
		return true, nil
	}
	defer t.wait.mutex.Store(t.wait.mutex.Swap(m))
	var w *Waiter
	for {
		m.q.Lock()
		for {
			s := m.state.Load()
			if s&mutexHeld == 0 {
				if m.state.CompareAndSwap(s, s|mutexHeld) {
					m.q.Unlock()
					m.took(t)
					if w != nil {
						w.Done()
					}
					return true, nil
				}
				continue
			}
			if s&mutexWaiters != 0 || m.state.CompareAndSwap(s, s|mutexWaiters) {
				break
			}
		}
		if w == nil {
			w = m.q.Push(t)
			if t.noGIL {
				w.Since = time.Now().UnixNano()
			}
		} else {
			w.vain = min(w.vain, 100) + 1
			m.q.add(w, true)
		}
		popped, err := t.Wait(&m.q, w, k, obj, deadline)
		if w.Handed {
			m.took(t)
			w.Done()
			if err != nil {
				m.Unlock()
				return false, err
			}
			return true, nil
		}
		if popped && err != nil {
			m.passOn()
		}
		if err != nil || !popped {
			w.Done()
			return false, err
		}
	}
}

// passOn wakes the next waiter in place of one that gives up.
func (m *Mutex) passOn() {
	m.q.Lock()
	var w *Waiter
	if m.state.Load()&mutexHeld == 0 {
		w = m.q.Pop()
		m.settle()
	}
	m.q.Unlock()
	if w != nil {
		w.Wake()
	}
}

// settle clears the mark of waiters when none is left; the queue is locked.
func (m *Mutex) settle() {
	if m.q.Empty() {
		for {
			s := m.state.Load()
			if m.state.CompareAndSwap(s, s&^mutexWaiters) {
				return
			}
		}
	}
}

// Unlock releases the lock; false: it was not held.
func (m *Mutex) Unlock() bool {
	m.owner.Store(nil)
	if m.state.CompareAndSwap(mutexHeld, 0) {
		return true
	}
	m.q.Lock()
	if m.state.Load()&mutexHeld == 0 {
		m.q.Unlock()
		return false
	}
	w := m.q.Pop()
	switch {
	case w == nil:
		m.state.Store(0)
	case w.impatient():
		w.Handed = true // and the lock stays held
		m.settle()
	default:
		if m.q.Empty() {
			m.state.Store(0)
		} else {
			m.state.Store(mutexWaiters)
		}
	}
	m.q.Unlock()
	if w != nil {
		w.Wake()
	}
	return true
}

// Reset makes the lock free, forgetting who waits.
func (m *Mutex) Reset() {
	m.owner.Store(nil)
	m.state.Store(0)
}

// Place is a place in a Python program, kept without looking up its line.
type Place struct {
	code atomic.Pointer[Code]
	word atomic.Int64
}

func (p *Place) set(t *Thread) {
	if fr := t.cur; fr != nil && fr.code != nil {
		// A lock is mostly taken where it was before, and looking is cheaper than
		// storing.
		if p.code.Load() != fr.code {
			p.code.Store(fr.code)
		}
		if w := int64(fr.word()); p.word.Load() != w {
			p.word.Store(w)
		}
	}
}

// Line returns the file and the line, "" and 0 when they are not known.
func (p *Place) Line() (file string, line int) {
	c := p.code.Load()
	if c == nil {
		return "", 0
	}
	return c.filename.s, c.lineAt(int(p.word.Load()))
}

// Where returns the file, the line and the function; "" and 0 when they are not
// known.
func (p *Place) Where() (file string, line int, function string) {
	if c := p.code.Load(); c != nil {
		function = c.name.s
	}
	file, line = p.Line()
	return file, line, function
}
