package py

import (
	"sync"
	"sync/atomic"
	"unsafe"
	"weak"

	"github.com/coachwhip/coachwhip/internal/host"
)

// Thread is the state of one Python thread: a goroutine that runs Python code.
// Every function that may run Python code gets it as its first argument.
type Thread struct {
	interp  *Interp
	noGIL   bool                  // the interpreter has no GIL
	pinned  bool                  // see PinSystemThread
	ft      bool                  // no GIL, and other threads: shared objects are read and written under their locks
	loop    evalLoop              // the evaluator loop it runs in; see chooseLoop
	guards  []*guard              // those held, those taken last at the end
	wants   atomic.Pointer[guard] // the one that it waits for while it holds others
	breaker uint32                // not 0: something wants attention at the next safe point (atomic)

	// The register stack: segments, of which the last is in use.
	segment  []Value
	segments [][]Value
	spare    []Value // a small segment that was given up

	spareRange *rangeIter // ended iterators of loops; see getIterOp
	spareList  *listIter
	spareTuple *tupleIter

	argStack []Value // see pushArgs
	argTop   int

	base  frame  // bottom of the frame list; has no code
	cur   *frame // the running activation, base when none
	depth int    // number of activations
	limit int    // sys.getrecursionlimit
	// genEnded tells of the generator that this thread resumed last and that
	// came back how it did: by returning. Its state may be another already.
	genEnded bool
	sink     taker // of the generator that drain runs
	native   int   // nesting of the evaluator through Go, bounded by maxNative

	// pendingThrow is the exception that the evaluator raises as it starts.
	pendingThrow *Exc

	handled *Exc // the exception being handled (sys.exception())
	again   *Exc // being raised again: the frame that is unwound is in its traceback already
	reprs   []unsafe.Pointer
	context Value // current contextvars.Context, nil until needed

	id       uint64 // threading.get_ident
	asyncExc atomic.Pointer[Exc]
	wake     chan struct{} // holds a token when the thread should look up from a wait
	wait     wait          // what the thread waits for
	alarm    host.Alarm    // ends waits that have a deadline; nil until one has
	io       *ioWait       // for waits on descriptors; nil until there is one
	place    int           // in the list of threads
	gilState atomic.Uint32 // see gil
	gilNext  *Thread       // the next in the queue for the GIL
	// gilBusy tells that the thread was made to give the GIL up when it had it
	// last: it computes without pause.
	gilBusy  atomic.Bool
	gilSince atomic.Int64 // when it came into that queue, for who watches
	stackReq atomic.Pointer[stackRequest]
	traceReq atomic.Pointer[traceRequest]
	tracer   *tracer                     // nil before sys.settrace or setprofile was used
	label    atomic.Pointer[threadLabel] // for reports
	watched  any                         // what a hook keeps; see SetWatched
	over     atomic.Bool                 // runs no Python code any more
	atEnd    []func(t *Thread)
	locals   []weak.Pointer[Local] // that hold a dict of the thread's
	sigMask  atomic.Uint64         // see SignalMask

	spareWaiter *Waiter // see Waiter.Done

	claimed *Generator // that the thread is about to resume, see genGoOn

	percent *percentCache // nil until a format was parsed

	nexts          uint32      // calls of Next, for pollNext
	inNext         uint32      // that are under way: iterators that iterate others
	interruptCheck func() bool // see InterruptCheck
	interruptExc   *Exc

	extra *threadExtra // what few threads have
}

// threadExtra is what few threads have: there may be very many.
type threadExtra struct {
	watched any                   // what a hook keeps; see SetWatched
	atEnd   []func(t *Thread)     // see AtEnd
	locals  []weak.Pointer[Local] // that hold a dict of the thread's

	asyncGenFirst, asyncGenFinal Value // sys.set_asyncgen_hooks
	coroDepth                    int   // sys.set_coroutine_origin_tracking_depth
}

// noExtra is that of a thread that has nothing; it is never changed.
var noExtra threadExtra

// ownExtra makes extra the thread's own, to be changed.
func (t *Thread) ownExtra() *threadExtra {
	if t.extra == &noExtra {
		t.extra = &threadExtra{}
	}
	return t.extra
}

