package tests

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// invocation is one way to start the program, with what CPython 3.13 does then
// recorded in cmdline.txt.
type invocation struct {
	name  string
	env   string // "A=1 B=2"
	args  []string
	stdin string
}

const showFlags = "import sys; print(sys.flags, sys.flags.gil)"

var invocations = []invocation{
	{"hash seed 0", "PYTHONHASHSEED=0", []string{"-c", "import sys; print(sys.flags.hash_randomization, hash('abc'), hash(b'abc'), hash('\\xe9'), hash('\\u1234a'), hash('\\U0001f600'), hash(''))"}, ""},
	{"hash seed 4294967295", "PYTHONHASHSEED=4294967295", []string{"-c", "import sys; print(sys.flags.hash_randomization, hash('abc'), hash(memoryview(b'abcdefghijk')))"}, ""},
	{"hash seed random", "PYTHONHASHSEED=random", []string{"-c", "import sys; print(sys.flags.hash_randomization)"}, ""},
	{"hash seed too big", "PYTHONHASHSEED=4294967296", []string{"-c", "0"}, ""},
	{"hash seed bad", "PYTHONHASHSEED=abc", []string{"-c", "0"}, ""},
	{"hash seed ignored", "PYTHONHASHSEED=abc", []string{"-E", "-c", "print(1)"}, ""},
	{"random hashes asked for", "PYTHONHASHSEED=0", []string{"-R", "-c", showFlags}, ""},
	{"directory", "", []string{"dd", "a", "b"}, ""},
	{"zip file", "", []string{"dd.zip", "a", "b"}, ""},
	{"directory without main", "", []string{"empty"}, ""},
	{"package", "", []string{"-m", "pkg", "a"}, ""},
	{"package without main", "", []string{"-m", "pkg.sub"}, ""},
	{"module not there", "", []string{"-m", "nothing"}, ""},
	{"module in zip", "PYTHONPATH=lib.zip", []string{"-c", "import inzip; print(inzip.__name__, inzip.__file__, type(inzip.__loader__).__name__, inzip.value)"}, ""},
	{"zip run as module", "PYTHONPATH=lib.zip", []string{"-m", "inzip"}, ""},
	{"script", "", []string{"script.py", "-c", "x"}, ""},
	{"script missing", "", []string{"missing.py"}, ""},
	{"script name not UTF-8", "", []string{"a\xff.py"}, ""},
	{"command not UTF-8", "", []string{"-c", "print('\xff')"}, ""},
	{"arguments not UTF-8", "", []string{"-c", "import sys; print(ascii(sys.argv), ascii(sys.orig_argv))", "\xff", "\xed\xa0\x80"}, ""},
	{"first line skipped", "", []string{"-x", "skip.py"}, ""},
	{"flags", "", []string{"-ddBBssSqquuPOObbb", "-c", showFlags}, ""},
	{"flags of the environment", "PYTHONDEBUG=2 PYTHONDONTWRITEBYTECODE=2 PYTHONNOUSERSITE=3 PYTHONOPTIMIZE=2 PYTHONSAFEPATH=4 PYTHONINSPECT=", []string{"-c", showFlags}, ""},
	{"isolated", "PYTHONOPTIMIZE=2 PYTHONPATH=dd", []string{"-I", "-c", showFlags + "; print([p for p in sys.path if p in ('', 'dd')])"}, ""},
	{"safe path", "", []string{"-P", "-c", "import sys; print('' in sys.path)"}, ""},
	{"safe path and a script", "PYTHONSAFEPATH=1", []string{"path.py"}, ""},
	{"warning options", "PYTHONWARNINGS=error::UserWarning,ignore", []string{"-Wonce", "-W", "default::DeprecationWarning", "-c", "import sys; print(sys.warnoptions)"}, ""},
	{"bad warning option", "", []string{"-Wfoo", "-c", "print(1)"}, ""},
	{"bytes warnings", "", []string{"-bb", "-c", "print(str(b''))"}, ""},
	{"X options", "", []string{"-Xz", "-X", "b=c=d", "-Xa", "-X", "b=e", "-c", "import sys; print(sys._xoptions)"}, ""},
	{"X gil bad", "", []string{"-X", "gil=2", "-c", "0"}, ""},
	{"X gil empty", "", []string{"-X", "gil", "-c", "0"}, ""},
	{"X gil=1", "", []string{"-X", "gil=1", "-c", "import sys; print(sys.flags.gil)"}, ""},
	{"PYTHON_GIL bad", "PYTHON_GIL=x", []string{"-c", "0"}, ""},
	{"X utf8 bad", "", []string{"-X", "utf8=2", "-c", "0"}, ""},
	{"X cpu_count", "PYTHON_CPU_COUNT=9", []string{"-X", "cpu_count=77", "-c", "import os; print(os.cpu_count(), os.process_cpu_count())"}, ""},
	{"PYTHON_CPU_COUNT", "PYTHON_CPU_COUNT=9", []string{"-c", "import os; print(os.cpu_count())"}, ""},
	{"X cpu_count bad", "", []string{"-X", "cpu_count=0", "-c", "0"}, ""},
	{"X int_max_str_digits bad", "", []string{"-X", "int_max_str_digits=3", "-c", "0"}, ""},
	{"X tracemalloc", "", []string{"-X", "tracemalloc", "-c", "import tracemalloc as t; print(t.is_tracing(), t.get_traceback_limit())"}, ""},
	{"X tracemalloc bad", "", []string{"-X", "tracemalloc=-1", "-c", "0"}, ""},
	{"X frozen_modules bad", "", []string{"-X", "frozen_modules=maybe", "-c", "0"}, ""},
	{"unknown option", "", []string{"-Q"}, ""},
	{"unknown long option", "", []string{"--nothing"}, ""},
	{"option without argument", "", []string{"-W"}, ""},
	{"command without text", "", []string{"-c"}, ""},
	{"Jython's option", "", []string{"-J"}, ""},
	{"hash-based pycs bad", "", []string{"--check-hash-based-pycs", "x"}, ""},
	{"loader of a command", "", []string{"-c", "print(__loader__, __spec__, __package__, sorted(globals()))"}, ""},
	{"standard input", "", []string{"-", "a"}, "import sys\nprint(sys.argv, __name__, '__file__' in globals())\n"},
	{"inspect after a command", "", []string{"-i", "-c", "x = 5"}, "x + 1\nx.y\nexit(3)\n"},
	{"inspect after an exception", "", []string{"-i", "-c", "x = 5; 1/0"}, "x + 1\nimport sys; sys.last_value\n"},
	{"inspect after SystemExit", "", []string{"-i", "-c", "raise SystemExit(4)"}, "1 + 1\n"},
	{"inspect a script", "", []string{"-i", "script.py"}, "__name__\n"},
	{"startup file", "PYTHONSTARTUP=startup.py", []string{"-i", "-q"}, "started\n"},
	{"startup file ignored", "PYTHONSTARTUP=startup.py", []string{"-i", "-E", "-q"}, "print('started' in globals())\n"},
	{"startup file missing", "PYTHONSTARTUP=nothing.py", []string{"-i", "-q"}, "1\n"},
	{"startup file fails", "PYTHONSTARTUP=badstartup.py", []string{"-i", "-q"}, "1\n"},
	{"hook replaced", "PYTHONSTARTUP=hook.py", []string{"-i", "-q"}, "1\n"},
	{"display without the characters", "PYTHONIOENCODING=ascii", []string{"-i", "-q"}, "'a=\\xe9 \\U00010000'\n"},
	{"executable", "", []string{"-c", "import sys; print(sys.executable, sys.orig_argv)"}, ""},
	{"exit by text", "", []string{"-c", "import sys; sys.exit('reason')"}, ""},
	{"exit by a big number", "", []string{"-c", "import sys; sys.exit(257)"}, ""},
}

