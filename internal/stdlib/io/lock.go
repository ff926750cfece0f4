package io

import (
	"time"

	"github.com/coachwhip/coachwhip/internal/py"
)

// exitGrace is how long the interpreter's end waits for a stream: a daemon thread
// that was stopped while it used the stream never leaves it.
const exitGrace = time.Second

// waitForStream takes the lock of a stream that another thread uses.
func waitForStream(t *py.Thread, m *py.Mutex, stream py.Value) *py.Exc {
	deadline := py.NoDeadline
	if t.Interp().Finalizing() {
		deadline = t.DeadlineIn(exitGrace)
	}
	ok, err := m.LockUntil(t, py.WaitLock, (*py.Header)(stream.Ptr()), deadline)
	if err != nil || ok {
		return err
	}
	r, err := t.Repr(stream)
	if err != nil {
		return err
	}
	return t.Raise(py.RuntimeError, "could not acquire lock for %s at interpreter shutdown, possibly due to daemon threads", r.String())
}

// inUse tells whether another thread is in a call of the stream.
func inUse(t *py.Thread, stream py.Value) bool {
	var m *py.Mutex
	switch {
	case py.IsInstance(stream, TextIOWrapperType):
		m = &asText(stream).lock.Mutex
	case py.IsInstance(stream, BufferedReaderType), py.IsInstance(stream, BufferedWriterType), py.IsInstance(stream, BufferedRandomType):
		m = &asBuffered(stream).lock
	default:
		return false
	}
	o := m.Owner()
	return o != nil && o != t
}
