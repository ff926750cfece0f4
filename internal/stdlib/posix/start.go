package posix

import (
	"encoding/binary"
	"errors"
	"strconv"
	"strings"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
)

// argList converts a list or tuple of arguments of a program.
func argList(t *py.Thread, fn string, v py.Value) ([]string, *py.Exc) {
	_, isList := py.ToList(v)
	_, isTuple := py.ToTuple(v)
	if !isList && !isTuple {
		return nil, t.TypeErr("%s() arg 2 must be a tuple or list", fn)
	}
	items, err := t.Items(v)
	if err != nil {
		return nil, err
	}
	if len(items) == 0 {
		return nil, t.ValueErr("%s() arg 2 must not be empty", fn)
	}
	args := make([]string, len(items))
	for i, x := range items {
		if args[i], err = t.FSEncode(x); err != nil {
			return nil, err
		}
	}
	if args[0] == "" {
		return nil, t.ValueErr("%s() arg 2 first element cannot be empty", fn)
	}
	return args, nil
}

// envList converts a mapping to "name=value" texts.
func envList(t *py.Thread, fn string, v py.Value) ([]string, *py.Exc) {
	keysFn, err := t.GetAttrOpt(v, py.InternStr("keys"))
	if err != nil {
		return nil, err
	}
	if keysFn.IsNil() || v.Type().Slots().GetItem == nil {
		return nil, t.TypeErr("%s: environment must be a mapping object", fn)
	}
	keys, err := t.Call(keysFn)
	if err != nil {
		return nil, err
	}
	names, err := t.Items(keys)
	if err != nil {
		return nil, err
	}
	env := make([]string, 0, len(names))
	for _, k := range names {
		val, err := t.GetItem(v, k)
		if err != nil {
			return nil, err
		}
		name, err := t.FSEncode(k)
		if err != nil {
			return nil, err
		}
		text, err := t.FSEncode(val)
		if err != nil {
			return nil, err
		}
		if name == "" || strings.IndexByte(name[1:], '=') >= 0 || name[0] == '=' {
			return nil, t.ValueErr("illegal environment variable name")
		}
		env = append(env, name+"="+text)
	}
	return env, nil
}

// fdPath is a name for an open descriptor, for execve on a descriptor.
func fdPath(fd int) string { return "/proc/self/fd/" + itoa(fd) }

func posixExec(fn string) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: fn, allowFd: fn == "execve"})
		if err != nil {
			return py.Value{}, err
		}
		args, err := argList(t, fn, a[1])
		if err != nil {
			return py.Value{}, err
		}
		var env []string
		if fn == "execve" {
			if env, err = envList(t, fn, a[2]); err != nil {
				return py.Value{}, err
			}
		}
		name := p.text
		if p.isFd {
			name = fdPath(p.fd)
		}
		herr := t.Interp().Host().Process.Exec(name, args, env)
		if herr == nil {
			return py.None, nil
		}
		if fn == "execve" {
			return py.Value{}, p.fail(t, herr)
		}
		return py.Value{}, t.OSErrno(host.Errno(herr))
	}
}

// The kinds of file actions of posix_spawn().
const (
	spawnOpen = iota
	spawnClose
	spawnDup2
	spawnCloseFrom
)

