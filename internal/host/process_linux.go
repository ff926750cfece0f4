package host

import (
	"encoding/binary"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

func (*realProcess) ThreadID() int { return unix.Gettid() }

func (*realProcess) Ids() (uid, gid [3]int) {
	uid[0], uid[1], uid[2] = unix.Getresuid()
	gid[0], gid[1], gid[2] = unix.Getresgid()
	return uid, gid
}

// Package syscall changes the ids of all threads, package unix of one.

func (*realProcess) SetUids(real, effective, saved int) error {
	return wrap(syscall.Setresuid(real, effective, saved))
}

func (*realProcess) SetGids(real, effective, saved int) error {
	return wrap(syscall.Setresgid(real, effective, saved))
}

// Priority undoes the kernel's own offset, which keeps results positive.
func (*realProcess) Priority(which, who int) (int, error) {
	n, err := unix.Getpriority(which, who)
	if err != nil {
		return 0, wrap(err)
	}
	return 20 - n, nil
}

func (*realProcess) Times() (Times, error) {
	var t unix.Tms
	ticks, err := unix.Times(&t)
	if err != nil {
		return Times{}, wrap(err)
	}
	const tick = time.Second / 100 // USER_HZ, the same on every Linux we run on
	return Times{
		time.Duration(t.Utime) * tick, time.Duration(t.Stime) * tick,
		time.Duration(t.Cutime) * tick, time.Duration(t.Cstime) * tick, time.Duration(ticks) * tick,
	}, nil
}

func (*realProcess) Loadavg() ([3]float64, error) {
	var si unix.Sysinfo_t
	if err := unix.Sysinfo(&si); err != nil {
		return [3]float64{}, wrap(err)
	}
	var out [3]float64
	for i, l := range si.Loads {
		out[i] = float64(l) / (1 << 16)
	}
	return out, nil
}

// CPUCount counts the CPUs that are online, whether this process may use them
// or not.
func (*realProcess) CPUCount() int {
	text, err := os.ReadFile("/sys/devices/system/cpu/online")
	if err != nil {
		return runtime.NumCPU()
	}
	count := 0
	for part := range strings.SplitSeq(strings.TrimSpace(string(text)), ",") {
		lo, hi, isRange := strings.Cut(part, "-")
		if !isRange {
			hi = lo
		}
		a, err1 := strconv.Atoi(lo)
		b, err2 := strconv.Atoi(hi)
		if err1 != nil || err2 != nil || b < a {
			return runtime.NumCPU()
		}
		count += b - a + 1
	}
	return count
}

func (*realProcess) Affinity(pid int) ([]int, error) {
	var set unix.CPUSet
	if err := unix.SchedGetaffinity(pid, &set); err != nil {
		return nil, wrap(err)
	}
	var cpus []int
	for i := range len(set) * 64 {
		if set.IsSet(i) {
			cpus = append(cpus, i)
		}
	}
	return cpus, nil
}

// SetAffinity for pid 0 sets every thread of this process: which of them runs
// a goroutine is not for the caller to know.
func (p *realProcess) SetAffinity(pid int, cpus []int) error {
	var set unix.CPUSet
	for _, c := range cpus {
		if c < 0 || c >= len(set)*64 {
			return NewError(EINVAL)
		}
		set.Set(c)
	}
	if pid != 0 && pid != p.Pid() {
		return wrap(unix.SchedSetaffinity(pid, &set))
	}
	threads, err := os.ReadDir("/proc/self/task")
	if err != nil {
		return wrap(unix.SchedSetaffinity(pid, &set))
	}
	for _, t := range threads {
		tid, err := strconv.Atoi(t.Name())
		if err != nil {
			continue
		}
		if err := unix.SchedSetaffinity(tid, &set); err != nil && err != unix.ESRCH {
			return wrap(err)
		}
	}
	return nil
}

func (*realProcess) Waitid(kind, id, options int) (WaitInfo, error) {
	var info unix.Siginfo
	if err := unix.Waitid(kind, id, &info, options, nil); err != nil {
		return WaitInfo{}, wrap(err)
	}
	// Behind signo, errno and code (and padding to 8) stand pid, uid, status.
	raw := (*[128]byte)(unsafe.Pointer(&info))
	at := func(off int) int { return int(int32(binary.NativeEndian.Uint32(raw[off:]))) }
	return WaitInfo{Pid: at(16), Uid: at(20), Signo: int(info.Signo), Status: at(24), Code: int(info.Code)}, nil
}

func (*realProcess) AwaitChild(pid int) error {
	kind, id := unix.P_PID, pid
	switch {
	case pid == -1:
		kind, id = unix.P_ALL, 0
	case pid <= 0:
		kind, id = unix.P_PGID, -pid
	}
	for {
		if err := unix.Waitid(kind, id, nil, unix.WEXITED|unix.WNOWAIT, nil); err != unix.EINTR {
			return wrap(err)
		}
	}
}

func (p *realProcess) PidfdSend(fd, sig, flags int) error {
	kill := func() error { return wrap(unix.PidfdSendSignal(fd, unix.Signal(sig), nil, flags)) }
	if p.signals != nil && pidOfFd(fd) == os.Getpid() {
		return p.signals.send(sig, kill)
	}
	return kill()
}

// pidOfFd is the process that a pidfd or the directory /proc/PID stands for, 0
// for none.
func pidOfFd(fd int) int {
	if link, err := os.Readlink("/proc/self/fd/" + strconv.Itoa(fd)); err == nil {
		if pid, err := strconv.Atoi(strings.TrimPrefix(link, "/proc/")); err == nil {
			return pid
		}
	}
	info, err := os.ReadFile("/proc/self/fdinfo/" + strconv.Itoa(fd))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(info)) {
		if s, ok := strings.CutPrefix(line, "Pid:"); ok {
			if pid, err := strconv.Atoi(strings.TrimSpace(s)); err == nil {
				return pid
			}
		}
	}
	return 0
}

func (*realProcess) PidfdOpen(pid, flags int) (int, error) {
	fd, err := unix.PidfdOpen(pid, flags)
	return fd, wrap(err)
}

// lastFd is the highest open descriptor.
func lastFd() (int, error) { return lastFdIn("/proc/self/fd") }
