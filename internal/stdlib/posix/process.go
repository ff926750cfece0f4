package posix

import (
	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/faulthandler"
	"github.com/coachwhip/coachwhip/internal/stdlib/resource"
	"github.com/coachwhip/coachwhip/internal/stdlib/signal"
)

var unameResult = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "posix.uname_result", Doc: "uname_result: Result from os.uname().",
	Fields: []py.StructSeqField{
		field("sysname", "operating system name"), field("nodename", "name of machine on network (implementation-defined)"), field("release", "operating system release"),
		field("version", "operating system version"), field("machine", "hardware identifier"),
	},
})

var timesResult = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "posix.times_result", Doc: "times_result: Result from os.times().",
	Fields: []py.StructSeqField{
		field("user", "user time"), field("system", "system time"), field("children_user", "user time of children"),
		field("children_system", "system time of children"), field("elapsed", "elapsed time since an arbitrary point in the past"),
	},
})

var waitidResult = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "posix.waitid_result", Doc: "waitid_result: Result from waitid.",
	Fields: []py.StructSeqField{field("si_pid", ""), field("si_uid", ""), field("si_signo", ""), field("si_status", ""), field("si_code", "")},
})

var terminalSize = py.RegisterStructSeq(py.StructSeqSpec{
	Name: "os.terminal_size", Doc: "A tuple of (columns, lines) for holding terminal window size",
	Fields: []py.StructSeqField{field("columns", "width of the terminal window in characters"), field("lines", "height of the terminal window in characters")},
})

// proc runs a call of the process interface that can fail.
func proc(t *py.Thread, f func(p host.Process) error, names ...py.Value) *py.Exc {
	p := t.Interp().Host().Process
	err, exc := t.Retry(func() error { return f(p) })
	if exc != nil {
		return exc
	}
	if err != nil {
		return t.OSErrno(host.Errno(err), names...)
	}
	return nil
}

func procNone(t *py.Thread, f func(p host.Process) error) (py.Value, *py.Exc) {
	if err := proc(t, f); err != nil {
		return py.Value{}, err
	}
	return py.None, nil
}

// getInt is a function without arguments that gives a number.
func getInt(name, doc string, f func(p host.Process) int) py.MethodSpec {
	return py.MethodSpec{Name: name, Doc: doc, Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		return py.IntOf(f(t.Interp().Host().Process)), nil
	})}
}

// withInts is a function of n ints that returns None.
func withInts(name, sig, doc string, n int, f func(p host.Process, a []int) error) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: sig, Doc: doc, Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		nums := make([]int, n)
		for i := range nums {
			x, err := t.CInt(a[i])
			if err != nil {
				return py.Value{}, err
			}
			nums[i] = x
		}
		return procNone(t, func(p host.Process) error { return f(p, nums) })
	})}
}

// withIDs is a function of user or group ids that returns None.
func withIDs(name, sig, doc, what string, n int, f func(p host.Process, a []int) error) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: sig, Doc: doc, Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		nums := make([]int, n)
		for i := range nums {
			x, err := id(t, what, a[i])
			if err != nil {
				return py.Value{}, err
			}
			nums[i] = x
		}
		return procNone(t, func(p host.Process) error { return f(p, nums) })
	})}
}

func waitResult(pid, status int) py.Value {
	return py.NewTuple(py.IntOf(pid), py.IntOf(status)).Value()
}

func doWait(t *py.Thread, pid, options int) (int, int, host.Rusage, *py.Exc) {
	var wpid, status int
	var ru host.Rusage
	if options == 0 {
		if err := awaitChild(t, pid); err != nil {
			return 0, 0, ru, err
		}
	}
	err := proc(t, func(p host.Process) (e error) { wpid, status, ru, e = p.Wait4(pid, options); return e })
	return wpid, status, ru, err
}

// awaitChild waits until there is a child to wait for, so that signal handlers
// run meanwhile. A host that cannot tell makes it return at once, as does an
// error, which the wait itself then meets.
func awaitChild(t *py.Thread, pid int) *py.Exc {
	p := t.Interp().Host().Process
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := p.AwaitChild(pid); err != nil {
			return // see above
		}
	}()
	for {
		over := false
		t.BlockingFor(py.WaitProcess, nil, func() {
			select {
			case <-done:
				over = true
			case <-t.Wakeup():
			}
		})
		if err := t.Poll(); err != nil || over {
			return err
		}
	}
}

