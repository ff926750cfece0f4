package syntax

import (
	"bytes"
	"os"
	"os/exec"
	"testing"
)

// cpython returns the path of a CPython 3.13, or skips the test.
func cpython(t testing.TB) string {
	t.Helper()
	path := os.Getenv("COACHWHIP_CPYTHON")
	if path == "" {
		var err error
		if path, err = exec.LookPath("python3.13"); err != nil {
			t.Skip("no python3.13 on PATH and COACHWHIP_CPYTHON not set")
		}
	}
	if err := exec.Command(path, "--version").Run(); err != nil {
		t.Skip("python3.13 does not run")
	}
	return path
}

// runCPython runs a script with the given standard input.
func runCPython(t testing.TB, stdin []byte, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(cpython(t), args...)
	cmd.Stdin = bytes.NewReader(stdin)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("python: %v", err)
	}
	return out
}
