package tests

import (
	"bufio"
	"context"
	"os"
	"os/exec"
	"runtime"
	"testing"
	"time"
)

// endless are statements that spend minutes or for ever in one native call.
var endless = []string{
	"math.factorial(10**8)", "math.comb(10**8, 5 * 10**7)", "pow(3, 10**9)", "str(big)", "int('7' * 10**7)", "math.isqrt(1 << 10**9)",
	"sum(range(10**12))", "min(range(10**12))", "'x' in range(10**12)", "deque(count(), maxlen=0)", "5.5 in count()", "any(repeat(0))",
	"next(islice(count(), 10**12, None))", "next(filterfalse(None, repeat(1)))", "list(filter(None, repeat(0)))",
}

// TestInterruptNative interrupts them.
func TestInterruptNative(t *testing.T) {
	if testing.Short() || runtime.GOOS == "windows" {
		t.Skip("builds the program, and sends SIGINT")
	}
	bin := build(t)
	for _, s := range endless {
		t.Run(s, func(t *testing.T) {
			ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
			defer cancel()
			src := "import math, sys\nfrom itertools import *\nfrom collections import deque\nbig = 1 << 10**8\nprint('now', flush=True)\n" +
				"try: " + s + "\nexcept KeyboardInterrupt: print('interrupted')\n"
			cmd := exec.CommandContext(ctx, bin, "-X", "int_max_str_digits=0", "-c", src)
			out, err := cmd.StdoutPipe()
			if err == nil {
				err = cmd.Start()
			}
			if err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewScanner(out)
			lines.Scan()
			time.Sleep(100 * time.Millisecond) // let it enter the call
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
			if !lines.Scan() || lines.Text() != "interrupted" {
				t.Errorf("not interrupted: %q", lines.Text())
			}
			cancel()
			cmd.Wait() // how it was ended does not matter
		})
	}
}
