// Package host is the only place that touches the operating system: files,
// processes, the environment, clocks, signals, terminals. Everything above it
// goes through a Host, so that a Host decides what Python code can reach.
//
// Real is the operating system itself, Restricted a part of it, Memory none of
// it at all. A Host may be used by many goroutines at once.
//
// Calls that can block (Read, Write, Wait4, Poll, Sleep, ...) are plain
// blocking Go calls; whoever holds a lock that others need gives it up first.
// Calls are not retried on EINTR: that is returned, and the caller decides.
//
// Paths and file names are byte strings as the system has them, in no promised
// encoding. Numbers (flags, modes, signal and errno numbers) are the
// platform's own.
package host

import "time"

// Host is a set of capabilities, grouped by concern. No field is nil: a
// capability that is absent answers ENOSYS or EACCES.
type Host struct {
	Files    Files
	Mem      Mem
	Env      Env
	Process  Process
	Signals  Signals
	Clock    Clock
	Random   Random
	Terminal Terminal
	Net      Net
}

// Files is file descriptors and the directory tree. Path-taking methods
// resolve a relative path against the directory dirfd, AtCwd for the working
// directory.
type Files interface {
	// Open gives a descriptor that children do not inherit.
	Open(dirfd int, path string, flags, mode int) (int, error)
	// Read returns 0 and no error at the end of the file.
	Read(fd int, p []byte) (int, error)
	Write(fd int, p []byte) (int, error)
	Pread(fd int, p []byte, off int64) (int, error)
	Pwrite(fd int, p []byte, off int64) (int, error)
	Seek(fd int, off int64, whence int) (int64, error)
	Close(fd int) error
	// Dup and Dup2 take the inheritability of the new descriptor.
	Dup(fd int, inheritable bool) (int, error)
	Dup2(fd, fd2 int, inheritable bool) error
	Fstat(fd int) (Stat, error)
	Ftruncate(fd int, size int64) error
	Fsync(fd int) error
	Fdatasync(fd int) error
	Sync() error
	IsTerminal(fd int) bool
	// Pipe takes O_NONBLOCK and O_CLOEXEC.
	Pipe(flags int) (r, w int, err error)
	Inheritable(fd int) (bool, error)
	SetInheritable(fd int, inheritable bool) error
	Blocking(fd int) (bool, error)
	SetBlocking(fd int, blocking bool) error
	// Fcntl is for commands whose argument is an int.
	Fcntl(fd, cmd, arg int) (int, error)
	// FcntlLock sets or queries a record lock (F_SETLK, F_SETLKW, F_GETLK).
	FcntlLock(fd, cmd int, lk *Lock) error
	Flock(fd, how int) error
	// Ioctl passes arg itself when buf is nil, else the address of buf.
	Ioctl(fd int, req uint, arg int, buf []byte) (int, error)
	Fallocate(fd int, off, size int64) error
	Fadvise(fd int, off, size int64, advice int) error
	// Sendfile copies from in to out; off nil reads from in's position.
	Sendfile(out, in int, off *int64, count int) (int, error)
	CopyRange(in int, inOff *int64, out int, outOff *int64, count int) (int, error)
	Splice(in int, inOff *int64, out int, outOff *int64, count, flags int) (int, error)
	// MemFile makes an anonymous file (memfd_create).
	MemFile(name string, flags int) (int, error)
	Eventfd(value uint, flags int) (int, error)
	// EpollCreate, EpollCtl and EpollWait are Linux's; EpollWait never waits.
	EpollCreate(flags int) (int, error)
	EpollCtl(epfd, op, fd int, events uint32) error
	EpollWait(epfd int, events []EpollEvent) (int, error)

	Stat(dirfd int, path string, follow bool) (Stat, error)
	Statvfs(path string) (Statvfs, error)
	Fstatvfs(fd int) (Statvfs, error)
	// ReadDir lists a directory in the system's order, without "." and "..".
	ReadDir(path string) ([]DirEntry, error)
	// ReadDirFd is ReadDir on a descriptor, from the directory's beginning.
	ReadDirFd(fd int) ([]DirEntry, error)
	Mkdir(dirfd int, path string, mode int) error
	Rmdir(dirfd int, path string) error
	Unlink(dirfd int, path string) error
	// Rename replaces newPath where the platform can.
	Rename(dirfd int, oldPath string, newDirfd int, newPath string) error
	Link(dirfd int, oldPath string, newDirfd int, newPath string, follow bool) error
	Symlink(target string, dirfd int, path string) error
	Readlink(dirfd int, path string) (string, error)
	Chmod(dirfd int, path string, mode int, follow bool) error
	Fchmod(fd, mode int) error
	Chown(dirfd int, path string, uid, gid int, follow bool) error
	Fchown(fd, uid, gid int) error
	// Utime sets access and modification time, to now when times is nil.
	Utime(dirfd int, path string, times *[2]Time, follow bool) error
	Futime(fd int, times *[2]Time) error
	Truncate(path string, size int64) error
	// Access checks with the real ids, or the effective ones.
	Access(dirfd int, path string, mode int, effective, follow bool) error
	Mkfifo(dirfd int, path string, mode int) error
	Mknod(dirfd int, path string, mode int, dev uint64) error
	Getcwd() (string, error)
	Chdir(path string) error
	Fchdir(fd int) error
	Chroot(path string) error
	Getxattr(path, name string, follow bool) ([]byte, error)
	Setxattr(path, name string, value []byte, flags int, follow bool) error
	Listxattr(path string, follow bool) ([]string, error)
	Removexattr(path, name string, follow bool) error

	// Poll waits until one of fds is ready, the timeout (negative: none) is
	// over, or w is woken; then the error is EINTR. w may be nil.
	Poll(fds []PollFd, timeout time.Duration, w Waker) (int, error)
	// ReadNow and WriteNow are Read and Write that never wait, whatever mode the
	// descriptor is in: EAGAIN when they would have to, ENOTSUP when that cannot
	// be told; then Poll tells. WriteNow may write a part of p.
	ReadNow(fd int, p []byte) (int, error)
	WriteNow(fd int, p []byte) (int, error)
	// Watch has w.Fire called once, when w.Fd is ready. w may be used again
	// after that or after Unwatch. EPERM: the descriptor is always ready, as
	// regular files are; ENOSYS: Poll is all there is.
	Watch(w *Watch) error
	// Unwatch ends a Watch: after it w.Fire is not called. It is false when
	// w.Fire had been called.
	Unwatch(w *Watch) bool
	// FireReady fires the Watches that are due already, without waiting for the
	// goroutine that does so otherwise.
	FireReady()
	// NewWaker makes a Waker for Poll. It costs two descriptors until closed.
	NewWaker() (Waker, error)
}