// spawnFds works out which descriptors the child gets. opened are descriptors to
// close when the child has started.
func spawnFds(t *py.Thread, actions py.Value, s *host.StartSpec) (opened []int, err *py.Exc) {
	files := t.Interp().Host().Files
	std := [3]*int{&s.Stdin, &s.Stdout, &s.Stderr}
	s.Fds = map[int]int{}
	// at is what a descriptor of the child stands for so far, false for nothing.
	at := func(fd int) (int, bool) {
		from, set := s.Fds[fd]
		if fd >= 0 && fd < 3 && *std[fd] >= 0 {
			from, set = *std[fd], true
		}
		if !set {
			_, herr := files.Inheritable(fd)
			return fd, herr == nil
		}
		return from, from >= 0
	}
	set := func(fd, from int) {
		if fd < 3 && from >= 0 {
			*std[fd] = from
			delete(s.Fds, fd)
			return
		}
		if fd < 3 {
			*std[fd] = -1
		}
		s.Fds[fd] = from
	}
	bad := func() *py.Exc { return t.OSErrno(host.EBADF) }
	items, err := t.Items(actions)
	if err != nil {
		return nil, err
	}
	for _, x := range items {
		tp, ok := py.ToTuple(x)
		if !ok || len(tp.Items()) == 0 {
			return opened, t.TypeErr("Each file_actions element must be a non-empty tuple")
		}
		a := tp.Items()
		kind, err := t.CInt(a[0])
		if err != nil {
			return opened, err
		}
		var nums []int
		want := map[int]int{spawnOpen: 5, spawnClose: 2, spawnDup2: 3, spawnCloseFrom: 2}[kind]
		if want == 0 {
			return opened, t.TypeErr("Unknown file_actions identifier")
		}
		if len(a) != want {
			return opened, t.TypeErr("A file_actions tuple has %d elements instead of %d", len(a), want)
		}
		for i, v := range a[1:] {
			n := 0
			if kind != spawnOpen || i != 1 {
				if n, err = t.CInt(v); err != nil {
					return opened, err
				}
			}
			nums = append(nums, n)
		}
		switch kind {
		case spawnOpen:
			name, err := t.FSEncode(a[2])
			if err != nil {
				return opened, err
			}
			fd := -1
			if err := do(t, func(fs host.Files) (e error) {
				fd, e = fs.Open(host.AtCwd, name, nums[2]|host.O_CLOEXEC, nums[3])
				return e
			}, a[2]); err != nil {
				return opened, err
			}
			opened = append(opened, fd)
			if nums[0] < 0 {
				return opened, bad()
			}
			set(nums[0], fd)
		case spawnDup2:
			from, ok := at(nums[0])
			if !ok || nums[1] < 0 {
				return opened, bad()
			}
			set(nums[1], from)
		case spawnClose:
			if nums[0] < 0 {
				return opened, bad()
			}
			set(nums[0], -1)
		case spawnCloseFrom:
			from := max(nums[0], 0)
			for fd := range s.Fds {
				if fd >= from {
					s.Fds[fd] = -1
				}
			}
			for fd := from; fd < 3; fd++ {
				set(fd, -1)
			}
			if from <= 3 {
				s.CloseFds = true
				continue
			}
			for _, fd := range inheritable(files, from) {
				set(fd, -1)
			}
		}
	}
	return opened, nil
}

// inheritable lists the descriptors from a number on that children inherit.
func inheritable(files host.Files, from int) []int {
	entries, err := files.ReadDir("/dev/fd")
	if err != nil {
		return nil // a host that shows none of its own
	}
	var list []int
	for _, e := range entries {
		if fd, err := strconv.Atoi(e.Name); err == nil && fd >= from {
			if ok, err := files.Inheritable(fd); err == nil && ok {
				list = append(list, fd)
			}
		}
	}
	return list
}

