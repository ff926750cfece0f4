package tests

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/coachwhip/coachwhip/internal/host"
	"github.com/coachwhip/coachwhip/internal/py"
	"github.com/coachwhip/coachwhip/internal/pylib"
	_ "github.com/coachwhip/coachwhip/internal/stdlib"
	"github.com/coachwhip/coachwhip/internal/syntax"
)

// packed is the embedded library as an interpreter wants it.
type packed struct{ *pylib.Library }

func (packed) Packed() bool { return true }

func (l packed) TopLevel() []string {
	var names []string
	for _, e := range l.List("") {
		names = append(names, strings.TrimSuffix(e.Name, ".py"))
	}
	return names
}

// sandbox is an interpreter without an operating system, replaced by a fresh
// one after some runs so that what a program changes does not pile up.
type sandbox struct {
	in   *py.Interp
	runs int
	// prepare runs in every fresh interpreter and leaves names for the target.
	prepare string
	globals *py.Dict
	deadline
}

// deadline is the watch on one run: the time it began in nanoseconds, 0 between runs.
type deadline struct {
	began   atomic.Int64
	warned  atomic.Bool
	current atomic.Pointer[string]
	interp  atomic.Pointer[py.Interp]
}

const (
	softLimit = 4 * time.Second // then the program gets a TimeoutError
	hardLimit = 2 * time.Minute // then a native does not answer: a find
	heapLimit = 1 << 30
)

func newSandbox(f *testing.F, prepare string) *sandbox {
	f.Helper()
	if _, ok := pylib.Open(); !ok {
		f.Skip("the Python library is not packed: run make stdlib")
	}
	// A fuzz worker's standard error is lost.
	if name := os.Getenv("COACHWHIP_FUZZ_CRASH"); name != "" {
		fh, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
		if err != nil {
			f.Fatal(err)
		}
		defer fh.Close()
		if err := debug.SetCrashOutput(fh, debug.CrashOptions{}); err != nil {
			f.Fatal(err)
		}
	}
	return &sandbox{prepare: prepare}
}

func (s *sandbox) fresh(t testing.TB) {
	h, err := host.Memory(host.MemoryOptions{MaxBytes: 1 << 20, MaxFiles: 100})
	if err != nil {
		t.Fatal(err)
	}
	lib, _ := pylib.Open()
	in, exc := py.NewInterp(py.Options{Host: h, Library: packed{lib}, StdlibDir: "/lib/python3.13", Path: []string{"/lib/python3.13"}, Argv: []string{"fuzz"}})
	if exc != nil {
		t.Fatal(text(in.Main(), exc))
	}
	th := in.Main()
	for _, start := range []func() *py.Exc{th.InstallImportlib, func() *py.Exc { return th.InitStdio(false) }} {
		if exc := start(); exc != nil {
			t.Fatal(text(in.Main(), exc))
		}
	}
	first := s.in == nil
	s.in, s.runs = in, 0
	s.interp.Store(in)
	s.globals = nil
	if s.prepare != "" {
		g := s.newGlobals(th)
		if exc := execute(th, s.prepare, g); exc != nil {
			t.Fatal(text(th, exc))
		}
		s.globals = g
	}
	if first {
		go s.watch()
	}
}

func (s *sandbox) newGlobals(th *py.Thread) *py.Dict {
	g := py.NewDict()
	g.SetStr(th, "__name__", py.NewStr("__main__").Value())
	g.SetStr(th, "__builtins__", s.in.Builtins().Value())
	return g
}

// watch stops programs that run too long or take too much.
func (s *sandbox) watch() {
	var mem runtime.MemStats
	for range time.Tick(50 * time.Millisecond) {
		b := s.began.Load()
		if b == 0 {
			continue
		}
		d := time.Duration(time.Now().UnixNano() - b)
		if d > hardLimit {
			panic("does not end: " + *s.current.Load())
		}
		if s.warned.Load() || d < 200*time.Millisecond {
			continue
		}
		runtime.ReadMemStats(&mem)
		if d > softLimit || mem.HeapAlloc > heapLimit {
			s.warned.Store(true)
			s.interp.Load().AddPending(func(t *py.Thread) *py.Exc { return t.Raise(py.TimeoutError, "fuzzing") })
		}
	}
}

