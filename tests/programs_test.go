package tests

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// program gives the built program, made once for all tests.
var program = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "coachwhip")
	if err != nil {
		return "", err
	}
	bin := filepath.Join(dir, "coachwhip")
	cmd := exec.Command("go", "build", "-o", bin, "../cmd/coachwhip")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		os.RemoveAll(dir)
		return "", &buildError{err, out}
	}
	return bin, nil
})

type buildError struct {
	err error
	out []byte
}

func (e *buildError) Error() string { return e.err.Error() + "\n" + string(e.out) }

func TestMain(m *testing.M) {
	code := m.Run()
	if built.Load() {
		if bin, err := program(); err == nil {
			os.RemoveAll(filepath.Dir(bin))
		}
	}
	os.Exit(code)
}

// runProgram runs the built program in a directory and gives what it prints.
func runProgram(t *testing.T, dir string, args ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	var errb strings.Builder
	cmd := exec.CommandContext(ctx, build(t), args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
	cmd.Stderr = &errb
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", args, err, clip([]byte(errb.String())))
	}
	return string(out)
}

// TestTour runs the program that the README points to.
func TestTour(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	want, err := os.ReadFile("tour.out")
	if err != nil {
		t.Fatal(err)
	}
	if got := runProgram(t, "../examples", "tour.py"); got != string(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestBenchPrograms runs the benchmark programs, whose answers are in
// expected.txt in sections headed "## NAME".
func TestBenchPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("takes minutes")
	}
	data, err := os.ReadFile("../bench/expected.txt")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, section := range strings.Split("\n"+string(data), "\n## ")[1:] {
		name, want, _ := strings.Cut(section, "\n")
		if _, err := os.Stat(filepath.Join("../bench", name+".py")); err != nil {
			continue // measured elsewhere
		}
		found++
		t.Run(name, func(t *testing.T) {
			if got := runProgram(t, "../bench", name+".py"); strings.TrimSpace(got) != strings.TrimSpace(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
	if found < 10 {
		t.Errorf("only %d programs found", found)
	}
}

// TestThreadPrograms runs the benchmark programs with threads, at small sizes,
// with a GIL and without; threads.out has what CPython prints, in sections
// headed "## NAME ARGUMENTS".
func TestThreadPrograms(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	text, err := os.ReadFile("threads.out")
	if err != nil {
		t.Fatal(err)
	}
	for _, section := range strings.Split(string(text), "## ")[1:] {
		command, want, _ := strings.Cut(section, "\n")
		for _, gil := range []string{"gil=1", "gil=0"} {
			t.Run(command+" "+gil, func(t *testing.T) {
				t.Parallel()
				args := append([]string{"-X", gil}, strings.Fields(command)...)
				if got := runProgram(t, "../bench", args...); got != want {
					t.Errorf("got\n%s\nwant\n%s", got, want)
				}
			})
		}
	}
}