func posixSpawn(fn string) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		p, err := toPath(t, a[0], pathKind{fn: fn})
		if err != nil {
			return py.Value{}, err
		}
		_, isList := py.ToList(a[1])
		_, isTuple := py.ToTuple(a[1])
		if !isList && !isTuple {
			return py.Value{}, t.TypeErr("%s: argv must be a tuple or list", fn)
		}
		if n, err := t.Len(a[1]); err != nil {
			return py.Value{}, err
		} else if n == 0 {
			return py.Value{}, t.ValueErr("%s: argv must not be empty", fn)
		}
		args, err := argList(t, fn, a[1])
		if err != nil {
			return py.Value{}, t.ValueErr("%s: argv first element cannot be empty", fn)
		}
		env := t.Interp().Host().Env.Environ()
		if !a[2].IsNone() {
			if env, err = envList(t, fn, a[2]); err != nil {
				return py.Value{}, err
			}
		}
		s := &host.StartSpec{Argv: args, Env: env, Stdin: -1, Stdout: -1, Stderr: -1, Umask: -1}
		s.SigMask = t.SignalMask()
		s.Paths = []string{p.text}
		if fn == "posix_spawnp" && strings.IndexByte(p.text, '/') < 0 {
			s.Paths = searchPath(t, p.text)
		}
		if !a[4].IsNil() {
			n, err := t.CInt(a[4])
			if err != nil {
				return py.Value{}, err
			}
			s.SetPgid, s.Pgid = true, n
		}
		if reset, err := truth(t, a[5], false); err != nil {
			return py.Value{}, err
		} else if reset {
			u, g := t.Interp().Host().Process.Ids()
			s.SetUid, s.Uid, s.SetGid, s.Gid = true, u[0], true, g[0]
		}
		if s.NewSession, err = truth(t, a[6], false); err != nil {
			return py.Value{}, err
		}
		for i := range 2 { // setsigmask and setsigdef
			if v := a[7+i]; !v.IsNil() {
				// Children begin with the default actions.
				if i == 0 {
					s.SigMask = 0
				}
				if err := t.Each(v, func(x py.Value) *py.Exc {
					n, err := t.CInt(x)
					if err == nil && (n < 1 || n > 64) {
						err = t.ValueErr("signal number %d out of range [1; 64]", n)
					}
					if err == nil && i == 0 {
						s.SigMask |= 1 << (n - 1)
					}
					return err
				}); err != nil {
					return py.Value{}, err
				}
			}
		}
		if !a[9].IsNil() && !a[9].IsNone() {
			return py.Value{}, t.Raise(py.NotImplementedError, "%s: scheduler is not supported", fn)
		}
		if v := a[3]; !v.IsNil() && !v.IsNone() {
			opened, err := spawnFds(t, v, s)
			defer func() {
				for _, fd := range opened {
					_ = t.Interp().Host().Files.Close(fd) // the child has its own
				}
			}()
			if err != nil {
				return py.Value{}, err
			}
		}
		pid := 0
		herr, exc := t.Retry(func() (e error) { pid, e = t.Interp().Host().Process.Start(s); return e })
		if exc != nil {
			return py.Value{}, exc
		}
		if herr != nil {
			return py.Value{}, p.fail(t, startErr(herr))
		}
		return py.IntOf(pid), nil
	}
}

func startErr(err error) error {
	var se *host.StartError
	if errors.As(err, &se) {
		return se.Err
	}
	return err
}

func searchPath(t *py.Thread, name string) []string {
	dirs, ok := t.Interp().Host().Env.Get("PATH")
	if !ok {
		dirs = "/bin:/usr/bin"
	}
	var paths []string
	for dir := range strings.SplitSeq(dirs, ":") {
		if dir == "" {
			dir = "."
		}
		paths = append(paths, dir+"/"+name)
	}
	return paths
}

func nativeUint64(b [8]byte) uint64 { return binary.NativeEndian.Uint64(b[:]) }

func nativeBytes(n uint64) (b [8]byte) {
	binary.NativeEndian.PutUint64(b[:], n)
	return b
}

const spawnSig = "path, argv, env, /, *, file_actions=(), setpgroup=<unrepresentable>, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=<unrepresentable>"

// The modes of the spawn functions.
const (
	spawnWait     = 0
	spawnNoWait   = 1
	spawnNoWaitOr = 1 // P_NOWAITO
)