// The parts of a wait status.
func exited(s int) bool   { return s&0x7f == 0 }
func stopped(s int) bool  { return s&0xff == 0x7f }
func signaled(s int) bool { return !exited(s) && !stopped(s) && s&0x7f != 0x7f }

func statusFn(name, doc string, f func(s int) py.Value) py.MethodSpec {
	return py.MethodSpec{Name: name, Sig: "status", Doc: doc, Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		s, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		return f(s), nil
	})}
}

func posixWaitid(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	var kind, who, options int
	if err := ints(t, []*int{&kind, &who, &options}, a[0], a[1], a[2]); err != nil {
		return py.Value{}, err
	}
	var w host.WaitInfo
	if err := proc(t, func(p host.Process) (e error) { w, e = p.Waitid(kind, who, options); return e }); err != nil {
		return py.Value{}, err
	}
	if w.Pid == 0 {
		return py.None, nil
	}
	return waitidResult.New(py.IntOf(w.Pid), py.IntOf(w.Uid), py.IntOf(w.Signo), py.IntOf(w.Status), py.IntOf(w.Code)), nil
}

func posixTimes(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	var tm host.Times
	if err := proc(t, func(p host.Process) (e error) { tm, e = p.Times(); return e }); err != nil {
		return py.Value{}, err
	}
	return timesResult.New(py.Float64(tm.User.Seconds()), py.Float64(tm.System.Seconds()), py.Float64(tm.ChildUser.Seconds()),
		py.Float64(tm.ChildSystem.Seconds()), py.Float64(tm.Elapsed.Seconds())), nil
}

func posixUname(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
	var u host.Uname
	if err := proc(t, func(p host.Process) (e error) { u, e = p.Uname(); return e }); err != nil {
		return py.Value{}, err
	}
	s := func(x string) py.Value { return py.FSDecode(x).Value() }
	return unameResult.New(s(u.Sysname), s(u.Nodename), s(u.Release), s(u.Version), s(u.Machine)), nil
}

func idTuple(a [3]int) py.Value {
	return py.NewTuple(py.IntOf(a[0]), py.IntOf(a[1]), py.IntOf(a[2])).Value()
}

func posixSetgroups(t *py.Thread, _, arg py.Value) (py.Value, *py.Exc) {
	if arg.Type().Slots().GetItem == nil {
		return py.Value{}, t.TypeErr("setgroups argument must be a sequence")
	}
	items, err := t.Items(arg)
	if err != nil {
		return py.Value{}, err
	}
	if len(items) > 65536 {
		return py.Value{}, t.ValueErr("too many groups")
	}
	gids := make([]int, len(items))
	for i, x := range items {
		if !py.IsInt(x) {
			return py.Value{}, t.TypeErr("groups must be integers")
		}
		if gids[i], err = id(t, "gid", x); err != nil {
			return py.Value{}, err
		}
	}
	return procNone(t, func(p host.Process) error { return p.SetGroups(gids) })
}

func posixSystem(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	cmd, err := t.FSEncode(a[0])
	if err != nil {
		return py.Value{}, err
	}
	pid := 0
	err = proc(t, func(p host.Process) (e error) {
		pid, e = p.Start(&host.StartSpec{Paths: []string{"/bin/sh"}, Argv: []string{"sh", "-c", cmd}, Stdin: -1, Stdout: -1, Stderr: -1, Umask: -1})
		return e
	})
	if err != nil {
		return py.Value{}, err
	}
	_, status, _, err := doWait(t, pid, 0)
	if err != nil {
		return py.Value{}, err
	}
	return py.IntOf(status), nil
}

