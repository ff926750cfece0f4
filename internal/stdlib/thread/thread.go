// Package thread is the _thread module: threads and thread-local data; its locks
// come from package lock.
package thread

import (
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/lock"
)

var localType = new(py.Type)

func init() {
	py.RegisterType(py.TypeSpec{
		Type: localType, Name: "_thread._local", Flags: py.FlagBaseType | py.FlagHasDict | py.FlagWeakref, Layout: py.LayoutWithExt(func(l *local) *py.Ext { return &l.ext }),
		Doc: "Thread-local data",
		Slots: py.Slots{New: func(t *py.Thread, cls *py.Type, args py.Args) (py.Value, *py.Exc) {
			return py.FromHeader(&py.AllocFor[local](t, cls).Header), nil
		}},
	})
	ident := py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.Int64(int64(t.ID())), nil })
	py.RegisterModule(py.ModuleSpec{
		Name: "_thread",
		Doc:  "This module provides primitive operations to write multi-threaded programs.",
		Methods: []py.MethodSpec{
			{Name: "allocate_lock", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return lock.New(t), nil })},
			{Name: "allocate", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return lock.New(t), nil })},
			{Name: "get_ident", Fn: ident},
			{Name: "get_native_id", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return py.IntOf(t.Interp().Host().Process.Pid()), nil
			})},
			{Name: "_get_main_thread_ident", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
				return py.Int64(int64(t.Interp().Main().ID())), nil
			})},
			{Name: "_is_main_interpreter", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.True, nil })},
			{Name: "daemon_threads_allowed", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.True, nil })},
			{Name: "_count", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.IntOf(int(countOf(t).Load())), nil })},
			{Name: "_shutdown", Fn: py.Fn0(shutdown)},
			{Name: "start_new_thread", Fn: py.FnRaw(startNew)},
			{Name: "start_new", Fn: py.FnRaw(startNew)},
			{Name: "start_joinable_thread", Sig: "function, handle=None, daemon=True", Fn: py.FnSig(startJoinable)},
			{Name: "stack_size", Sig: "size=0, /", Fn: py.FnSig(stackSize)},
			{Name: "exit", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) { return py.Value{}, py.NewExc(py.SystemExit) })},
			{Name: "interrupt_main", Sig: "signum=2, /", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
				t.Interp().AddPending(func(t *py.Thread) *py.Exc { return py.NewExc(py.KeyboardInterrupt) })
				return py.None, nil
			})},
			{Name: "_make_thread_handle", Fn: py.Fn1(makeHandle)},
			{Name: "_excepthook", Sig: "args, /", Fn: py.Fn1(excepthook)},
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

// local is thread-local data; with one thread its attributes are the object's own.
type local struct {
	py.Header
	ext py.Ext
}