// posixSpawnv is spawnv() and its kin, which os.py would make of fork() and
// exec(). It gives the process id or, having waited, the exit code.
func posixSpawnv(fn string, hasEnv, search bool) py.FnSig {
	return func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		mode, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		if mode != spawnWait && mode != spawnNoWait {
			return py.Value{}, t.OSErrno(host.EINVAL)
		}
		p, err := toPath(t, a[1], pathKind{fn: fn})
		if err != nil {
			return py.Value{}, err
		}
		_, isList := py.ToList(a[2])
		_, isTuple := py.ToTuple(a[2])
		if !isList && !isTuple {
			return py.Value{}, t.TypeErr("argv must be a tuple or a list")
		}
		if n, err := t.Len(a[2]); err != nil {
			return py.Value{}, err
		} else if n == 0 {
			return py.Value{}, t.ValueErr("argv must not be empty")
		}
		args, err := argList(t, fn, a[2])
		if err != nil {
			if err.Is(py.ValueError) {
				err = t.ValueErr("argv first element cannot be empty")
			}
			return py.Value{}, err
		}
		s := &host.StartSpec{Argv: args, Paths: []string{p.text}, Stdin: -1, Stdout: -1, Stderr: -1, Umask: -1}
		if search && strings.IndexByte(p.text, '/') < 0 {
			s.Paths = searchPath(t, p.text)
		}
		s.Env = t.Interp().Host().Env.Environ()
		if hasEnv {
			if s.Env, err = envList(t, fn, a[3]); err != nil {
				return py.Value{}, err
			}
		}
		pid := 0
		proc := t.Interp().Host().Process
		herr, exc := t.Retry(func() (e error) { pid, e = proc.Start(s); return e })
		if exc != nil {
			return py.Value{}, exc
		}
		if herr != nil {
			if mode == spawnWait {
				return py.IntOf(127), nil // what a child whose exec() fails exits with
			}
			return py.Value{}, p.fail(t, startErr(herr))
		}
		if mode == spawnNoWait {
			return py.IntOf(pid), nil
		}
		status := 0
		herr, exc = t.Retry(func() (e error) { _, status, _, e = proc.Wait4(pid, 0); return e })
		if exc != nil {
			return py.Value{}, exc
		}
		if herr != nil {
			return py.Value{}, t.OSErr(herr)
		}
		if sig := status & 0x7f; sig != 0 {
			return py.IntOf(-sig), nil
		}
		return py.IntOf(status >> 8 & 0xff), nil
	}
}

var startMethods = []py.MethodSpec{
	{Name: "spawnv", Sig: "mode, path, argv, /", Fn: posixSpawnv("spawnv", false, false), Doc: "Execute the program specified by path in a new process.\n\nWith P_WAIT the result is its exit code, with P_NOWAIT its id."},
	{Name: "spawnve", Sig: "mode, path, argv, env, /", Fn: posixSpawnv("spawnve", true, false), Doc: "Like spawnv, with an environment."},
	{Name: "spawnvp", Sig: "mode, file, argv, /", Fn: posixSpawnv("spawnvp", false, true), Doc: "Like spawnv, looking the program up in PATH."},
	{Name: "spawnvpe", Sig: "mode, file, argv, env, /", Fn: posixSpawnv("spawnvpe", true, true), Doc: "Like spawnve, looking the program up in PATH."},
	{Name: "execv", Sig: "path, argv, /", Fn: posixExec("execv"), Doc: "Execute an executable path with arguments, replacing current process."},
	{Name: "execve", Sig: "path, argv, env", Fn: posixExec("execve"), Doc: "Execute an executable path with arguments, replacing current process."},
	{Name: "posix_spawn", Sig: spawnSig, Fn: posixSpawn("posix_spawn"), Doc: "Start a program in a new process and return its id.\n\nfile_actions, setpgroup, resetids and setsid say how the child is set up."},
	{Name: "posix_spawnp", Sig: spawnSig, Fn: posixSpawn("posix_spawnp"), Doc: "Like posix_spawn, looking the program up in PATH."},
}
