package host

import "time"

// The no types answer ENOSYS (or the emptiest thing that is true) everywhere.
// Implementations embed them and override what they have.

type noFiles struct{}

func (noFiles) Open(dirfd int, path string, flags, mode int) (int, error) { return 0, noSys() }
func (noFiles) Read(fd int, p []byte) (int, error)                        { return 0, noSys() }
func (noFiles) Write(fd int, p []byte) (int, error)                       { return 0, noSys() }
func (noFiles) Pread(fd int, p []byte, off int64) (int, error)            { return 0, noSys() }
func (noFiles) Pwrite(fd int, p []byte, off int64) (int, error)           { return 0, noSys() }
func (noFiles) Seek(fd int, off int64, whence int) (int64, error)         { return 0, noSys() }
func (noFiles) Close(fd int) error                                        { return noSys() }
func (noFiles) Dup(fd int, inheritable bool) (int, error)                 { return 0, noSys() }
func (noFiles) Dup2(fd, fd2 int, inheritable bool) error                  { return noSys() }
func (noFiles) Fstat(fd int) (Stat, error)                                { return Stat{}, noSys() }
func (noFiles) Ftruncate(fd int, size int64) error                        { return noSys() }
func (noFiles) Fsync(fd int) error                                        { return noSys() }
func (noFiles) Fdatasync(fd int) error                                    { return noSys() }
func (noFiles) Sync() error                                               { return noSys() }
func (noFiles) IsTerminal(fd int) bool                                    { return false }
func (noFiles) Pipe(flags int) (int, int, error)                          { return 0, 0, noSys() }
func (noFiles) Inheritable(fd int) (bool, error)                          { return false, noSys() }
func (noFiles) SetInheritable(fd int, inheritable bool) error             { return noSys() }
func (noFiles) Blocking(fd int) (bool, error)                             { return false, noSys() }
func (noFiles) SetBlocking(fd int, blocking bool) error                   { return noSys() }
func (noFiles) Fcntl(fd, cmd, arg int) (int, error)                       { return 0, noSys() }
func (noFiles) FcntlLock(fd, cmd int, lk *Lock) error                     { return noSys() }
func (noFiles) Flock(fd, how int) error                                   { return noSys() }
func (noFiles) Ioctl(fd int, req uint, arg int, buf []byte) (int, error)  { return 0, noSys() }
func (noFiles) Fallocate(fd int, off, size int64) error                   { return noSys() }
func (noFiles) Fadvise(fd int, off, size int64, advice int) error         { return noSys() }
func (noFiles) Sendfile(out, in int, off *int64, count int) (int, error)  { return 0, noSys() }
func (noFiles) CopyRange(in int, inOff *int64, out int, outOff *int64, count int) (int, error) {
	return 0, noSys()
}
func (noFiles) Splice(in int, inOff *int64, out int, outOff *int64, count, flags int) (int, error) {
	return 0, noSys()
}
func (noFiles) MemFile(name string, flags int) (int, error)                          { return 0, noSys() }
func (noFiles) Eventfd(value uint, flags int) (int, error)                           { return 0, noSys() }
func (noFiles) EpollCreate(flags int) (int, error)                                   { return 0, noSys() }
func (noFiles) EpollCtl(epfd, op, fd int, events uint32) error                       { return noSys() }
func (noFiles) EpollWait(epfd int, events []EpollEvent) (int, error)                 { return 0, noSys() }
func (noFiles) Stat(dirfd int, path string, follow bool) (Stat, error)               { return Stat{}, noSys() }
func (noFiles) Statvfs(path string) (Statvfs, error)                                 { return Statvfs{}, noSys() }
func (noFiles) Fstatvfs(fd int) (Statvfs, error)                                     { return Statvfs{}, noSys() }
func (noFiles) ReadDir(path string) ([]DirEntry, error)                              { return nil, noSys() }
func (noFiles) ReadDirFd(fd int) ([]DirEntry, error)                                 { return nil, noSys() }
func (noFiles) Mkdir(dirfd int, path string, mode int) error                         { return noSys() }
func (noFiles) Rmdir(dirfd int, path string) error                                   { return noSys() }
func (noFiles) Unlink(dirfd int, path string) error                                  { return noSys() }
func (noFiles) Rename(dirfd int, oldPath string, newDirfd int, newPath string) error { return noSys() }
func (noFiles) Link(dirfd int, oldPath string, newDirfd int, newPath string, follow bool) error {
	return noSys()
}
func (noFiles) Symlink(target string, dirfd int, path string) error                   { return noSys() }
func (noFiles) Readlink(dirfd int, path string) (string, error)                       { return "", noSys() }
func (noFiles) Chmod(dirfd int, path string, mode int, follow bool) error             { return noSys() }
func (noFiles) Fchmod(fd, mode int) error                                             { return noSys() }
func (noFiles) Chown(dirfd int, path string, uid, gid int, follow bool) error         { return noSys() }
func (noFiles) Fchown(fd, uid, gid int) error                                         { return noSys() }
func (noFiles) Utime(dirfd int, path string, times *[2]Time, follow bool) error       { return noSys() }
func (noFiles) Futime(fd int, times *[2]Time) error                                   { return noSys() }
func (noFiles) Truncate(path string, size int64) error                                { return noSys() }
func (noFiles) Access(dirfd int, path string, mode int, effective, follow bool) error { return noSys() }
func (noFiles) Mkfifo(dirfd int, path string, mode int) error                         { return noSys() }
func (noFiles) Mknod(dirfd int, path string, mode int, dev uint64) error              { return noSys() }
func (noFiles) Getcwd() (string, error)                                               { return "", noSys() }
func (noFiles) Chdir(path string) error                                               { return noSys() }
func (noFiles) Fchdir(fd int) error                                                   { return noSys() }
func (noFiles) Chroot(path string) error                                              { return noSys() }
func (noFiles) Getxattr(path, name string, follow bool) ([]byte, error)               { return nil, noSys() }
func (noFiles) Setxattr(path, name string, value []byte, flags int, follow bool) error {
	return noSys()
}
func (noFiles) Listxattr(path string, follow bool) ([]string, error)           { return nil, noSys() }
func (noFiles) Removexattr(path, name string, follow bool) error               { return noSys() }
func (noFiles) Poll(fds []PollFd, timeout time.Duration, w Waker) (int, error) { return 0, noSys() }
func (noFiles) NewWaker() (Waker, error)                                       { return nil, noSys() }