// Interp is one Python interpreter: its modules, its main thread, its state.
type Interp struct {
	collecting atomic.Pointer[Thread] // in gc.collect()
	tbNextMu   sync.Mutex             // setting tb_next
	modules    *Dict                  // sys.modules
	late       atomic.Pointer[lateBuiltins]
	builtins   *Dict   // namespace of builtins
	sysDict    *Dict   // namespace of sys
	importlib  *Module // importlib._bootstrap, nil before it is loaded
	// importlibExternal is importlib._bootstrap_external, once it is loaded.
	importlibExternal Value
	// noFrozen, when it is not 0, hides the frozen modules that importlib does not need.
	noFrozen atomic.Int32
	// scriptDir is the directory that was put before sys.path for the program:
	// "" for the current one, nil for none.
	scriptDir   *string
	astHooks    ASTHooks
	importFunc  Value // the original builtins.__import__
	main        *Thread
	opts        Options
	state       map[string]any // per-module Go state, by module name; see ModuleState
	stateMu     sync.Mutex
	guards      []guard    // see guard.go
	typeMu      sync.Mutex // see lockTypes
	wakers      wakerPool
	pending     pendingCalls
	auditHooks  atomic.Pointer[[]Value] // replaced when one is added
	gil         gil
	threads     threadSet
	hook        atomic.Pointer[ThreadHook]
	deadlock    deadlockWatch
	finalizing  atomic.Bool
	finalizer   atomic.Pointer[Thread] // the thread that ends the interpreter
	impLock     importLock
	importClock importClock
	memory      memoryState

	// slots are the states of native modules that need theirs fast; see StateIn.
	slots [maxStateSlots]atomic.Value

	atExit   []func(t *Thread) *Exc
	threadID atomic.Uint64

	codecs codecRegistry

	maxStrDigits atomic.Int64 // sys.get_int_max_str_digits()
	runtime      runtimeState
}

const (
	firstSegment = 512   // registers of the main thread's first stack segment
	smallSegment = 39    // of the other threads', of which there may be very many; with what Go adds, 640 bytes
	spareLimit   = 256   // no larger segment is kept for the next call that needs one
	maxNative    = 10000 // Go-level nesting of evaluator and natives
	maxNext      = 1e5   // of the iterators that ask others for their items
	defaultLimit = 1000
)

func newThread(in *Interp) *Thread {
	t := &Thread{interp: in, limit: defaultLimit, extra: &noExtra}
	t.cur = &t.base
	t.id = in.threadID.Add(1)
	t.wake = make(chan struct{}, 1)
	return t
}

// Interp returns the thread's interpreter.
func (t *Thread) Interp() *Interp { return t.interp }

// enterNative counts one level of Go recursion through native code that calls
// back into Python; it fails with RecursionError when the Go stack would grow
// too deep. Every successful call is paired with leaveNative.
func (t *Thread) enterNative(where string) *Exc {
	if t.native >= maxNative || t.depth+t.native >= t.limit+1000 {
		return t.Raise(RecursionError, "maximum recursion depth exceeded%s", where)
	}
	t.native++
	return nil
}

func (t *Thread) leaveNative() { t.native-- }

// EnterRecursive guards a recursive native operation: where is appended to
// "maximum recursion depth exceeded", as in " while calling a Python object".
// Pair each success with LeaveRecursive.
func (t *Thread) EnterRecursive(where string) *Exc {
	if t.native+t.depth >= t.limit+50 && t.native > 50 || t.native >= maxNative {
		return t.Raise(RecursionError, "maximum recursion depth exceeded%s", where)
	}
	t.native++
	return nil
}

// LeaveRecursive ends what EnterRecursive began.
func (t *Thread) LeaveRecursive() { t.native-- }

// EnterRepr notes that repr(v) has begun and tells whether it was already
// under way: then the caller prints an ellipsis. Pair with LeaveRepr when false.
func (t *Thread) EnterRepr(v Value) bool {
	p := v.ptr()
	for _, q := range t.reprs {
		if q == p {
			return true
		}
	}
	t.reprs = append(t.reprs, p)
	return false
}

// LeaveRepr ends what EnterRepr began.
func (t *Thread) LeaveRepr(v Value) {
	n := len(t.reprs) - 1
	t.reprs[n] = nil // it would keep the object alive
	t.reprs = t.reprs[:n]
}

// SetBreaker asks the thread to look up at its next safe point.
func (t *Thread) SetBreaker() {
	t.poke()
	t.token()
}

// Handled returns the exception being handled, nil if none.
func (t *Thread) Handled() *Exc { return t.handled }

// ID is the thread's identity (threading.get_ident).
func (t *Thread) ID() uint64 { return t.id }

// Wakeup is ready when a pending call waits for the thread. A native that
// blocks selects on it and then calls RunPending.
func (t *Thread) Wakeup() <-chan struct{} { return t.wake }

// SignalMask is the set of signals that the thread blocks: bit n-1 stands for
// signal n. A new thread has the mask of the one that starts it.
func (t *Thread) SignalMask() uint64 { return t.sigMask.Load() }

// SetSignalMask changes the set of signals that the thread blocks.
func (t *Thread) SetSignalMask(m uint64) { t.sigMask.Store(m) }

// Over tells whether the thread has ended.
func (t *Thread) Over() bool { return t.over.Load() }