// layOut makes the files that invocations name.
func layOut(t *testing.T, dir, bin string) {
	t.Helper()
	show := "import sys\nprint(__name__, __file__, repr(__package__), __spec__ and __spec__.name, type(__loader__).__name__, sys.path[0], sys.argv)\n"
	files := map[string]string{
		"dd/__main__.py": show, "empty/x.py": "", "pkg/__init__.py": "print('pkg')\n", "pkg/__main__.py": show,
		"pkg/sub/__init__.py": "", "script.py": show, "skip.py": "no Python at all\nprint('second')\nraise ValueError\n",
		"path.py":    "import os, sys\nprint(os.getcwd() in sys.path)\n",
		"startup.py": "started = 'yes'\n", "badstartup.py": "1/0\n",
		"hook.py": "import sys\nsys.__interactivehook__ = lambda: print('hooked')\n",
	}
	zips := map[string]map[string]string{
		"dd.zip":  {"__main__.py": show},
		"lib.zip": {"inzip.py": "value = 7\nif __name__ == '__main__': print('main', __file__)\n"},
	}
	for name, members := range zips {
		var b bytes.Buffer
		w := zip.NewWriter(&b)
		for m, text := range members {
			f, err := w.Create(m)
			if err == nil {
				_, err = f.Write([]byte(text))
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		files[name] = b.String()
	}
	for name, text := range files {
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(bin, filepath.Join(dir, "python3")); err != nil {
		t.Skip(err)
	}
}

// tell runs one invocation and writes down what happens.
func (v invocation) tell(t *testing.T, dir string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "./python3", v.args...)
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(v.stdin)
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "PYTHON") && !strings.HasPrefix(e, "LC_") && !strings.HasPrefix(e, "LANG") {
			cmd.Env = append(cmd.Env, e)
		}
	}
	cmd.Env = append(append(cmd.Env, "LC_ALL=C.UTF-8"), strings.Fields(v.env)...)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); ctx.Err() != nil {
		t.Fatalf("does not end: %v", err)
	}
	text := fmt.Sprintf("exit %d\n%s-- stderr\n%s", cmd.ProcessState.ExitCode(), out.String(), errs.String())
	lines := strings.Split(strings.ReplaceAll(text, dir, "DIR"), "\n")
	kept := lines[:0]
	for _, l := range lines {
		// The banner of the prompt, and what is told of the runtime's state.
		if strings.Contains(l, "Python 3.13.") || strings.HasPrefix(l, "Type \"help\"") || strings.HasPrefix(l, "Python runtime state") {
			continue
		}
		kept = append(kept, l)
	}
	return strings.TrimRight(strings.Join(kept, "\n"), "\n") + "\n"
}

// TestCommandLine compares with what CPython did. With COACHWHIP_RECORD set,
// COACHWHIP_CPYTHON's behaviour is recorded instead.
func TestCommandLine(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	const file = "cmdline.txt"
	if os.Getenv("COACHWHIP_RECORD") != "" {
		dir := t.TempDir()
		layOut(t, dir, os.Getenv("COACHWHIP_CPYTHON"))
		var b strings.Builder
		for _, v := range invocations {
			fmt.Fprintf(&b, "==== %s\n%s", v.name, v.tell(t, dir))
		}
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, part := range strings.Split(string(data), "==== ")[1:] {
		name, text, _ := strings.Cut(part, "\n")
		want[name] = text
	}
	bin := build(t)
	if bin, err = filepath.Abs(bin); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	layOut(t, dir, bin)
	for _, v := range invocations {
		t.Run(v.name, func(t *testing.T) {
			if got := v.tell(t, dir); got != want[v.name] {
				t.Errorf("got:\n%s\nCPython:\n%s", got, want[v.name])
			}
		})
	}
}