// Waker ends a Poll from another goroutine. A Wake that comes while nobody
// polls ends the next Poll.
type Waker interface {
	Wake()
	Close() error
}

// PollFd is a descriptor with the poll events wanted and got.
type PollFd struct {
	Fd      int
	Events  int16
	Revents int16
}

// EpollEvent is a ready descriptor.
type EpollEvent struct {
	Fd     int
	Events uint32
}

// Time is a point in time as the file system has it: seconds since 1970 and
// nanoseconds 0..999999999.
type Time struct {
	Sec  int64
	Nsec int64
}

// Stat is a file's state.
type Stat struct {
	Mode             uint32 // type and permission bits as in st_mode
	Ino, Dev, Nlink  uint64
	Uid, Gid         uint32
	Size             int64
	Atime, Mtime     Time
	Ctime, Birthtime Time // Birthtime is zero where it is not known
	Rdev             uint64
	Blksize, Blocks  int64
	Flags            uint32 // st_flags of the BSDs
}

// Statvfs is a file system's state.
type Statvfs struct {
	Bsize, Frsize, Blocks, Bfree, Bavail, Files, Ffree, Favail, Flag, Namemax, Fsid uint64
}

// DirEntry is one name in a directory. Type is a DT_ number, 0 when the system
// does not tell; Ino is 0 when it does not tell.
type DirEntry struct {
	Name string
	Ino  uint64
	Type uint8
}