type noMem struct{}

func (noMem) Map(fd int, off int64, length, prot, flags int) ([]byte, error) { return nil, noSys() }
func (noMem) Unmap(m []byte) error                                           { return noSys() }
func (noMem) Flush(m []byte, flags int) error                                { return noSys() }
func (noMem) Advise(m []byte, advice int) error                              { return noSys() }
func (noMem) Remap(m []byte, length int) ([]byte, error)                     { return nil, noSys() }
func (noMem) PageSize() int                                                  { return 4096 }

type noProcess struct{}

func (noProcess) Args() []string                                   { return nil }
func (noProcess) Executable() (string, error)                      { return "", noSys() }
func (noProcess) Pid() int                                         { return 1 }
func (noProcess) Ppid() int                                        { return 0 }
func (noProcess) ThreadID() int                                    { return 0 }
func (noProcess) Exit(code int)                                    {}
func (noProcess) Ids() ([3]int, [3]int)                            { return [3]int{}, [3]int{} }
func (noProcess) SetUids(real, effective, saved int) error         { return noSys() }
func (noProcess) SetGids(real, effective, saved int) error         { return noSys() }
func (noProcess) Groups() ([]int, error)                           { return nil, noSys() }
func (noProcess) SetGroups(gids []int) error                       { return noSys() }
func (noProcess) Pgid(pid int) (int, error)                        { return 0, noSys() }
func (noProcess) SetPgid(pid, pgid int) error                      { return noSys() }
func (noProcess) Sid(pid int) (int, error)                         { return 0, noSys() }
func (noProcess) SetSid() (int, error)                             { return 0, noSys() }
func (noProcess) Umask(mask int) (int, error)                      { return 0, noSys() }
func (noProcess) Priority(which, who int) (int, error)             { return 0, noSys() }
func (noProcess) SetPriority(which, who, prio int) error           { return noSys() }
func (noProcess) Rlimit(resource int) (uint64, uint64, error)      { return 0, 0, noSys() }
func (noProcess) SetRlimit(resource int, soft, hard uint64) error  { return noSys() }
func (noProcess) Times() (Times, error)                            { return Times{}, noSys() }
func (noProcess) Rusage(who int) (Rusage, error)                   { return Rusage{}, noSys() }
func (noProcess) Uname() (Uname, error)                            { return Uname{}, noSys() }
func (noProcess) Loadavg() ([3]float64, error)                     { return [3]float64{}, noSys() }
func (noProcess) CPUCount() int                                    { return 1 }
func (noProcess) Affinity(pid int) ([]int, error)                  { return nil, noSys() }
func (noProcess) SetAffinity(pid int, cpus []int) error            { return noSys() }
func (noProcess) Yield()                                           {}
func (noProcess) Start(s *StartSpec) (int, error)                  { return 0, noSys() }
func (noProcess) Exec(path string, argv, env []string) error       { return noSys() }
func (noProcess) Kill(pid, sig int) error                          { return noSys() }
func (noProcess) Killpg(pgid, sig int) error                       { return noSys() }
func (noProcess) Wait4(pid, options int) (int, int, Rusage, error) { return 0, 0, Rusage{}, noSys() }
func (noProcess) Waitid(kind, id, options int) (WaitInfo, error)   { return WaitInfo{}, noSys() }
func (noProcess) PidfdOpen(pid, flags int) (int, error)            { return 0, noSys() }
func (noProcess) AwaitChild(pid int) error                         { return noSys() }
func (noProcess) PidfdSend(fd, sig, flags int) error               { return noSys() }

type noSignals struct{}

func (noSignals) Set(sig int, d Disposition, deliver func(sig int)) error { return noSys() }
func (noSignals) Inherited() uint64                                       { return 0 }
func (noSignals) Ignored(sig int) bool                                    { return false }
func (noSignals) SetTimer(which int, value, interval time.Duration) (time.Duration, time.Duration, error) {
	return 0, 0, noSys()
}
func (noSignals) Timer(which int) (time.Duration, time.Duration, error) { return 0, 0, noSys() }

type noTerminal struct{}

func (noTerminal) Size(fd int) (int, int, error)         { return 0, 0, noSys() }
func (noTerminal) Attr(fd int) (Termios, error)          { return Termios{}, noSys() }
func (noTerminal) SetAttr(fd, when int, t Termios) error { return noSys() }
func (noTerminal) MakeRaw(fd int) (func() error, error)  { return nil, noSys() }
func (noTerminal) Name(fd int) (string, error)           { return "", noSys() }
func (noTerminal) Openpty() (int, int, error)            { return 0, 0, noSys() }
func (noTerminal) Pgrp(fd int) (int, error)              { return 0, noSys() }
func (noTerminal) SetPgrp(fd, pgrp int) error            { return noSys() }
func (noTerminal) Flush(fd, queue int) error             { return noSys() }
func (noTerminal) Drain(fd int) error                    { return noSys() }
func (noTerminal) Flow(fd, action int) error             { return noSys() }
func (noTerminal) SendBreak(fd, duration int) error      { return noSys() }
