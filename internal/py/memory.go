package py

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strconv"
	"strings"
	"sync/atomic"
	"weak"

	"github.com/coachwhip/coachwhip/internal/host"
)

// A Go program that runs out of memory ends at once; a Python program gets a
// MemoryError. Two things stand between them. What needs a large block at once
// asks before (roomFor). And after each garbage collection the interpreter
// looks at what is left: if that is most of what there is, the thread that
// comes to a safe point first, which is one that runs, gets the exception.
// Native loops over iterators come to such a point now and then (Next).

// bigBlock is the number of bytes from which on a block asks for room.
const bigBlock = 16 << 20

// growCheck is the number of items after which a container that takes what
// comes asks for room to grow.
const growCheck = 1 << 20

// memoryState is what an interpreter knows of the process's memory.
type memoryState struct {
	limit atomic.Uint64 // see memoryLimit; 0: not looked at yet
	// addresses is the most address space that the process may have, 0 if that
	// is not limited.
	addresses atomic.Uint64
	raised    atomic.Uint64 // the live heap at the last MemoryError, 0 for none
	short     atomic.Bool   // a MemoryError is due
}

// rlimitAS is the resource number of the size of the address space.
const rlimitAS = 9

// memoryLimit is the number of bytes that the heap may grow to: what GOMEMLIMIT
// says, else the least of what the system leaves the process.
func (in *Interp) memoryLimit() uint64 {
	if n := in.memory.limit.Load(); n != 0 {
		return n
	}
	limit := uint64(1) << 62
	asked := debug.SetMemoryLimit(-1)
	if asked < math.MaxInt64 && asked > 0 {
		limit = uint64(asked)
	} else {
		limit = in.systemLimit()
		if limit < 1<<62 && in.opts.OwnsProcess {
			// Garbage has to go before the memory does.
			debug.SetMemoryLimit(int64(limit / 10 * 9))
		}
	}
	in.memory.limit.Store(limit)
	return limit
}

func (in *Interp) systemLimit() uint64 {
	limit := uint64(1) << 62
	h := in.opts.Host
	if h == nil {
		return limit
	}
	if soft, _, err := h.Process.Rlimit(rlimitAS); err == nil && soft > 0 {
		// The runtime reserves addresses that it does not use.
		used := addresses(h)
		limit = min(limit, max(soft-min(soft, used-min(used, heapBytes())), 64<<20))
		in.memory.addresses.Store(soft)
	}
	if total, ok := physicalMemory(h); ok {
		limit = min(limit, total)
	}
	for _, name := range [...]string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		if n, err := strconv.ParseUint(strings.TrimSpace(smallFile(h, name)), 10, 64); err == nil && n > 0 {
			limit = min(limit, n)
		}
	}
	return limit
}

// addresses is the size of the process's address space.
func addresses(h *host.Host) uint64 {
	pages, _, _ := strings.Cut(smallFile(h, "/proc/self/statm"), " ")
	n, err := strconv.ParseUint(pages, 10, 50)
	if err != nil {
		return 1 << 30
	}
	return n << 12
}

// smallFile is the beginning of a file of the system, "" if there is none.
func smallFile(h *host.Host, name string) string {
	fd, err := h.Files.Open(host.AtCwd, name, 0, 0)
	if err != nil {
		return ""
	}
	defer h.Files.Close(fd)
	var buf [128]byte
	n, err := h.Files.Read(fd, buf[:])
	if err != nil {
		return ""
	}
	return string(buf[:n])
}

// physicalMemory is the size of the machine's memory, where the system has a
// file that says it.
func physicalMemory(h *host.Host) (uint64, bool) {
	line, _, _ := strings.Cut(smallFile(h, "/proc/meminfo"), "\n")
	f := strings.Fields(line)
	if len(f) < 2 {
		return 0, false
	}
	kb, err := strconv.ParseUint(f[1], 10, 54)
	return kb << 10, err == nil && kb > 0
}

