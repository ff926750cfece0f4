// Package posixsubprocess is the native module _posixsubprocess, with which
// subprocess starts programs.
package posixsubprocess

import (
	"errors"
	"fmt"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/stdlib/signal"
)

// Parameters of fork_exec().
const (
	pArgs = iota
	pExecutables
	pCloseFds
	pPassFds
	pCwd
	pEnv
	pP2CRead
	pP2CWrite
	pC2PRead
	pC2PWrite
	pErrRead
	pErrWrite
	pErrPipeRead
	pErrPipeWrite
	pRestoreSignals
	pSetsid
	pPgid
	pGid
	pGroups
	pUid
	pUmask
	pPreexec
	pVfork
	numParams
)

func texts(t *py.Thread, v py.Value) ([]string, *py.Exc) {
	items, err := t.Items(v)
	if err != nil {
		return nil, err
	}
	out := make([]string, len(items))
	for i, x := range items {
		if out[i], err = t.FSEncode(x); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// forkExec starts a program. Nothing forks here: what CPython's child would
// report through the error pipe is written into it by this side.
func forkExec(t *py.Thread, _ py.Value, args py.Args) (py.Value, *py.Exc) {
	if err := args.Count(t, "fork_exec", numParams, numParams); err != nil {
		return py.Value{}, err
	}
	a := args.Pos()
	if !a[pPreexec].IsNone() {
		return py.Value{}, t.Raise(py.NotImplementedError, "preexec_fn is not supported: Coachwhip cannot run Python code between fork and exec")
	}
	n := map[int]int{}
	for _, i := range [...]int{pP2CRead, pC2PWrite, pErrWrite, pErrPipeWrite, pPgid, pUmask} {
		x, err := t.CInt(a[i])
		if err != nil {
			return py.Value{}, err
		}
		n[i] = x
	}
	closeFds, err := t.Truth(a[pCloseFds])
	if err != nil {
		return py.Value{}, err
	}
	if closeFds && n[pErrPipeWrite] < 3 {
		return py.Value{}, t.ValueErr("errpipe_write must be >= 3")
	}
	s := &host.StartSpec{
		Stdin: n[pP2CRead], Stdout: n[pC2PWrite], Stderr: n[pErrWrite], CloseFds: closeFds,
		SetPgid: n[pPgid] >= 0, Pgid: n[pPgid], Umask: n[pUmask], SigMask: t.SignalMask(),
	}
	restore, err := t.Truth(a[pRestoreSignals])
	if err != nil {
		return py.Value{}, err
	}
	if !restore {
		s.Ignore = signal.IgnoredInPython(t)
	}
	if s.NewSession, err = t.Truth(a[pSetsid]); err != nil {
		return py.Value{}, err
	}
	fds, ok := py.ToTuple(a[pPassFds])
	if !ok {
		return py.Value{}, t.TypeErr("fork_exec() argument 4 must be tuple, not %s", a[pPassFds].Type().Name())
	}
	last := -1
	for _, x := range fds.Items() {
		if !py.IsInt(x) {
			return py.Value{}, t.ValueErr("bad value(s) in fds_to_keep")
		}
		fd, err := t.CInt(x)
		if err != nil || fd <= last {
			return py.Value{}, t.ValueErr("bad value(s) in fds_to_keep")
		}
		last = fd
		if fd != n[pErrPipeWrite] {
			s.PassFds = append(s.PassFds, fd)
		}
	}
	if s.Paths, err = texts(t, a[pExecutables]); err != nil {
		return py.Value{}, err
	}
	if s.Argv, err = texts(t, a[pArgs]); err != nil {
		return py.Value{}, err
	}
	if !a[pEnv].IsNone() {
		if s.Env, err = texts(t, a[pEnv]); err != nil {
			return py.Value{}, err
		}
		if s.Env == nil {
			s.Env = []string{}
		}
	}
	if !a[pCwd].IsNone() {
		if s.Dir, err = t.FSEncode(a[pCwd]); err != nil {
			return py.Value{}, err
		}
	}
	if !a[pGid].IsNone() {
		s.SetGid = true
		if s.Gid, err = t.AsInt(a[pGid]); err != nil {
			return py.Value{}, err
		}
	}
	if !a[pUid].IsNone() {
		s.SetUid = true
		if s.Uid, err = t.AsInt(a[pUid]); err != nil {
			return py.Value{}, err
		}
	}
	if !a[pGroups].IsNone() {
		s.SetGroups = true
		items, err := t.Items(a[pGroups])
		if err != nil {
			return py.Value{}, err
		}
		for _, x := range items {
			g, err := t.AsInt(x)
			if err != nil && err.Is(py.OverflowError) || err == nil && (g < 0 || g > 1<<32-1) {
				err = t.ValueErr("invalid group id")
			}
			if err != nil {
				return py.Value{}, err
			}
			s.Groups = append(s.Groups, g)
		}
	}
	h := t.Interp().Host()
	pid := 0
	if t.Interp().HasWriters() {
		if exc := t.FlushAllForgotten(); exc != nil {
			return py.Value{}, exc
		}
	}
	herr, exc := t.Retry(func() (e error) { pid, e = h.Process.Start(s); return e })
	if exc != nil {
		return py.Value{}, exc
	}
	if herr == nil {
		return py.IntOf(pid), nil
	}
	where := ""
	var se *host.StartError
	if errors.As(herr, &se) {
		switch {
		case se.Chdir:
			where = "noexec:chdir"
		case se.Setup:
			where = "noexec"
		}
	}
	msg := fmt.Sprintf("OSError:%X:%s", host.Errno(herr), where)
	if _, err := h.Files.Write(n[pErrPipeWrite], []byte(msg)); err != nil {
		return py.Value{}, t.OSErr(herr)
	}
	// There is no child: our own id is one that waitpid() knows nothing of.
	return py.IntOf(h.Process.Pid()), nil
}

func init() { py.RegisterPackage(registerPosixsubprocess, "_posixsubprocess") }

func registerPosixsubprocess() {
	py.RegisterModule(py.ModuleSpec{
		Name: "_posixsubprocess", Doc: "A POSIX helper for the subprocess module.",
		Methods: []py.MethodSpec{{
			Name: "fork_exec", Fn: py.FnRaw(forkExec),
			Sig: "args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, allow_vfork, /",
			Doc: "Start a new process: the first of executable_list that can be run.\n\nA failure is written to errpipe_write in the form \"OSError:number:where\" and the\nid that is returned then is that of no child.",
		}},
	})
}