func execute(th *py.Thread, src string, g *py.Dict) *py.Exc {
	code, exc := th.CompileText(src, py.CompileOptions{Filename: "fuzz.py", Mode: syntax.Exec, Optimize: -1})
	if exc != nil {
		return exc
	}
	_, exc = th.RunCode(code, g, g.Value())
	return exc
}

func text(th *py.Thread, exc *py.Exc) string {
	s, err := th.Repr(exc.Value())
	if err != nil {
		return "exception without a repr"
	}
	return s.String()
}

// run executes src; a Python exception is a fine outcome, except for those
// that tell of an inner inconsistency.
func (s *sandbox) run(t *testing.T, src string, names map[string]py.Value) {
	if s.in == nil || s.runs >= 300 {
		s.fresh(t)
	}
	s.runs++
	th := s.in.Main()
	g := s.globals
	if g == nil {
		g = s.newGlobals(th)
	}
	for k, v := range names {
		g.SetStr(th, k, v)
	}
	s.current.Store(&src)
	s.warned.Store(false)
	s.began.Store(time.Now().UnixNano())
	exc := execute(th, src, g)
	s.began.Store(0)
	if s.warned.Load() {
		s.runs = 1 << 30 // the next run gets an interpreter without leftovers
		return
	}
	if exc != nil && exc.Is(py.SystemError) && !strings.Contains(src, "SystemError") {
		t.Fatalf("%s from %q", text(th, exc), src)
	}
}

