package host

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
)

func must[T any](v T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func wantErrno(t *testing.T, err error, num int) {
	t.Helper()
	if Errno(err) != num {
		t.Errorf("got error %v, want errno %d", err, num)
	}
}

// exerciseFiles is what every implementation of Files must do in an empty
// writable directory.
func exerciseFiles(t *testing.T, f Files, dir string) {
	fd := must(f.Open(AtCwd, dir+"/a", O_RDWR|O_CREAT|O_EXCL, 0o640))(t)
	if n := must(f.Write(fd, []byte("hello world")))(t); n != 11 {
		t.Errorf("wrote %d", n)
	}
	if off := must(f.Seek(fd, -5, SEEK_END))(t); off != 6 {
		t.Errorf("offset %d", off)
	}
	buf := make([]byte, 20)
	if n := must(f.Read(fd, buf))(t); string(buf[:n]) != "world" {
		t.Errorf("read %q", buf[:n])
	}
	if n := must(f.Read(fd, buf))(t); n != 0 {
		t.Errorf("read %d at the end", n)
	}
	if n := must(f.Pread(fd, buf[:4], 1))(t); string(buf[:n]) != "ello" {
		t.Errorf("pread %q", buf[:n])
	}
	must(f.Pwrite(fd, []byte("J"), 0))(t)
	st := must(f.Fstat(fd))(t)
	if st.Size != 11 || !st.IsRegular() || st.Mode&0o777 != 0o640 || st.Nlink != 1 {
		t.Errorf("fstat %+v", st)
	}
	if err := f.Ftruncate(fd, 15); err != nil {
		t.Error(err)
	}
	if n := must(f.Pread(fd, buf, 0))(t); string(buf[:n]) != "Jello world\x00\x00\x00\x00" {
		t.Errorf("after truncate %q", buf[:n])
	}
	fd2 := must(f.Dup(fd, false))(t)
	if ok := must(f.Inheritable(fd2))(t); ok {
		t.Error("dup is inheritable")
	}
	must(f.Seek(fd, 2, SEEK_SET))(t)
	if off := must(f.Seek(fd2, 0, SEEK_CUR))(t); off != 2 {
		t.Error("dup does not share the position")
	}
	for _, d := range []int{fd, fd2} {
		if err := f.Close(d); err != nil {
			t.Error(err)
		}
	}
	wantErrno(t, f.Close(fd), EBADF)
	_, err := f.Read(fd, buf)
	wantErrno(t, err, EBADF)
	_, err = f.Open(AtCwd, dir+"/a", O_WRONLY|O_CREAT|O_EXCL, 0o600)
	wantErrno(t, err, EEXIST)
	_, err = f.Open(AtCwd, dir+"/none", O_RDONLY, 0)
	wantErrno(t, err, ENOENT)
	if e := err.(*Error); e.Path != dir+"/none" || e.Msg != "No such file or directory" {
		t.Errorf("%+v", e)
	}
	_, err = f.Open(AtCwd, dir+"/a/b", O_RDONLY, 0)
	wantErrno(t, err, ENOTDIR)
	_, err = f.Open(AtCwd, dir, O_WRONLY, 0)
	wantErrno(t, err, EISDIR)

	ap := must(f.Open(AtCwd, dir+"/a", O_WRONLY|O_APPEND|O_TRUNC, 0))(t)
	must(f.Write(ap, []byte("12")))(t)
	must(f.Seek(ap, 0, SEEK_SET))(t)
	must(f.Write(ap, []byte("34")))(t)
	if st := must(f.Stat(AtCwd, dir+"/a", true))(t); st.Size != 4 {
		t.Errorf("size after append %d", st.Size)
	}
	_, err = f.Read(ap, buf)
	wantErrno(t, err, EBADF)
	if err := f.Close(ap); err != nil {
		t.Error(err)
	}

	if err := f.Mkdir(AtCwd, dir+"/d", 0o755); err != nil {
		t.Fatal(err)
	}
	wantErrno(t, f.Mkdir(AtCwd, dir+"/d", 0o755), EEXIST)
	if err := f.Symlink("../a", AtCwd, dir+"/d/link"); err != nil {
		t.Fatal(err)
	}
	if s := must(f.Readlink(AtCwd, dir+"/d/link"))(t); s != "../a" {
		t.Errorf("readlink %q", s)
	}
	_, err = f.Readlink(AtCwd, dir+"/a")
	wantErrno(t, err, EINVAL)
	if st := must(f.Stat(AtCwd, dir+"/d/link", true))(t); !st.IsRegular() || st.Size != 4 {
		t.Errorf("stat through link %+v", st)
	}
	if st := must(f.Stat(AtCwd, dir+"/d/link", false))(t); st.Mode&S_IFMT != S_IFLNK {
		t.Errorf("lstat %+v", st)
	}
	_, err = f.Open(AtCwd, dir+"/d/link", O_RDONLY|O_NOFOLLOW, 0)
	wantErrno(t, err, ELOOP)
	if err := f.Symlink("loop", AtCwd, dir+"/loop"); err != nil {
		t.Fatal(err)
	}
	_, err = f.Stat(AtCwd, dir+"/loop", true)
	wantErrno(t, err, ELOOP)
	if err := f.Unlink(AtCwd, dir+"/loop"); err != nil {
		t.Error(err)
	}
	dfd := must(f.Open(AtCwd, dir+"/d", O_RDONLY|O_DIRECTORY, 0))(t)
	in := must(f.Open(dfd, "inner", O_WRONLY|O_CREAT, 0o600))(t)
	if err := f.Close(in); err != nil {
		t.Error(err)
	}
	for _, list := range [][]DirEntry{must(f.ReadDir(dir + "/d"))(t), must(f.ReadDirFd(dfd))(t), must(f.ReadDirFd(dfd))(t)} {
		var names []string
		for _, e := range list {
			names = append(names, fmt.Sprint(e.Name, ":", e.Type))
		}
		slices.Sort(names)
		if got := strings.Join(names, " "); got != "inner:8 link:10" {
			t.Errorf("readdir %s", got)
		}
	}
	wantErrno(t, f.Rmdir(AtCwd, dir+"/d"), ENOTEMPTY)
	wantErrno(t, f.Rmdir(AtCwd, dir+"/a"), ENOTDIR)
	wantErrno(t, f.Unlink(AtCwd, dir+"/d"), EISDIR)
	if err := f.Link(AtCwd, dir+"/a", dfd, "hard", false); err != nil {
		t.Fatal(err)
	}
	if st := must(f.Stat(dfd, "hard", true))(t); st.Nlink != 2 {
		t.Errorf("nlink %d", st.Nlink)
	}
	if err := f.Rename(dfd, "hard", AtCwd, dir+"/moved"); err != nil {
		t.Error(err)
	}
	err = f.Rename(AtCwd, dir+"/nope", AtCwd, dir+"/moved")
	wantErrno(t, err, ENOENT)
	if e, ok := err.(*Error); !ok || e.Path != dir+"/nope" || e.Path2 != dir+"/moved" {
		t.Errorf("rename error %v", err)
	}
	wantErrno(t, f.Rename(AtCwd, dir+"/moved", AtCwd, dir+"/d"), EISDIR)
	if err := f.Chmod(AtCwd, dir+"/moved", 0o600, true); err != nil {
		t.Error(err)
	}
	times := [2]Time{{5_000_000_000, 123456789}, {-7, 5}}
	if err := f.Utime(AtCwd, dir+"/moved", &times, true); err != nil {
		t.Error(err)
	}
	if st := must(f.Stat(AtCwd, dir+"/a", true))(t); st.Mode&0o777 != 0o600 || st.Atime != times[0] || st.Mtime != times[1] {
		t.Errorf("after chmod and utime %+v", st)
	}
	wfd := must(f.Open(dfd, "inner", O_RDWR, 0))(t)
	times[0].Sec++
	if err := f.Futime(wfd, &times); err != nil {
		t.Error(err)
	}
	if st := must(f.Fstat(wfd))(t); st.Atime != times[0] {
		t.Errorf("after futime %+v", st)
	}
	if err := f.Truncate(dir+"/d/inner", 3); err != nil {
		t.Error(err)
	}
	if err := f.Unlink(dfd, "inner"); err != nil {
		t.Error(err)
	}
	if st := must(f.Fstat(wfd))(t); st.Nlink != 0 || st.Size != 3 {
		t.Errorf("unlinked but open %+v", st)
	}
	if err := f.Close(wfd); err != nil {
		t.Error(err)
	}
	wantErrno(t, f.Access(AtCwd, dir+"/inner", F_OK, false, true), ENOENT)
	if err := f.Access(dfd, "link", R_OK|W_OK, true, true); err != nil {
		t.Error(err)
	}

	old := must(f.Getcwd())(t)
	if err := f.Chdir(dir + "/d"); err != nil {
		t.Fatal(err)
	}
	if s := must(f.Getcwd())(t); s != dir+"/d" {
		t.Errorf("cwd %q", s)
	}
	if err := f.Unlink(AtCwd, "link"); err != nil {
		t.Error(err)
	}
	if st := must(f.Stat(AtCwd, "..", true))(t); !st.IsDir() {
		t.Error("..")
	}
	if err := f.Chdir(old); err != nil {
		t.Fatal(err)
	}
	if err := f.Fchdir(dfd); err != nil {
		t.Error(err)
	}
	if err := f.Chdir(old); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(dfd); err != nil {
		t.Error(err)
	}
	if err := f.Rmdir(AtCwd, dir+"/d"); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"/a", "/moved"} {
		if err := f.Unlink(AtCwd, dir+name); err != nil {
			t.Error(err)
		}
	}
	exercisePipes(t, f)
}

