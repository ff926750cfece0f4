package py

import (
	"io"
	"slices"
	"sync"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
)

// Options configure an interpreter.
type Options struct {
	Host    *host.Host
	Library Library // the packed standard library, nil: none
	// Argv is sys.argv; Path the entries put in front of sys.path.
	Argv, Path []string
	OrigArgv   []string
	// Prefix is sys.prefix; StdlibDir the directory of the library: real, or
	// the name under which the packed library stands in sys.path.
	Prefix, StdlibDir string
	// Flags are sys.flags by name; absent ones have their defaults.
	Flags map[string]int
	// XOptions is sys._xoptions, WarnOptions sys.warnoptions.
	XOptions    map[string]string
	XOrder      []string // the names in XOptions, as they were given
	WarnOptions []string
	// Executable is sys.executable; BaseExecutable the one that a virtual
	// environment's stands for, "" for the same.
	Executable, BaseExecutable string
	// Stdout receives what is printed before sys.stdout exists.
	Stdout io.Writer
	// Stderr receives uncaught exceptions before sys.stderr exists.
	Stderr io.Writer
	// ImportTime prints how long imports take to standard error.
	ImportTime bool
	// Compiler tells builds with different compilers apart: compiled files
	// (.pyc) of another one are not used.
	Compiler uint64
	// PycachePrefix is sys.pycache_prefix, "" for None.
	PycachePrefix string
	// NoColumns hides the column ranges of instructions (-X no_debug_ranges).
	NoColumns bool
	// NoGIL runs the interpreter's threads without a GIL (PEP 703).
	NoGIL bool
	// HashSeed makes the hashes of str and bytes the same in every run; nil:
	// random ones. The first interpreter of a process decides for all of them.
	HashSeed *uint32
	// OwnsProcess lets the interpreter set what holds for the whole process: the
	// limit from which on garbage is collected early.
	OwnsProcess bool
	// CPUCount is what os.cpu_count() says, 0 for the machine's number.
	CPUCount int
}

// Library serves the files of the standard library by path ("os.py",
// "asyncio/__init__.py").
type Library interface {
	Source(name string) ([]byte, bool)
	Bytecode(name string) ([]byte, bool)
	IsDir(name string) bool
	Exists(name string) bool
	// Packed tells that the files exist only inside the program, so that the
	// packed importer serves them; else they are imported as files.
	Packed() bool
	// TopLevel lists the names of the modules and packages at the top.
	TopLevel() []string
}

// NewInterp makes an interpreter with its builtins and sys modules.
func NewInterp(opts Options) (*Interp, *Exc) {
	chooseTextHash(opts.HashSeed)
	if opts.NoGIL {
		addGuards()
	}
	bootTypes()
	in := &Interp{opts: opts, modules: NewDict()}
	if opts.NoGIL {
		in.guards = make([]guard, 1<<guardBits)
	}
	in.maxStrDigits.Store(defaultMaxStrDigits)
	t := newThread(in)
	t.segment = make([]Value, firstSegment)
	t.noGIL = opts.NoGIL
	in.main = t
	in.addThread(t)
	in.SetSwitchInterval(int64(5 * time.Millisecond))
	if !t.noGIL {
		in.gil.acquire(t)
	}
	b, err := t.newNativeModule(nativeModule("builtins"))
	if err != nil {
		return nil, err
	}
	in.watchMemory()
	in.builtins = b.dict
	in.modules.setStr(InternStr("builtins"), b.Value())
	if s := nativeModule("sys"); s != nil {
		m, err := t.newNativeModule(s)
		if err != nil {
			return nil, err
		}
		in.sysDict = m.dict
		in.modules.setStr(InternStr("sys"), m.Value())
	}
	return in, nil
}

// Main returns the interpreter's main thread.
func (in *Interp) Main() *Thread { return in.main }

// Options returns what the interpreter was made with.
func (in *Interp) Options() *Options { return &in.opts }

// Host returns the interpreter's access to the operating system.
func (in *Interp) Host() *host.Host { return in.opts.Host }

// Modules returns sys.modules.
func (in *Interp) Modules() *Dict { return in.modules }

// Builtins returns the namespace of builtins.
func (in *Interp) Builtins() *Dict { return in.builtins }