// scriptSources gives pieces of the script tests: statements that stand
// together, at most max bytes each.
func scriptSources(f *testing.F, max int) []string {
	var out []string
	err := filepath.WalkDir("scripts", func(p string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(p, ".py") {
			return err
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		for _, piece := range strings.Split(string(data), "\n\n\n") {
			if piece = strings.TrimLeft(piece, "\n"); len(piece) <= max && len(piece) > 20 {
				out = append(out, piece+"\n")
			}
		}
		return nil
	})
	if err != nil {
		f.Fatal(err)
	}
	return out
}

var manyDigits = regexp.MustCompile(`[0-9]{4}`)

// costly matches what takes long or much in any Python: large numbers, powers.
var costly = regexp.MustCompile(`[0-9_]{3}|\*\*|<<|pow|e[0-9]|factorial|breakpoint|input|help|license|while`)

// FuzzRun compiles and runs programs: none may panic, exhaust the stack or run
// on when it is asked to stop.
func FuzzRun(f *testing.F) {
	s := newSandbox(f, "")
	for _, src := range scriptSources(f, 600) {
		if !costly.MatchString(src) {
			f.Add(src)
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 800 || costly.MatchString(src) {
			t.Skip()
		}
		s.run(t, src, nil)
	})
}

// FuzzRegexp compiles a pattern and uses it in every way.
func FuzzRegexp(f *testing.F) {
	s := newSandbox(f, "import re\n")
	for i, p := range []string{`(a|b)*c`, `(?P<x>\w+)\s(?P=x)`, `^\d{2,4}?$`, `(?<=ab)c(?!d)`, `[^\W\d_]+`, `(?i:K)\u212a`, `(?>a+)b`, `a++b?+`, `(?(1)a|b)`,
		`((a)|b)+\2`, `\b\B\A\Z`, `(?xsm) a . # c`, `[a-z&&[b]]`, `x{0}`, `(?:)*`, `\N{DIGIT ONE}`, `(|a)*`} {
		f.Add(p, "aab abc 12 K aaa\n", uint16(i*37), `<\g<0>>\1`)
	}
	f.Fuzz(func(t *testing.T, pat, subject string, flags uint16, repl string) {
		if len(pat) > 60 || len(subject) > 40 || len(repl) > 20 || strings.Count(pat, "{") > 2 {
			t.Skip()
		}
		s.run(t, `
try:
    p = re.compile(pat, flags & 0x15f)
except (re.error, OverflowError, RecursionError, ValueError):
    p = None
if p:
    m = p.search(subj)
    assert m is None or subj[m.start():m.end()] == m.group()
    for m in p.finditer(subj):
        m.groups(), m.groupdict(), m.regs, m.lastgroup, m.expand('x'), repr(m)
    assert len(p.findall(subj)) == sum(1 for _ in p.finditer(subj))
    p.split(subj, 3)
    repr(p)
    try:
        p.subn(repl, subj, 5)
    except (re.error, IndexError):
        pass
`, map[string]py.Value{"pat": py.NewStr(strings.ToValidUTF8(pat, "?")).Value(), "subj": py.NewStr(strings.ToValidUTF8(subject, "?")).Value(),
			"flags": py.IntOf(int(flags)), "repl": py.NewStr(strings.ToValidUTF8(repl, "?")).Value()})
	})
}

// FuzzJSON: what json reads, it writes and reads again as the same.
func FuzzJSON(f *testing.F) {
	s := newSandbox(f, "import json\n")
	for _, doc := range []string{`{"a": [1, 2.5e3, -0, null, true, "\ud83d\ude00\u00e9"], "": {}}`, `[[[]]]`, `NaN`, `-Infinity`, `"\`, `{"a":}`, ` 1 2`, `[1,]`, `"\ud800"`, "\ufeff1"} {
		f.Add(doc)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		if len(doc) > 2000 {
			t.Skip()
		}
		s.run(t, `
try:
    v = json.loads(doc)
except (ValueError, RecursionError):
    pass
else:
    a = json.dumps(v)
    assert json.dumps(json.loads(a)) == a, a
    json.dumps(v, indent=2, sort_keys=True, ensure_ascii=False)
`, map[string]py.Value{"doc": py.NewStr(strings.ToValidUTF8(doc, "?")).Value()})
	})
}

// FuzzMarshal: arbitrary bytes are refused or give a value that can be written.
func FuzzMarshal(f *testing.F) {
	s := newSandbox(f, "import marshal\n")
	for _, b := range []string{"i\x01\x00\x00\x00", "(\x02\x00\x00\x00NT", "\xe9\x03\x00\x00\x00", "[\x01\x00\x00\x00s\x02\x00\x00\x00ab", "{\xda\x01aN0", "g\x00\x00\x00\x00\x00\x00\xf0?",
		"l\x02\x00\x00\x00\x01\x00\x02\x00", ">\x01\x00\x00\x00z\x01a", "\xdb\x01\x00\x00\x00r\x00\x00\x00\x00", "u\x03\x00\x00\x00\xed\xa0\x80", "y" + strings.Repeat("\x00", 16), "c"} {
		f.Add([]byte(b))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 4000 {
			t.Skip()
		}
		s.run(t, `
try:
    v = marshal.loads(data)
except (ValueError, EOFError, TypeError, RecursionError, MemoryError, OverflowError):
    pass
else:
    try:
        repr(v)
        marshal.dumps(v)
    except (ValueError, RecursionError):
        pass
`, map[string]py.Value{"data": py.NewBytes(b).Value()})
	})
}

// FuzzFormat: format specifications, % formats and struct formats.
func FuzzFormat(f *testing.F) {
	s := newSandbox(f, "import struct\n")
	for _, spec := range []string{">+#012_x", "*^20.3", ",.2f", "e", "%", "c", "n", "=+8d", "<<5", "z.1f", "%-5.2s|%x", "%(a)s", "%*.*f", "%%", "!3s2xH", "<iqQ?", "@Pn", "10p", "{0[a].b!r:>{1}}", "{}{}", "{a", "3x", "e", "0s"} {
		f.Add(spec)
	}
	f.Fuzz(func(t *testing.T, spec string) {
		if len(spec) > 40 || manyDigits.MatchString(spec) {
			t.Skip()
		}
		s.run(t, `
for v in (0, -5, 10**30, True, 1.5, -0.0, 1e300, float('nan'), 2-3j, 'héllo', b'x', None, [1]):
    try:
        assert isinstance(format(v, spec), str)
    except (ValueError, TypeError, OverflowError):
        pass
for args in ((), 5, 'a', (1, 2.5), ('x', 3, 4), {'a': 1}, (None,)):
    for f in (spec, spec.encode('utf-8', 'surrogatepass')):
        try:
            f % args
        except (ValueError, TypeError, OverflowError, KeyError):
            pass
try:
    spec.format(1, 'b', [2], a={'k': 3})
except (ValueError, TypeError, IndexError, KeyError, AttributeError, OverflowError):
    pass
try:
    st = struct.Struct(spec)
except (struct.error, UnicodeEncodeError):
    st = None
if st and st.size < 10000:
    vals = st.unpack(bytes(range(256)) * (st.size // 256 + 1) if False else bytes(st.size))
    try:
        back = st.pack(*vals)
    except struct.error as e:
        back = None
    assert back is None or len(back) == st.size
`, map[string]py.Value{"spec": py.NewStr(strings.ToValidUTF8(spec, "?")).Value()})
	})
}