var processMethods = []py.MethodSpec{
	getInt("getpid", "Return the current process id.", func(p host.Process) int { return p.Pid() }),
	getInt("getppid", "Return the parent's process id.\n\nIf the parent process has already exited, the id of the process that took over\nis returned.", func(p host.Process) int { return p.Ppid() }),
	getInt("getuid", "Return the current process's user id.", func(p host.Process) int { u, _ := p.Ids(); return u[0] }),
	getInt("geteuid", "Return the current process's effective user id.", func(p host.Process) int { u, _ := p.Ids(); return u[1] }),
	getInt("getgid", "Return the current process's group id.", func(p host.Process) int { _, g := p.Ids(); return g[0] }),
	getInt("getegid", "Return the current process's effective group id.", func(p host.Process) int { _, g := p.Ids(); return g[1] }),
	{Name: "cpu_count", Doc: "Return the number of logical CPUs in the system.\n\nReturn None if indeterminable.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		if n := t.Interp().Options().CPUCount; n > 0 {
			return py.IntOf(n), nil
		}
		if n := t.Interp().Host().Process.CPUCount(); n > 0 {
			return py.IntOf(n), nil
		}
		return py.None, nil
	})},
	{Name: "getresuid", Doc: "Return a tuple of the current process's real, effective, and saved user ids.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		u, _ := t.Interp().Host().Process.Ids()
		return idTuple(u), nil
	})},
	{Name: "getresgid", Doc: "Return a tuple of the current process's real, effective, and saved group ids.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		_, g := t.Interp().Host().Process.Ids()
		return idTuple(g), nil
	})},
	withIDs("setuid", "uid, /", "Set the current process's user id.", "uid", 1, func(p host.Process, a []int) error {
		u, _ := p.Ids()
		if u[1] == 0 {
			return p.SetUids(a[0], a[0], a[0])
		}
		return p.SetUids(-1, a[0], -1)
	}),
	withIDs("seteuid", "euid, /", "Set the current process's effective user id.", "uid", 1, func(p host.Process, a []int) error { return p.SetUids(-1, a[0], -1) }),
	withIDs("setreuid", "ruid, euid, /", "Set the current process's real and effective user ids.", "uid", 2, func(p host.Process, a []int) error {
		return p.SetUids(a[0], a[1], -1)
	}),
	withIDs("setresuid", "ruid, euid, suid, /", "Set the current process's real, effective, and saved user ids.", "uid", 3, func(p host.Process, a []int) error {
		return p.SetUids(a[0], a[1], a[2])
	}),
	withIDs("setgid", "gid, /", "Set the current process's group id.", "gid", 1, func(p host.Process, a []int) error {
		if u, _ := p.Ids(); u[1] == 0 {
			return p.SetGids(a[0], a[0], a[0])
		}
		return p.SetGids(-1, a[0], -1)
	}),
	withIDs("setegid", "egid, /", "Set the current process's effective group id.", "gid", 1, func(p host.Process, a []int) error { return p.SetGids(-1, a[0], -1) }),
	withIDs("setregid", "rgid, egid, /", "Set the current process's real and effective group ids.", "gid", 2, func(p host.Process, a []int) error {
		return p.SetGids(a[0], a[1], -1)
	}),
	withIDs("setresgid", "rgid, egid, sgid, /", "Set the current process's real, effective, and saved group ids.", "gid", 3, func(p host.Process, a []int) error {
		return p.SetGids(a[0], a[1], a[2])
	}),
	{Name: "getgroups", Doc: "Return list of supplemental group IDs for the process.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		var g []int
		if err := proc(t, func(p host.Process) (e error) { g, e = p.Groups(); return e }); err != nil {
			return py.Value{}, err
		}
		return intList(g), nil
	})},
	{Name: "setgroups", Sig: "groups, /", Fn: py.Fn1(posixSetgroups), Doc: "Set the groups of the current process to list."},
	{Name: "getpgid", Sig: "pid", Doc: "Call the system call getpgid(), and return the result.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		pid, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		n := 0
		err = proc(t, func(p host.Process) (e error) { n, e = p.Pgid(pid); return e })
		return py.IntOf(n), err
	})},
	{Name: "getpgrp", Doc: "Return the current process group id.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		n := 0
		err := proc(t, func(p host.Process) (e error) { n, e = p.Pgid(0); return e })
		return py.IntOf(n), err
	})},
	withInts("setpgid", "pid, pgrp, /", "Call the system call setpgid(pid, pgrp).", 2, func(p host.Process, a []int) error { return p.SetPgid(a[0], a[1]) }),
	{Name: "setpgrp", Doc: "Make the current process the leader of its process group.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		return procNone(t, func(p host.Process) error { return p.SetPgid(0, 0) })
	})},
	{Name: "getsid", Sig: "pid, /", Doc: "Call the system call getsid(pid) and return the result.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		pid, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		n := 0
		err = proc(t, func(p host.Process) (e error) { n, e = p.Sid(pid); return e })
		return py.IntOf(n), err
	})},
	{Name: "setsid", Doc: "Call the system call setsid().", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		return procNone(t, func(p host.Process) error { _, e := p.SetSid(); return e })
	})},
	{Name: "umask", Sig: "mask, /", Doc: "Set the current numeric umask and return the previous umask.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		mask, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		old := 0
		err = proc(t, func(p host.Process) (e error) { old, e = p.Umask(mask); return e })
		return py.IntOf(old), err
	})},
	{Name: "getpriority", Sig: "which, who", Doc: "Return program scheduling priority.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var which, who, n int
		if err := ints(t, []*int{&which, &who}, a[0], a[1]); err != nil {
			return py.Value{}, err
		}
		err := proc(t, func(p host.Process) (e error) { n, e = p.Priority(which, who); return e })
		return py.IntOf(n), err
	})},
	withInts("setpriority", "which, who, priority", "Set program scheduling priority.", 3, func(p host.Process, a []int) error { return p.SetPriority(a[0], a[1], a[2]) }),
	{Name: "nice", Sig: "increment, /", Doc: "Add increment to the priority of process and return the new priority.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		inc, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		n := 0
		err = proc(t, func(p host.Process) (e error) {
			if n, e = p.Priority(0, 0); e == nil && inc != 0 {
				if e = p.SetPriority(0, 0, min(max(n+inc, -20), 19)); e == nil {
					n, e = p.Priority(0, 0)
				}
			}
			return e
		})
		return py.IntOf(n), err
	})},
	{Name: "kill", Sig: "pid, signal, /", Fn: py.FnSig(posixKill), Doc: "Kill a process with a signal."},
	withInts("killpg", "pgid, signal, /", "Kill a process group with a signal.", 2, func(p host.Process, a []int) error { return p.Killpg(a[0], a[1]) }),
	{Name: "wait", Doc: "Wait for completion of a child process.\n\nReturns a tuple of information about the child process:\n    (pid, status)", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		pid, st, _, err := doWait(t, -1, 0)
		return waitResult(pid, st), err
	})},
	{Name: "waitpid", Sig: "pid, options, /", Doc: "Wait for completion of a given child process.\n\nReturns a tuple of information regarding the child process:\n    (pid, status)", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var pid, options int
		if err := ints(t, []*int{&pid, &options}, a[0], a[1]); err != nil {
			return py.Value{}, err
		}
		pid, st, _, err := doWait(t, pid, options)
		return waitResult(pid, st), err
	})},
	{Name: "wait3", Sig: "options", Doc: "Wait for completion of a child process: (pid, status, rusage).", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		options, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		pid, st, ru, err := doWait(t, -1, options)
		return py.NewTuple(py.IntOf(pid), py.IntOf(st), resource.RusageValue(&ru)).Value(), err
	})},
	{Name: "wait4", Sig: "pid, options", Doc: "Wait for completion of a specific child process: (pid, status, rusage).", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		var pid, options int
		if err := ints(t, []*int{&pid, &options}, a[0], a[1]); err != nil {
			return py.Value{}, err
		}
		pid, st, ru, err := doWait(t, pid, options)
		return py.NewTuple(py.IntOf(pid), py.IntOf(st), resource.RusageValue(&ru)).Value(), err
	})},
	{Name: "waitid", Sig: "idtype, id, options, /", Fn: py.FnSig(posixWaitid), Doc: "Wait for a child by kind of id (P_PID, P_PGID, P_ALL, P_PIDFD); None if none is\nready."},
	{Name: "pidfd_open", Sig: "pid, flags=0", Doc: "Return a file descriptor referring to the process *pid*.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		pid, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		flags, err := cInt(t, a[1], 0)
		if err != nil {
			return py.Value{}, err
		}
		fd := -1
		err = proc(t, func(p host.Process) (e error) { fd, e = p.PidfdOpen(pid, flags); return e })
		return py.IntOf(fd), err
	})},
	statusFn("WIFEXITED", "Return True if the process returning status exited via the exit() system call.", func(s int) py.Value { return py.Bool(exited(s)) }),
	statusFn("WEXITSTATUS", "Return the process return code from status.", func(s int) py.Value { return py.IntOf(s >> 8 & 0xff) }),
	statusFn("WIFSIGNALED", "Return True if the process returning status was terminated by a signal.", func(s int) py.Value { return py.Bool(signaled(s)) }),
	statusFn("WTERMSIG", "Return the signal that terminated the process that provided the status value.", func(s int) py.Value { return py.IntOf(s & 0x7f) }),
	statusFn("WIFSTOPPED", "Return True if the process returning status was stopped.", func(s int) py.Value { return py.Bool(stopped(s)) }),
	statusFn("WSTOPSIG", "Return the signal that stopped the process that provided the status value.", func(s int) py.Value { return py.IntOf(s >> 8 & 0xff) }),
	statusFn("WIFCONTINUED", "Return True if a particular process was continued from a job control stop.", func(s int) py.Value { return py.Bool(s == 0xffff) }),
	statusFn("WCOREDUMP", "Return True if the process returning status was dumped to a core file.", func(s int) py.Value { return py.Bool(s&0x80 != 0) }),
	{Name: "waitstatus_to_exitcode", Sig: "status", Doc: "Convert a wait status to an exit code: the code of a process that exited, minus\nthe signal of one that was terminated.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		s, err := t.CInt(a[0])
		switch {
		case err != nil:
			return py.Value{}, err
		case exited(s):
			return py.IntOf(s >> 8 & 0xff), nil
		case signaled(s):
			return py.IntOf(-(s & 0x7f)), nil
		case stopped(s):
			return py.Value{}, t.ValueErr("process stopped by delivery of signal %d", s>>8&0xff)
		}
		return py.Value{}, t.ValueErr("invalid wait status: %d", s)
	})},
	{Name: "times", Fn: py.Fn0(posixTimes), Doc: "Return processor and elapsed time, all in seconds."},
	{Name: "uname", Fn: py.Fn0(posixUname), Doc: "Return an object identifying the current operating system."},
	{Name: "getloadavg", Doc: "Return average recent system load information: a tuple of floats over the last\n1, 5 and 15 minutes.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		l, err := t.Interp().Host().Process.Loadavg()
		if err != nil {
			return py.Value{}, t.Raise(py.OSError, "Load averages are unobtainable")
		}
		return py.NewTuple(py.Float64(l[0]), py.Float64(l[1]), py.Float64(l[2])).Value(), nil
	})},
	{Name: "_exit", Sig: "status", Doc: "Exit to the system with specified status, without normal exit processing.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		n, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		t.Interp().Host().Process.Exit(n & 0xff)
		return py.None, nil
	})},
	{Name: "abort", Doc: "Abort the interpreter immediately, as SIGABRT does.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		const sigabrt = 6
		faulthandler.Crash(t, sigabrt)
		return py.None, nil
	})},
	{Name: "system", Sig: "command", Fn: py.FnSig(posixSystem), Doc: "Execute the command in a subshell."},
	{Name: "sched_yield", Doc: "Voluntarily relinquish the CPU.", Fn: py.Fn0(func(t *py.Thread, _ py.Value) (py.Value, *py.Exc) {
		t.Blocking(t.Interp().Host().Process.Yield)
		return py.None, nil
	})},
	{Name: "sched_getaffinity", Sig: "pid, /", Doc: "Return the set of CPUs that a process (0: this one) may run on.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		pid, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		var cpus []int
		if err := proc(t, func(p host.Process) (e error) { cpus, e = p.Affinity(pid); return e }); err != nil {
			return py.Value{}, err
		}
		return t.Call(py.SetType.Value(), intList(cpus))
	})},
	{Name: "sched_setaffinity", Sig: "pid, mask, /", Doc: "Set the CPUs that a process (0: this one) may run on.", Fn: py.FnSig(func(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
		pid, err := t.CInt(a[0])
		if err != nil {
			return py.Value{}, err
		}
		var cpus []int
		err = t.Each(a[1], func(x py.Value) *py.Exc {
			n, err := t.AsInt(x)
			if err == nil && n < 0 {
				err = t.ValueErr("negative CPU number")
			}
			cpus = append(cpus, n)
			return err
		})
		if err != nil {
			return py.Value{}, err
		}
		return procNone(t, func(p host.Process) error { return p.SetAffinity(pid, cpus) })
	})},
}

func intList(nums []int) py.Value {
	vals := make([]py.Value, len(nums))
	for i, n := range nums {
		vals[i] = py.IntOf(n)
	}
	return py.NewList(vals).Value()
}

// posixKill is os.kill. What a program sends itself is handled before the call
// returns, if Python handles it.
func posixKill(t *py.Thread, _ py.Value, a []py.Value) (py.Value, *py.Exc) {
	pid, err := t.CInt(a[0])
	if err != nil {
		return py.Value{}, err
	}
	sig, err := t.CInt(a[1])
	if err != nil {
		return py.Value{}, err
	}
	if pid == t.Interp().Host().Process.Pid() && signal.Valid(sig) {
		return signal.Send(t, sig)
	}
	return py.None, proc(t, func(p host.Process) error { return p.Kill(pid, sig) })
}
