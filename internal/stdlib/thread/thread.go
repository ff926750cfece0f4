// Package thread is the _thread module: threads and thread-local data; its locks
// come from package lock.
package thread

import (
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/lock"
	"github.com/coachwhip/coachwhip/internal/stdlib/signal"
)

func init() {
	const (
		allocateDoc = "Make a lock, which is free. See help(type(threading.Lock()))."
		startSig    = "function, args, kwargs={}, /"
		startDoc    = "Start a thread that calls function(*args, **kwargs) and return its number.\n\nThe thread ends when the call does; an exception that it leaves is printed, unless it\nis SystemExit."
		exitDoc     = "Raise SystemExit, which ends the thread quietly unless it is handled."
	)
	allocate := py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return lock.New(t), nil })
	yes := py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.True, nil })
	exit := py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.Value{}, py.NewExc(py.SystemExit) })
	ident := py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.Int64(int64(t.ID())), nil })
	py.RegisterModule(py.ModuleSpec{
		Name: "_thread",
		Doc:  "This module provides primitive operations to write multi-threaded programs.",
		Methods: []py.MethodSpec{
			{Name: "allocate_lock", Fn: allocate, Doc: allocateDoc},
			{Name: "allocate", Fn: allocate, Doc: allocateDoc},
			{Name: "get_ident", Fn: ident, Doc: "Return the number of the calling thread. It is not 0, and no other thread ever has it."},
			{Name: "get_native_id", Fn: py.Fn0(nativeID), Doc: "Return a number that no other thread on this machine has.\n\nThe main thread's is that of the process. The other threads have no thread of the\nsystem of their own: their number lies above those of all processes."},
			{Name: "_get_main_thread_ident", Doc: "Return the number of the main thread.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return py.Int64(int64(t.Interp().Main().ID())), nil
			})},
			{Name: "_is_main_interpreter", Fn: yes, Doc: "Tell whether the calling interpreter is the process's first."},
			{Name: "daemon_threads_allowed", Fn: yes, Doc: "Tell whether the interpreter lets threads be daemons."},
			{Name: "_count", Doc: "Return how many threads that this module started run.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return py.IntOf(int(countOf(t).Load())), nil
			})},
			{Name: "_shutdown", Fn: py.Fn0(shutdown), Doc: "Wait for the threads that are not daemons, except the calling one."},
			{Name: "start_new_thread", Sig: startSig, Fn: py.FnRaw(startNew), Doc: startDoc},
			{Name: "start_new", Sig: startSig, Fn: py.FnRaw(startNew), Doc: startDoc},
			{Name: "start_joinable_thread", Sig: "function, handle=None, daemon=True", Fn: py.FnRaw(startJoinable), Doc: "Start a thread that calls function() and return its handle.\n\nA handle that is given must not have been used before. Unless daemon is true, the\nprogram does not end before the thread has."},
			{Name: "stack_size", Sig: "size=0, /", Fn: py.FnRaw(stackSize), Doc: "Set the stack size of threads started later, 0 for the default, and return the one\nbefore.\n\nStacks grow as they are needed, whatever the size says."},
			{Name: "exit", Fn: exit, Doc: exitDoc},
			{Name: "exit_thread", Fn: exit, Doc: exitDoc},
			{Name: "interrupt_main", Sig: "signum=signal.SIGINT, /", Fn: py.FnRaw(interruptMain), Doc: "Have the main thread do what it does when the signal arrives.\n\nNothing happens if no Python function handles the signal."},
			{Name: "_make_thread_handle", Sig: "ident, /", Fn: py.Fn1(makeHandle), Doc: "Make a handle for the running thread with the given number."},
			{Name: "_excepthook", Sig: "(exc_type, exc_value, exc_traceback, thread), /", Fn: py.Fn1(excepthook), Doc: "Print an exception that a thread has not handled."},
		},
		Init: func(t *py.Thread, m *py.Module) *py.Exc {
			m.Set("LockType", lock.LockType.Value())
			m.Set("lock", lock.LockType.Value())
			m.Set("RLock", lock.RLockType.Value())
			m.Set("_local", localType.Value())
			m.Set("_ThreadHandle", handleType.Value())
			m.Set("_ExceptHookArgs", excArgs.Type.Value())
			m.Set("error", py.RuntimeError.Value())
			m.Set("TIMEOUT_MAX", py.Float64(9223372036.0))
			return nil
		},
	})
}

var excArgs = py.RegisterStructSeq(py.StructSeqSpec{Name: "_thread._ExceptHookArgs", Doc: "Type used to pass arguments to threading.excepthook.",
	Fields: []py.StructSeqField{{Name: "exc_type"}, {Name: "exc_value"}, {Name: "exc_traceback"}, {Name: "thread"}}})

// nativeShift makes room for the numbers of processes and of the system's
// threads, which stay below 1<<22 on Linux.
const nativeShift = 22

func nativeID(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	id := t.Interp().Host().Process.Pid()
	if t != t.Interp().Main() {
		id += int(t.ID()) << nativeShift
	}
	return py.IntOf(id), nil
}

func interruptMain(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	sig := signal.Interrupt
	if args.NumKw() > 0 {
		return py.Value{}, t.TypeErr("interrupt_main() takes no keyword arguments")
	}
	switch a := args.Pos(); len(a) {
	case 0:
	case 1:
		n, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		sig = n
	default:
		return py.Value{}, t.TypeErr("signum() takes at most 1 argument (%d given)", len(a))
	}
	return py.None, signal.Simulate(t, sig)
}
