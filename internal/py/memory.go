package py

import (
	"runtime/metrics"

	"github.com/coachwhip/coachwhip/internal/host"
)

// A Go program that runs out of memory ends at once. What grows without a bound
// known beforehand therefore asks now and then whether there is room.

// roomEvery is the number of items after which a growing container asks again.
const roomEvery = 1 << 20

// rlimitAS is the resource number of the size of the address space.
const rlimitAS = 9

// memoryLimit is the number of bytes the process may use, 0 when not known.
func (in *Interp) memoryLimit() uint64 {
	if n := in.memLimit.Load(); n != 0 {
		return n
	}
	limit := uint64(1) << 62
	h := in.opts.Host
	if h == nil {
		return limit
	}
	if soft, _, err := h.Process.Rlimit(rlimitAS); err == nil && soft > 0 {
		limit = min(limit, soft)
	}
	if total, ok := physicalMemory(h); ok {
		limit = min(limit, total)
	}
	in.memLimit.Store(limit)
	return limit
}

// physicalMemory reads the size of the machine's memory, where the system has
// a file that says it.
func physicalMemory(h *host.Host) (uint64, bool) {
	fd, err := h.Files.Open(host.AtCwd, "/proc/meminfo", 0, 0)
	if err != nil {
		return 0, false
	}
	defer h.Files.Close(fd)
	var buf [128]byte
	n, err := h.Files.Read(fd, buf[:])
	if err != nil {
		return 0, false
	}
	kb := uint64(0)
	for i, c := range buf[:n] {
		if c == '\n' {
			break
		}
		if c >= '0' && c <= '9' {
			kb = kb*10 + uint64(buf[i]-'0')
		}
	}
	return kb << 10, kb > 0
}

// room is a MemoryError when a container of n items is about to outgrow the
// memory: with what there is it must still fit twice, as growing copies.
func (t *Thread) room(n int) *Exc {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	used := uint64(0)
	if s[0].Value.Kind() == metrics.KindUint64 {
		used = s[0].Value.Uint64()
	}
	limit := t.interp.memoryLimit()
	if used+2*uint64(n)*uint64(valueSize) > limit/4*3 {
		return t.MemoryErr()
	}
	return nil
}

// maxDepth bounds sys.setrecursionlimit: as many frames are some gigabytes.
const maxDepth = 1 << 23
