package tests

import (
	"context"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// growths are statements that need more and more memory, or much at once.
var growths = []string{
	"set(count())", "frozenset(count())", "list(count())", "tuple(count())", "dict.fromkeys(count())", "dict(zip(count(), repeat(0)))",
	"deque(count())", "Counter(count())", "sorted(count())", "''.join(repeat('x' * 1000))", "b''.join(repeat(b'x' * 1000))",
	"[*count()]", "{*count()}", "[x for x in count()]", "{x for x in count()}", "{x: x for x in count()}", "print(*count())",
	"list(map(str, count()))", "list(cycle([1]))", "list(permutations(range(12)))", "list(product(range(10**8), repeat=2))",
	"a, b = tee(count()); [0 for x in a if x < 0]",
	"s = 'x'\nwhile True: s += s", "s = b'x'\nwhile True: s += s", "s = bytearray(b'x')\nwhile True: s += s",
	"s = bytearray()\nwhile True: s.extend(bytes(10**5))", "s = [1]\nwhile True: s += s", "s = (1,)\nwhile True: s += s",
	"s = []\nwhile True: s.append([])", "s = None\nwhile True: s = [s]", "s = {}\nwhile True: s[len(s)] = 0", "s = deque()\nwhile True: s.append(0)",
	"s = BytesIO()\nwhile True: s.write(bytes(10**6))", "s = StringIO()\nwhile True: s.write('x' * 10**6)", "s = array('i', [1])\nwhile True: s += s",
	"def g():\n  while True: yield g()\nlist(g())",
	"1 << 10**10", "3 ** 10**10", "'x' * 10**10", "[0] * 10**10", "bytes(10**10)", "bytearray(10**10)", "' '.rjust(10**10)", "list(range(10**10))",
	"'a'.replace('a', 'b' * 10**5).replace('b', 'c' * 10**6)", "'%*d' % (10**9 * 2, 1)", "f'{1:>10000000000}'", "'{:5000000000d}'.format(7)",
	"json.dumps(['x' * 10**6] * 1000)", "json.dumps(dict.fromkeys(range(10), 'ä' * 10**7))", "json.dumps([[1] * 1000] * 10**6, indent=1)",
	"re.sub('x', 'y' * 10**6, 'x' * 10**4)", "re.sub('(x)', r'\\1' * 100, 'x' * 10**7)", "re.sub('x', lambda m: 'y' * 10**6, 'x' * 10**4)",
	"('{0}' * 1000).format('y' * 10**6)", "('%s' * 1000) % (('y' * 10**6,) * 1000)", "(b'%s' * 1000) % ((b'y' * 10**6,) * 1000)",
	"x = 'y' * 10**7\neval('f\\'' + '{x}' * 100 + '\\'')", "(('x' * 1000 + '\\t') * 1000).expandtabs(10**6)", "((b'x' * 1000 + b'\\t') * 1000).expandtabs(10**6)",
	"open('/dev/zero').read()", "open('/dev/zero').readline()", "open('/dev/zero', 'rb').readline()", "next(open('/dev/zero', 'rb'))", "os.read(0, 10**12)",
}

// TestMemoryRunsOut gives programs little memory and looks that they get a
// MemoryError, can catch it and go on.
func TestMemoryRunsOut(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program")
	}
	bin := build(t)
	var b strings.Builder
	b.WriteString("from itertools import *\nfrom collections import *\nfrom io import *\nfrom array import array\nimport gc, json, re, os\n")
	for i, g := range growths {
		b.WriteString("def f():\n  " + strings.ReplaceAll(g, "\n", "\n  ") + "\n")
		b.WriteString("try: f()\nexcept MemoryError: print('caught')\nelse: print('none:', " + strconv.Itoa(i) + ")\ngc.collect()\n")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, bin, "-")
	cmd.Stdin = strings.NewReader(b.String())
	cmd.Env = append(os.Environ(), "GOMEMLIMIT=128MiB")
	out, err := cmd.CombinedOutput()
	if got := strings.Count(string(out), "caught\n"); err != nil || got != len(growths) {
		t.Errorf("%v: %d of %d caught\n%s", err, got, len(growths), clip(out))
	}
}