func metric(name string) uint64 {
	s := [1]metrics.Sample{{Name: name}}
	metrics.Read(s[:])
	if s[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return s[0].Value.Uint64()
}

// heapBytes is the size of all objects, garbage included.
func heapBytes() uint64 { return metric("/memory/classes/heap/objects:bytes") }

// watchMemory has the interpreter look at the heap after each collection.
func (in *Interp) watchMemory() {
	w := weak.Make(in)
	var arm func()
	arm = func() {
		runtime.AddCleanup(new(*byte), func(struct{}) {
			if in := w.Value(); in != nil {
				in.collected()
				arm()
			}
		}, struct{}{})
	}
	arm()
}

// collected looks at what a collection has left. A MemoryError is due when that
// is more than three quarters of the memory, and again when it has grown by
// another sixteenth: handlers need some.
func (in *Interp) collected() {
	limit := in.memoryLimit()
	live := metric("/gc/heap/live:bytes")
	last := in.memory.raised.Load()
	switch {
	case live < limit/4*3 && live < last:
		in.memory.raised.Store(0)
		return
	case live < limit/4*3, last != 0 && live < last+limit/16:
		return
	}
	in.memory.raised.Store(live)
	in.memory.short.Store(true)
	for _, t := range in.Threads() {
		if t.Waiting().Kind == WaitNone {
			t.SetBreaker()
		}
	}
}

// memoryShort takes the MemoryError that is due.
func (t *Thread) memoryShort() *Exc {
	if t.interp.memory.short.Load() && t.interp.memory.short.CompareAndSwap(true, false) {
		// What was alive then may be gone: the program may have freed it, or
		// caught another MemoryError for it.
		t.clearStale()
		runtime.GC()
		if metric("/gc/heap/live:bytes") >= t.interp.memoryLimit()/4*3 {
			return t.MemoryErr()
		}
	}
	return nil
}

// roomFor is a MemoryError when a block of n bytes would not fit into the
// memory. Small ones always do.
func (t *Thread) roomFor(n uint64) *Exc {
	if n < bigBlock {
		return nil
	}
	limit := t.interp.memoryLimit() / 8 * 7
	if most := t.interp.memory.addresses.Load(); most != 0 {
		// What was freed may lie in pieces too small for the block.
		if used := addresses(t.interp.opts.Host); used+n+bigBlock > most-min(most, 192<<20) {
			return t.MemoryErr()
		}
	}
	if n < limit && heapBytes() < limit-n {
		return nil
	}
	if n < limit {
		// Perhaps it is garbage that fills the memory.
		runtime.GC()
		if heapBytes() < limit-n {
			return nil
		}
	}
	// One exception is enough.
	t.interp.memory.raised.Store(max(metric("/gc/heap/live:bytes"), 1))
	t.interp.memory.short.Store(false)
	return t.MemoryErr()
}

// roomOrDue tells whether there is room for n values. If there is none, a
// MemoryError is raised at the next safe point: for operations that have no way
// to raise it themselves and leave their work undone.
func (t *Thread) roomOrDue(n int) bool {
	if t.asyncExc.Load() != nil {
		return false // no sense in looking again
	}
	err := t.roomForItems(n)
	if err == nil {
		return true
	}
	t.asyncExc.CompareAndSwap(nil, err)
	t.SetBreaker()
	return false
}

// full tells that a block of n bytes is more than there is.
func (t *Thread) full(n int) bool {
	return n >= bigBlock && (n > maxObjectBytes || t.roomFor(uint64(n)) != nil)
}

// fullGrowing is full for a block that grows from m to n bytes in small steps:
// it looks now and then.
func (t *Thread) fullGrowing(m, n int) bool {
	return n >= bigBlock && (m^n)>>23 != 0 && t.full(n)
}

// Grow is b with room for n more bytes, or a MemoryError when there is no
// memory for them. It leaves small slices to append.
func (t *Thread) Grow(b []byte, n int) ([]byte, *Exc) {
	if n <= cap(b)-len(b) || n < bigBlock-len(b) {
		return b, nil
	}
	if n > maxObjectBytes-len(b) {
		return b, t.MemoryErr()
	}
	size := len(b) + n
	if !t.full(size + size/4) {
		size += size / 4
	} else if n < len(b)/8 || t.full(size) {
		// Growing by little again and again takes too long.
		return b, t.MemoryErr()
	}
	grown := make([]byte, len(b), size)
	copy(grown, b)
	return grown, nil
}

// TextOf is the text in b, which must not be written to again when it is large.
func TextOf(b []byte) Value {
	if len(b) < bigBlock {
		return NewStr(string(b)).Value()
	}
	return NewStr(asString(b)).Value()
}

// RoomFor is a MemoryError when n more bytes would not fit into the memory.
func (t *Thread) RoomFor(n int) *Exc { return t.roomFor(uint64(max(n, 0))) }

// roomForItems is roomFor n values; n may be the product of large numbers.
func (t *Thread) roomForItems(n int) *Exc {
	return t.roomFor(uint64(max(n, 0)) * uint64(valueSize))
}

// pollEvery is the number of items between two looks of a native loop at what
// is asked of its thread. Shorter loops are never interrupted.
const pollEvery = 1 << 14

// pollNext is what Next does now and then: what must not wait for a long native
// loop to end is done, but no other thread is let in.
func (t *Thread) pollNext() *Exc {
	if atomic.LoadUint32(&t.breaker) == 0 {
		return nil
	}
	if e := t.asyncExc.Swap(nil); e != nil {
		return e
	}
	if e := t.memoryShort(); e != nil {
		return e
	}
	return t.interp.runPending(t)
}

// maxDepth bounds sys.setrecursionlimit: as many frames are some gigabytes.
const maxDepth = 1 << 23
