"""Runs random programs under two Pythons and compares what they do.

  python3.13 tests/difffuzz/difffuzz.py BIN [--python PYTHON] [--seconds N] [--seed N] [--out DIR]

Compared are standard output, the exit code and the last line of standard
error. A program that differs is made smaller by dropping statements until
nothing can be dropped, and written to DIR with both outputs. Run it with a
Python of the version to compare with: it asks its own types for their methods.
"""
import argparse
import os
import re
import resource
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import generate

LIMIT = 20


def guard():
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(binary, statements):
    """What a Python does with the statements: (stdout, code, last line of stderr), None when it takes too long."""
    text = generate.PREAMBLE + "\n".join(statements) + "\n"
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    env.update(PYTHONHASHSEED="0", PYTHONIOENCODING="utf-8:surrogatepass", PYTHONWARNINGS="ignore", GOMAXPROCS="1")
    try:
        p = subprocess.run([binary, "-"], input=text.encode("utf-8", "surrogatepass"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, timeout=LIMIT, preexec_fn=guard)
    except subprocess.TimeoutExpired:
        return None
    err = [e for e in p.stderr.decode("utf-8", "replace").strip().splitlines() if "Warning: " not in e]
    if err and any(e.startswith(("panic:", "fatal error:", "runtime:")) for e in err):
        err = [next(e for e in err if e.startswith(("panic:", "fatal error:", "runtime:")))]
    return p.stdout, p.returncode, err[-1] if err else ""


def differs(a, python, binary, want=None):
    want = want or run(python, a)
    if want is None:
        return None
    got = run(binary, a)
    return None if got == want else (want, got or (b"", "time limit", ""))


def minimise(statements, python, binary):
    """Drops statements as long as a difference is left."""
    size = max(1, len(statements) // 2)
    while size:
        i = 0
        while i < len(statements) and len(statements) > 1:
            less = statements[:i] + statements[i + size:]
            if less and differs(less, python, binary):
                statements = less
            else:
                i += size
        size //= 2
    return statements


def culprit(statements, want, got):
    """The statement that the first differing line of output names, if one does."""
    x, y = first_difference(want, got)
    for line in (x, y):
        tag = line.split(" ")[0]
        if tag.isdigit():
            for s in statements:
                if "show(%s, " % tag in s:
                    return [s]
    return None


def kind(lines):
    """Two finds with the same kind are most likely one."""
    return tuple(re.sub(r"'[^']*'|[0-9]+", "_", re.sub(r"^[0-9]+ ", "", x))[:80] for x in lines)


def first_difference(want, got):
    a, b = want[0].decode("utf-8", "replace").splitlines(), got[0].decode("utf-8", "replace").splitlines()
    for x, y in zip(a + [""], b + [""]):
        if x != y:
            return x, y
    return "exit %s %s" % want[1:], "exit %s %s" % got[1:]


def report(out, seed, number, statements, want, got):
    name = os.path.join(out, "%d_%d" % (seed, number))
    with open(name + ".py", "w", encoding="utf-8", errors="surrogatepass") as fh:
        fh.write("\n".join(statements) + "\n")
    with open(name + ".txt", "w", encoding="utf-8", errors="replace") as fh:
        fh.write("want %s\ngot  %s\n" % (want, got))
    print("%s\n  want %.300s\n  got  %.300s" % (name, want, got), flush=True)


def importable(binary, python, skip):
    """Leaves out of the generator the modules that one of the Pythons lacks."""
    for m in list(generate.MODULE_CALLS):
        if m in skip or any(subprocess.run([b, "-c", "import " + m], capture_output=True).returncode for b in (python, binary)):
            print("without", m)
            del generate.MODULE_CALLS[m]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("binary")
    ap.add_argument("--python", default=sys.executable)
    ap.add_argument("--seconds", type=float, default=60)
    ap.add_argument("--seed", type=int, default=int(time.time()))
    ap.add_argument("--size", type=int, default=40)
    ap.add_argument("--skip", default="", help="modules to leave out, with commas")
    ap.add_argument("--out", default="difffuzz-finds")
    a = ap.parse_args()
    corpus = generate.load_corpus(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "scripts"))
    binary = os.path.abspath(a.binary)
    os.makedirs(a.out, exist_ok=True)
    importable(binary, a.python, a.skip.split(","))
    seen = set()
    end, programs, statements, finds = time.time() + a.seconds, 0, 0, 0
    seed = a.seed
    while time.time() < end:
        seed += 1
        prog = generate.program(seed, corpus, a.size)
        programs += 1
        statements += len(prog)
        d = differs(prog, a.python, binary)
        # every statement of the program that differs is a find of its own
        while d and prog and time.time() < end + 60:
            # outputs are tagged by statement, so most differences show which one it was
            least = culprit(prog, *d)
            if not least or not differs(least, a.python, binary):
                least = minimise(prog, a.python, binary)
            d = differs(least, a.python, binary)
            if not d:
                break
            x, y = first_difference(*d)
            if kind((x, y)) not in seen:
                seen.add(kind((x, y)))
                finds += 1
                report(a.out, seed, finds, least, x, y)
            prog = [s for s in prog if s not in least]
            d = differs(prog, a.python, binary) if prog else None
    print("%d programs, %d statements, %d finds" % (programs, statements, finds))
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
