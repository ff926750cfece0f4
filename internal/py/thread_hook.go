package py

// ThreadEvent is something that happens to a thread.
type ThreadEvent uint8

// Events of threads. A thread that has neither begun a wait nor holds the GIL,
// in an interpreter that has one, waits for the GIL.
const (
	ThreadStarted ThreadEvent = iota // the thread's goroutine runs; with a GIL it waits for that first
	ThreadEnded                      // it has run its last Python code, or was cut off at the interpreter's end
	WaitBegan                        // Waiting tells for what
	WaitEnded                        // Waiting still tells for what
	GILTaken
	GILReleased
)

// ThreadHook is told what an interpreter's threads do. It is called on the
// goroutine of the thread that it is about, without locks but perhaps without
// the GIL too: it runs no Python code, waits for nothing and is quick. now is in
// nanoseconds of the host's monotonic clock; it may lie a little in the past,
// never before the thread's event before. A hook that is set in the middle of a
// wait sees its end without its beginning.
type ThreadHook func(t *Thread, e ThreadEvent, now int64)

// SetThreadHook makes h the interpreter's hook, nil for none.
func (in *Interp) SetThreadHook(h ThreadHook) {
	if h == nil {
		in.hook.Store(nil)
		return
	}
	in.hook.Store(&h)
}

// SetWatched keeps what a thread hook knows about the thread; only the hook, on
// the thread's goroutine, calls it and Watched.
func (t *Thread) SetWatched(x any) { t.ownExtra().watched = x }

// Watched returns what SetWatched kept, nil when nothing was.
func (t *Thread) Watched() any { return t.extra.watched }

// tell tells the hook of an event.
func (t *Thread) tell(e ThreadEvent) {
	if h := t.interp.hook.Load(); h != nil {
		(*h)(t, e, t.now())
	}
}

// now is the time of the host's monotonic clock in nanoseconds.
func (t *Thread) now() int64 { return t.interp.opts.Host.Clock.Monotonic() }