func exercisePipes(t *testing.T, f Files) {
	r, w, err := f.Pipe(O_CLOEXEC)
	if err != nil {
		t.Fatal(err)
	}
	buf := make([]byte, 10)
	fds := []PollFd{{Fd: r, Events: POLLIN}, {Fd: w, Events: POLLOUT}}
	if n := must(f.Poll(fds, -1, nil))(t); n != 1 || fds[0].Revents != 0 || fds[1].Revents != POLLOUT {
		t.Errorf("poll %d %+v", n, fds)
	}
	if n := must(f.Poll(fds[:1], time.Millisecond, nil))(t); n != 0 {
		t.Errorf("poll of an empty pipe: %d", n)
	}
	wk := must(f.NewWaker())(t)
	wk.Wake()
	_, err = f.Poll(fds[:1], -1, wk)
	wantErrno(t, err, EINTR)
	go wk.Wake()
	_, err = f.Poll(fds[:1], -1, wk)
	wantErrno(t, err, EINTR)
	if err := wk.Close(); err != nil {
		t.Error(err)
	}
	written := make(chan error)
	go func() {
		_, err := f.Write(w, []byte("ping"))
		written <- err
	}()
	if n := must(f.Read(r, buf))(t); string(buf[:n]) != "ping" {
		t.Errorf("read %q", buf[:n])
	}
	if err := <-written; err != nil {
		t.Error(err)
	}
	if err := f.SetBlocking(r, false); err != nil {
		t.Error(err)
	}
	if b := must(f.Blocking(r))(t); b {
		t.Error("still blocking")
	}
	_, err = f.Read(r, buf)
	wantErrno(t, err, EAGAIN)
	_, err = f.Seek(r, 0, SEEK_SET)
	wantErrno(t, err, ESPIPE)
	w2 := w + 20
	if err := f.Dup2(w, w2, true); err != nil {
		t.Error(err)
	}
	if ok := must(f.Inheritable(w2))(t); !ok {
		t.Error("dup2 is not inheritable")
	}
	if err := f.SetInheritable(w2, false); err != nil {
		t.Error(err)
	}
	for _, fd := range []int{w, w2} {
		if err := f.Close(fd); err != nil {
			t.Error(err)
		}
	}
	if n := must(f.Read(r, buf))(t); n != 0 {
		t.Error("no end of file after the writers closed")
	}
	if n := must(f.Poll([]PollFd{{Fd: r, Events: POLLIN}}, -1, nil))(t); n != 1 {
		t.Error("hang-up is not ready")
	}
	if err := f.Close(r); err != nil {
		t.Error(err)
	}
	r, w, err = f.Pipe(O_CLOEXEC)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(r); err != nil {
		t.Error(err)
	}
	_, err = f.Write(w, buf)
	wantErrno(t, err, EPIPE)
	if err := f.Close(w); err != nil {
		t.Error(err)
	}
}
