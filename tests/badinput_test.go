package tests

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// outcome runs the program and checks that it ended in order: with a Python
// exception, a message of one line or normally, and never with a Go trace.
func outcome(t *testing.T, bin, dir string, stdin []byte, args ...string) (code int, last string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, args...)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(stdin)
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	var errs bytes.Buffer
	cmd.Stderr = &errs
	err := cmd.Run()
	if ctx.Err() != nil {
		t.Fatal("does not end")
	}
	code = cmd.ProcessState.ExitCode()
	text := errs.String()
	if code < 0 || strings.Contains(text, "goroutine ") || strings.Contains(text, "fatal error:") {
		t.Fatalf("crash (%v): %.2000s", err, text)
	}
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return code, lines[len(lines)-1]
}

func TestBadPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	bin := build(t)
	gen, err := filepath.Abs("badinput/programs.py")
	if err != nil {
		t.Fatal(err)
	}
	list, err := exec.Command(bin, gen).Output()
	if err != nil {
		t.Fatal(err)
	}
	isExc := regexp.MustCompile(`^(\w+\.)*\w*([Ee]rror|Exception|Interrupt|Exit|Iteration|Group)\b|^SystemExit|^  \+-|^ *[+|]`)
	for _, name := range strings.Fields(string(list)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			src, err := exec.Command(bin, gen, name).Output()
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "bad.py"), src, 0o600); err != nil {
				t.Fatal(err)
			}
			code, last := outcome(t, bin, dir, nil, "bad.py")
			switch {
			case code == 0, strings.HasPrefix(name, "r_std"), name == "r_excepthook", name == "r_atexitrec":
			case code != 1 || !isExc.MatchString(strings.TrimLeft(last, " ")) && !isExc.MatchString(last):
				t.Errorf("exit code %d, %q", code, last)
			}
		})
	}
}

// TestBadFiles starts the program with what is no program.
func TestBadFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	bin := build(t)
	dir := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "empty"), 0o700); err != nil {
		t.Fatal(err)
	}
	put("garbage.py", "\x7fELF\x02\x01\x01\x00\x00\xff\xfe")
	put("utf8.py", "x = '\xff\xfe'\n")
	put("nul.py", "a = 1\x00\n")
	put("garbage.pyc", "garbage")
	put("garbage.zip", "PK\x03\x04garbage PK\x05\x06"+strings.Repeat("\x00", 18))
	put("line.py", "x = '"+strings.Repeat("y", 100<<20)+"'\nprint(len(x))\n")
	put("loop_a.py", "import loop_b\nx = loop_b.y\n")
	put("loop_b.py", "import loop_a\ny = loop_a.x\n")
	put("exits.py", "raise SystemExit('bye')\n")
	for _, c := range []struct {
		args string
		in   string
		code int
		last string
	}{
		{"missing.py", "", 2, "can't open file"},
		{"empty", "", 1, "can't find '__main__' module in '" + filepath.Join(dir, "empty") + "'"},
		{"garbage.py", "", 1, "SyntaxError: "},
		{"utf8.py", "", 1, "SyntaxError: Non-UTF-8 code starting with '\\xff'"},
		{"nul.py", "", 1, "SyntaxError: source code cannot contain null bytes"},
		{"garbage.pyc", "", 1, "RuntimeError: Bad magic number in .pyc file"},
		{"garbage.zip", "", 1, ""},
		{"line.py", "", 0, ""},
		{"loop_a.py", "", 1, "AttributeError: "},
		{"exits.py", "", 1, "bye"},
		{"-", "1/0", 1, "ZeroDivisionError: division by zero"},
		{"", "\x00\xff", 1, "SyntaxError: "},
		{"-m missing", "", 1, "No module named missing"},
		{"-m empty", "", 1, "No module named empty.__main__; 'empty' is a package and cannot be directly executed"},
		{"-Z", "", 2, "Try `python -h' for more information."},
		{"--nonsense", "", 2, "Try `python -h' for more information."},
		{"-c", "", 2, "Try `python -h' for more information."},
		{"-X nonsense=1 -c pass", "", 0, ""},
		{"-W nonsense -c pass", "", 0, "Invalid -W option ignored: invalid action: 'nonsense'"},
		{"--stdlib /nonexistent -c pass", "", 1, "no Python library (os.py) in /nonexistent"},
		{"-c raise(SystemExit(300))", "", 44, ""},
		{"-c raise(SystemExit(-1))", "", 255, ""},
		{"-c raise(SystemExit(None))", "", 0, ""},
	} {
		t.Run(c.args, func(t *testing.T) {
			code, last := outcome(t, bin, dir, []byte(c.in), strings.Fields(c.args)...)
			if code != c.code || !strings.Contains(last, c.last) {
				t.Errorf("exit code %d, %q; want %d, %q", code, last, c.code, c.last)
			}
		})
	}
}
