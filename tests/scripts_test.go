package tests

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// built tells that the program was made, so that TestMain removes it.
var built atomic.Bool

// build gives the program with the packed library; it skips the test where
// that cannot be had.
func build(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat("../internal/pylib/archive/stdlib.bin"); err != nil {
		t.Skip("the Python library is not packed: run make stdlib")
	}
	built.Store(true)
	bin, err := program()
	if err != nil {
		t.Fatal(err)
	}
	return bin
}

func TestScripts(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	bin := build(t)
	var scripts []string
	err := filepath.WalkDir("scripts", func(p string, d os.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(p, ".py") {
			if _, e := os.Stat(strings.TrimSuffix(p, ".py") + ".out"); e == nil {
				scripts = append(scripts, p)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(scripts) == 0 {
		t.Fatal("no scripts")
	}
	type run struct{ script, mode string }
	var runs []run
	for _, s := range scripts {
		runs = append(runs, run{s, "gil=1"}, run{s, "gil=0"})
	}
	for _, r := range runs {
		s := r.script
		t.Run(r.mode+"/"+strings.TrimSuffix(strings.TrimPrefix(s, "scripts/"), ".py"), func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(strings.TrimSuffix(s, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
			defer cancel()
			args := []string{filepath.Base(s)}
			if r.mode != "gil=1" {
				args = append([]string{"-X", r.mode}, args...)
			}
			if a, err := os.ReadFile(strings.TrimSuffix(s, ".py") + ".args"); err == nil {
				args = append(args, strings.Split(strings.TrimSpace(string(a)), "\n")...)
			}
			cmd := exec.CommandContext(ctx, bin, args...)
			cmd.Dir = filepath.Dir(s)
			cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
			var out, errb bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &errb
			if err := cmd.Run(); err != nil && ctx.Err() != nil {
				t.Fatal("timed out")
			}
			if got := out.Bytes(); !bytes.Equal(got, want) {
				t.Errorf("output differs at byte %d\n--- got\n%s\n--- want\n%s\n--- stderr\n%s", diffAt(got, want), clip(got), clip(want), clip(errb.Bytes()))
			}
		})
	}
}

func diffAt(a, b []byte) int {
	for i := range a {
		if i >= len(b) || a[i] != b[i] {
			return i
		}
	}
	return len(a)
}

func clip(b []byte) []byte {
	if len(b) > 3000 {
		return append(b[:3000:3000], "..."...)
	}
	return b
}
