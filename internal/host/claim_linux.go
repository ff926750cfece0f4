package host

import (
	"runtime"
	"time"

	"golang.org/x/sys/unix"
)

// claimed is where the Go runtime's descriptors go. Each number below costs two
// system calls at every start.
const claimed = 37

// claim makes room for a program that counts on having descriptors 3 and up to
// itself, closes all that are open, or lists them: the Go runtime's two are made
// now, out of the way, and are remembered, so that nobody closes them (which
// the runtime does not survive). Those by which it follows changes of the
// processor limit are closed.
func (p *poller) claim() {
	runtime.GOMAXPROCS(runtime.GOMAXPROCS(0)) // the limit is not looked at again
	for fd := 3; isOpen(fd); fd++ {
		var fs unix.Statfs_t
		if !stays(fd) && unix.Fstatfs(fd, &fs) == nil && (fs.Type == unix.CGROUP_SUPER_MAGIC || fs.Type == unix.CGROUP2_SUPER_MAGIC) {
			unix.Close(fd)
		}
	}
	var fill []int
	first, err := unix.Open("/dev/null", unix.O_RDONLY|unix.O_CLOEXEC, 0)
	for fd := first; err == nil; fd, err = unix.FcntlInt(uintptr(first), unix.F_DUPFD_CLOEXEC, fd+1) {
		fill = append(fill, fd)
		if fd+1 >= claimed {
			break
		}
	}
	time.AfterFunc(time.Hour, func() {}).Stop() // the first timer makes them
	n := 0
	for _, from := range [...]int{claimed, 3} {
		for fd := from; fd < 64 && n < len(p.goFds); fd++ {
			var st unix.Stat_t
			if unix.Fstat(fd, &st) == nil && st.Mode&unix.S_IFMT == 0 && !stays(fd) && fd != p.goFds[0] {
				p.goFds[n] = fd
				n++
			}
		}
	}
	for i := 0; i < len(fill); {
		k := i + 1
		for k < len(fill) && fill[k] == fill[k-1]+1 {
			k++
		}
		if unix.CloseRange(uint(fill[i]), uint(fill[k-1]), 0) != nil { // an old kernel
			for _, fd := range fill[i:k] {
				unix.Close(fd)
			}
		}
		i = k
	}
}