// pendingCalls are functions to run on the main thread at a safe point:
// finalizers, signal handlers, weak reference callbacks.
type pendingCalls struct {
	mu    sync.Mutex
	calls []pendingCall
	// serial is set while a call that must not be interrupted by its like runs.
	serial bool
}

type pendingCall struct {
	run    func(t *Thread) *Exc
	serial bool
}

// AddPending queues f to run on a Python thread at its next safe point. It may
// be called from any goroutine.
func (in *Interp) AddPending(f func(t *Thread) *Exc) { in.addPending(pendingCall{f, false}) }

// addFinalization queues a finalizer or the callback of a weak reference: one
// begins when the one before has ended.
func (in *Interp) addFinalization(f func(t *Thread) *Exc) { in.addPending(pendingCall{f, true}) }

func (in *Interp) addPending(c pendingCall) {
	in.pending.mu.Lock()
	in.pending.calls = append(in.pending.calls, c)
	in.pending.mu.Unlock()
	in.main.SetBreaker()
}

// next takes the next call that may run now.
func (p *pendingCalls) next() (c pendingCall, ok bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for i, c := range p.calls {
		if c.serial && p.serial {
			continue
		}
		if i == 0 {
			p.calls[0] = pendingCall{}
			p.calls = p.calls[1:]
		} else {
			p.calls = slices.Delete(p.calls, i, i+1)
		}
		p.serial = p.serial || c.serial
		return c, true
	}
	return c, false
}

// runPending runs what AddPending queued, on the main thread.
func (in *Interp) runPending(t *Thread) *Exc {
	if t != in.main {
		return nil
	}
	in.pending.mu.Lock()
	n := len(in.pending.calls)
	in.pending.mu.Unlock()
	for ; ; n-- {
		if n <= 0 {
			// Other threads may add calls faster than this one runs them.
			in.pending.mu.Lock()
			if len(in.pending.calls) > 0 && !in.pending.serial {
				t.SetBreaker()
			}
			in.pending.mu.Unlock()
			return nil
		}
		c, ok := in.pending.next()
		if !ok {
			return nil
		}
		err := c.run(t)
		in.pending.mu.Lock()
		if c.serial {
			in.pending.serial = false
		}
		more := len(in.pending.calls) > 0
		in.pending.mu.Unlock()
		if err != nil {
			if more {
				t.SetBreaker()
			}
			return err
		}
	}
}

// RunPending runs the queued calls now, outside of the evaluator.
func (t *Thread) RunPending() *Exc { return t.interp.runPending(t) }

// LookupModuleState returns the Go state that a native module keeps for this
// interpreter, nil before SetModuleState or ModuleState.
func (in *Interp) LookupModuleState(name string) any {
	in.stateMu.Lock()
	defer in.stateMu.Unlock()
	return in.state[name]
}

// StateSlot is a place for a native module's Go state that is found faster
// than by name. Slots are taken by package variables when the program starts.
type StateSlot int

const maxStateSlots = 8

var stateSlots StateSlot

// NewStateSlot takes a slot.
func NewStateSlot() StateSlot {
	if stateSlots == maxStateSlots {
		panic("too many state slots")
	}
	stateSlots++
	return stateSlots - 1
}

// StateIn returns the state in a slot; mk makes it when there is none yet.
func (in *Interp) StateIn(s StateSlot, mk func() any) any {
	if v := in.slots[s].Load(); v != nil {
		return v
	}
	in.stateMu.Lock()
	defer in.stateMu.Unlock()
	if v := in.slots[s].Load(); v != nil {
		return v
	}
	v := mk()
	in.slots[s].Store(v)
	return v
}

// SetModuleState stores a native module's Go state.
func (in *Interp) SetModuleState(name string, s any) {
	in.stateMu.Lock()
	defer in.stateMu.Unlock()
	if in.state == nil {
		in.state = map[string]any{}
	}
	in.state[name] = s
}

// ModuleStateOr is ModuleState that stores what mk makes when there is none yet.
func (in *Interp) ModuleStateOr(name string, mk func() any) any {
	in.stateMu.Lock()
	defer in.stateMu.Unlock()
	v := in.state[name]
	if v == nil {
		if in.state == nil {
			in.state = map[string]any{}
		}
		v = mk()
		in.state[name] = v
	}
	return v
}