// Lock is a record lock; Type is F_RDLCK, F_WRLCK or F_UNLCK.
type Lock struct {
	Type, Whence int
	Start, Len   int64
	Pid          int
}

// Mem is memory mapping. The slices belong to the operating system: a use
// after Unmap is a crash, so the caller guards against it.
type Mem interface {
	Map(fd int, off int64, length, prot, flags int) ([]byte, error)
	Unmap(m []byte) error
	Flush(m []byte, flags int) error
	Advise(m []byte, advice int) error
	// Remap changes the length of a mapping, which may move.
	Remap(m []byte, length int) ([]byte, error)
	PageSize() int
}

// Env is the environment.
type Env interface {
	// Environ gives a copy, each entry "NAME=value".
	Environ() []string
	Get(name string) (string, bool)
	Set(name, value string) error
	Unset(name string) error
}

// Process is this process, its children and its machine.
type Process interface {
	Args() []string
	Executable() (string, error)
	Pid() int
	Ppid() int
	// ThreadID is the system's id of the thread the goroutine is on just now.
	ThreadID() int
	// Exit ends the process. It returns where that is not allowed.
	Exit(code int)
	// Ids gives real, effective and saved user ids, and the same of groups.
	Ids() (uid, gid [3]int)
	SetUids(real, effective, saved int) error
	SetGids(real, effective, saved int) error
	Groups() ([]int, error)
	SetGroups(gids []int) error
	Pgid(pid int) (int, error)
	SetPgid(pid, pgid int) error
	Sid(pid int) (int, error)
	SetSid() (int, error)
	Umask(mask int) (int, error)
	Priority(which, who int) (int, error)
	SetPriority(which, who, prio int) error
	Rlimit(resource int) (soft, hard uint64, err error)
	SetRlimit(resource int, soft, hard uint64) error
	Times() (Times, error)
	Rusage(who int) (Rusage, error)
	Uname() (Uname, error)
	Loadavg() ([3]float64, error)
	CPUCount() int
	Affinity(pid int) ([]int, error)
	SetAffinity(pid int, cpus []int) error
	Yield()

	// Start starts a program and gives its process id.
	Start(s *StartSpec) (int, error)
	// Exec replaces this process; it only returns on failure.
	Exec(path string, argv, env []string) error
	Kill(pid, sig int) error
	Killpg(pgid, sig int) error
	// Wait4 gives the process id (0 with WNOHANG and none ready) and the
	// undecoded wait status.
	Wait4(pid, options int) (wpid, status int, usage Rusage, err error)
	Waitid(kind, id, options int) (WaitInfo, error)
	PidfdOpen(pid, flags int) (int, error)
	// AwaitChild waits until a child has ended (pid as for Wait4), which leaves
	// it to be waited for.
	AwaitChild(pid int) error
	// PidfdSend sends a signal to the process that a descriptor stands for.
	PidfdSend(fd, sig, flags int) error
}

// StartSpec says how to start a program.
type StartSpec struct {
	Paths []string // candidates, tried in order
	Argv  []string
	Env   []string // as it is when nil
	Dir   string   // working directory when not empty
	// Stdin, Stdout and Stderr are the descriptors the child sees as 0, 1 and
	// 2; -1 leaves this process's own.
	Stdin, Stdout, Stderr int
	PassFds               []int // kept under their numbers
	CloseFds              bool  // all others from 3 on are closed; otherwise the inheritable ones stay
	// Fds are further descriptors of the child, by their numbers there, and what
	// they are here; -1: closed there.
	Fds map[int]int
	// SigMask has the signals that the child blocks from the start: bit n-1 is
	// signal n. Ignore are signals that are delivered or have their default
	// action here and that the child is to ignore.
	SigMask        uint64
	Ignore         []int
	NewSession     bool
	SetPgid        bool
	Pgid           int
	SetUid, SetGid bool
	Uid, Gid       int
	SetGroups      bool
	Groups         []int
	Umask          int // -1 leaves it
}

// StartError says at which step starting a program failed.
type StartError struct {
	Err   *Error
	Chdir bool // the working directory, not the program, is at fault
	Setup bool // a descriptor, or what else the child prepares, is at fault
}

func (e *StartError) Error() string { return e.Err.Error() }
func (e *StartError) Unwrap() error { return e.Err }

// WaitInfo is waitid's answer; Pid is 0 when no child is ready.
type WaitInfo struct {
	Pid, Uid, Signo, Status, Code int
}

// Times is processor time used, by this process and by its waited-for children.
type Times struct {
	User, System, ChildUser, ChildSystem, Elapsed time.Duration
}

// Rusage is resource usage; Maxrss is in the platform's unit.
type Rusage struct {
	Utime, Stime                                                                                                  time.Duration
	Maxrss, Ixrss, Idrss, Isrss, Minflt, Majflt, Nswap, Inblock, Oublock, Msgsnd, Msgrcv, Nsignals, Nvcsw, Nivcsw int64
}

// Uname names the system.
type Uname struct {
	Sysname, Nodename, Release, Version, Machine string
}

// Disposition is what a signal does.
type Disposition int

// The dispositions of a signal.
const (
	Default Disposition = iota
	Ignore
	Deliver
)

// Signals is signal disposition and timers.
type Signals interface {
	// Set changes what sig does. With Deliver, deliver is called on a
	// goroutine of its own order, one signal at a time; it must not block long.
	Set(sig int, d Disposition, deliver func(sig int)) error
	// Ignored tells whether sig is ignored, as inherited or as set.
	Ignored(sig int) bool
	// Inherited are the signals that the process blocks since its start: bit n-1
	// is signal n.
	Inherited() uint64
	// SetTimer arms an interval timer and gives what was left of the old one.
	SetTimer(which int, value, interval time.Duration) (oldValue, oldInterval time.Duration, err error)
	Timer(which int) (value, interval time.Duration, err error)
}

// Clock is time and the local time zone.
type Clock interface {
	// Realtime is nanoseconds since 1970.
	Realtime() int64
	Monotonic() int64
	ProcessCPU() (int64, error)
	// ThreadCPU is of the system thread the goroutine is on just now.
	ThreadCPU() (int64, error)
	// Get and Resolution take the platform's clock ids.
	Get(clock int) (Time, error)
	Resolution(clock int) (Time, error)
	// Sleep returns true after d, or false as soon as cancel is closed or
	// receives. cancel may be nil.
	Sleep(d time.Duration, cancel <-chan struct{}) bool
	// NewAlarm makes an alarm, not set yet, that calls fire, which must not wait.
	NewAlarm(fire func()) Alarm
	// Location is the local time zone, as of the last SetZone.
	Location() *time.Location
	// SetZone reads TZ and the system's zone again (tzset).
	SetZone()
}

// Random is the system's source of randomness.
type Random interface {
	// Fill fills p.
	Fill(p []byte) error
	// Getrandom may fill only a part, and takes GRND_ flags.
	Getrandom(p []byte, flags int) (int, error)
}

// Terminal is terminal attributes.
type Terminal interface {
	Size(fd int) (columns, lines int, err error)
	Attr(fd int) (Termios, error)
	SetAttr(fd, when int, t Termios) error
	// MakeRaw switches to raw mode and gives a function that restores.
	MakeRaw(fd int) (restore func() error, err error)
	Name(fd int) (string, error)
	// Openpty gives both ends of a new pseudo-terminal.
	Openpty() (master, slave int, err error)
	Pgrp(fd int) (int, error)
	SetPgrp(fd, pgrp int) error
	Flush(fd, queue int) error
	Drain(fd int) error
	Flow(fd, action int) error
	SendBreak(fd, duration int) error
}

// Termios is terminal attributes with the platform's bits.
type Termios struct {
	Iflag, Oflag, Cflag, Lflag uint64
	Ispeed, Ospeed             uint64
	Cc                         []byte
}

// Constant is a named number of the platform.
type Constant struct {
	Name  string
	Value int
}
