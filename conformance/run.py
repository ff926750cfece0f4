#!/usr/bin/env python3
"""Runs modules of CPython 3.13's own test suite under Coachwhip and compares with the list of expected failures.

    python3 conformance/run.py --bin bin/coachwhip              the modules of modules.txt
    python3 conformance/run.py --bin bin/coachwhip test.test_list test.test_dict
    python3 conformance/run.py --bin bin/coachwhip --update     rewrites expected_failures.txt, keeping the reasons

The tests come from an installed CPython 3.13 (COACHWHIP_CPYTHON, or python3.13 on PATH); without one there is
nothing to run, which is said and is no failure. Each module runs in a process of its own with a fresh working
directory. A test that kills or hangs the process is recorded as such and the module is resumed behind it.
The exit status is 1 after an unexpected failure or when a listed test passes. Python 3.8 or later, no packages.
"""
import argparse
import concurrent.futures
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
EXPECTED = os.path.join(HERE, "expected_failures.txt")
OUTCOMES = {"P": "passed", "F": "failed", "E": "error", "S": "skipped", "X": "expected failure",
            "U": "unexpected success", "H": "hangs", "C": "kills the process"}
BAD = "FEUHC"


def find_test_package():
    """Returns the directory of CPython 3.13's test package, or None."""
    probe = ("import sys, os\n"
             "assert sys.version_info[:2] == (3, 13)\n"
             "import test\n"
             "print(os.path.dirname(os.path.abspath(test.__file__)))")
    for python in (os.environ.get("COACHWHIP_CPYTHON"), shutil.which("python3.13")):
        if not python:
            continue
        try:
            r = subprocess.run([python, "-I", "-c", probe], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                               universal_newlines=True, timeout=60)
        except (OSError, subprocess.TimeoutExpired):
            continue
        path = r.stdout.strip()
        if r.returncode == 0 and os.path.exists(os.path.join(path, "test_list.py")):
            return path
    return None


def first_words(path):
    words = []
    if os.path.exists(path):
        with open(path, encoding="utf-8") as f:
            for line in f:
                if line.strip() and not line.startswith("#"):
                    words.append(line.split()[0])
    return words


def read_modules(path):
    """Returns [(module, attainable or None)]."""
    rows = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            w = line.split()
            if w and not line.startswith("#"):
                rows.append((w[0], int(w[1]) if len(w) > 1 else None))
    return rows


def read_expected():
    """Returns {test id: reason}."""
    listed = {}
    if os.path.exists(EXPECTED):
        with open(EXPECTED, encoding="utf-8") as f:
            for line in f:
                line = line.rstrip("\n")
                if line and not line.startswith("#"):
                    name, _, reason = line.partition("\t")
                    listed[name] = reason
    return listed


class Log:
    """The result lines that runone.py has written so far."""

    def __init__(self, path):
        self.results, self.modules, self.found, self.current, self.done = {}, [], 0, None, False
        if not os.path.exists(path):
            return
        with open(path, encoding="utf-8", errors="replace") as f:
            for line in f:
                w = line.rstrip("\n").split(" ", 3)
                if w[0] == "N":
                    self.found = max(self.found, int(w[1]))
                elif w[0] == "B":
                    self.current = w[1]
                elif w[0] == "M":
                    self.modules.append(line.split(" ", 3)[2:])
                elif w[0] == "D":
                    self.done = True
                elif w[0] in OUTCOMES and len(w) > 1:
                    why = w[3] if len(w) > 3 else ""
                    old = self.results.get(w[1])
                    if old is None or old[0] == "P":  # of two tests with one id the worse one counts
                        self.results[w[1]] = (w[0], why)
                    if w[1] == self.current:
                        self.current = None


class Module:
    """One module's run. results: {id: (outcome, why)}; broken: why the module could not be run to its end, or None."""

    def __init__(self, name, attainable):
        self.name, self.attainable = name, attainable
        self.results, self.found, self.broken, self.seconds = {}, 0, None, 0.0

    def run(self, opt, lib, work):
        begin = time.time()
        log_path = os.path.join(work, self.name + ".res")
        err_path = os.path.join(work, self.name + ".err")
        restarts = 0
        while True:
            cwd = tempfile.mkdtemp(prefix="run_", dir=work)
            cmd = [opt.bin] + opt.bin_args.split() + [os.path.join(HERE, "runone.py"), "-o", log_path,
                                                      "--stubs", os.path.join(HERE, "stubs")]
            if opt.use:
                cmd += ["--use", opt.use]
            if restarts:
                skip = os.path.join(work, self.name + ".skip")
                with open(skip, "w", encoding="utf-8") as f:
                    f.writelines(k + "\n" for k in Log(log_path).results)
                cmd += ["--skip", skip]
            env = {k: os.environ[k] for k in ("PATH", "LANG", "TERM") if k in os.environ}
            env.setdefault("LANG", "C.UTF-8")
            if re.search(r"\bgil=0\b", opt.bin_args):
                env["PYTHON_GIL"] = "0"  # for the processes that tests start
            env.update(PYTHONPATH=lib + os.pathsep + os.path.join(HERE, "stubs"), TMPDIR=cwd, HOME=cwd, PYTHONPYCACHEPREFIX=os.path.join(work, "pycache"))
            with open(err_path, "ab") as err:
                p = subprocess.Popen(cmd + [self.name], cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=err, stderr=err,
                                     start_new_session=True)
            why = wait(p, log_path, begin + opt.module_limit, opt.test_limit)
            kill(p)
            status = p.wait()
            shutil.rmtree(cwd, ignore_errors=True)
            log = Log(log_path)
            if log.done:
                break
            if why == "module limit":
                self.broken = "not finished within %d s (in %s)" % (opt.module_limit, log.current or "no test")
                break
            if log.current is None:
                self.broken = "ended outside of a test, status %s%s" % (status, ", hanging" if why else "")
                break
            with open(log_path, "a", encoding="utf-8") as f:
                f.write("%s %s 0 status %s\n" % ("H" if why else "C", log.current, status))
            restarts += 1
            if restarts >= opt.max_restarts:
                self.broken = "given up after %d restarts" % restarts
                break
        log = Log(log_path)
        self.results, self.found, self.seconds = log.results, log.found, time.time() - begin
        for k in [k for k in log.results if k.startswith("unittest.loader._FailedTest.")]:
            self.found -= 1
            self.broken = "does not load: " + self.results.pop(k)[1].split(" Traceback ")[-1][-120:]
        for w in log.modules:
            if w and w[0] != "S":
                self.broken = "does not load: " + (w[1].strip() if len(w) > 1 else "")
        return self

    def count(self, outcomes, leave_out):
        return sum(1 for k, (o, _) in self.results.items() if o in outcomes and k not in leave_out)


def wait(p, log_path, deadline, test_limit):
    """Waits for the process; returns None when it ended by itself, else which limit was reached."""
    size, since = -1, time.time()
    while p.poll() is None:
        time.sleep(0.05)
        now = time.time()
        s = os.path.getsize(log_path) if os.path.exists(log_path) else 0
        if s != size:
            size, since = s, now
        if now > deadline:
            return "module limit"
        if now - since > test_limit:
            return "test limit"
    return None


def kill(p):
    """Ends what is left of the session that the process leads."""
    try:
        os.killpg(p.pid, signal.SIGKILL)
    except OSError:
        pass


def compare(modules, listed, need_not):
    """Returns (unexpected failures [(id, what)], listed ids that pass, {failing id: what})."""
    failing, passing = {}, []
    for m in modules:
        for k, (o, why) in m.results.items():
            if o in BAD and k not in need_not:
                failing[k] = "%s%s" % (OUTCOMES[o], ": " + why if why else "")
            elif k in listed:
                passing.append(k)
        if m.broken:
            failing[m.name] = m.broken
        elif m.name in listed:
            passing.append(m.name)
    return [(k, v) for k, v in failing.items() if k not in listed], passing, failing


def short(what):
    """A first reason for the list, made of the test's message: one line, nothing that differs from run to run."""
    what = re.sub(r"/\S*/", "", what.replace("\t", " "))
    return re.sub(r"0x[0-9a-f]+", "0x", what)[:120].strip()


def update(modules, listed, failing):
    names = [m.name for m in modules]

    def ours(k):
        return any(k == n or k.startswith(n + ".") or "(" + n + "." in k for n in names)

    # What a broken module did not get to keeps its entry.
    unseen = {m.name: m for m in modules if m.broken}

    def keep(k):
        m = next((m for n, m in unseen.items() if k.startswith(n + ".")), None)
        return not ours(k) or (m is not None and k not in m.results)

    new = {k: r for k, r in listed.items() if keep(k)}
    for k, what in failing.items():
        new[k] = listed.get(k) or short(what)
    with open(EXPECTED, "w", encoding="utf-8") as f:
        f.write("# Tests of CPython 3.13 that Coachwhip does not pass yet: id<TAB>reason. Written by run.py --update; reasons are kept.\n")
        for k in sorted(new):
            f.write("%s\t%s\n" % (k, new[k]))
    return len(new)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--bin", required=True, help="the interpreter")
    ap.add_argument("--bin-args", default="", help='its options, for example "-X gil=0"')
    ap.add_argument("--use", help="resources of the tests to enable, for example walltime,cpu")
    ap.add_argument("--list", default=os.path.join(HERE, "modules.txt"), help="modules with their attainable counts")
    ap.add_argument("--jobs", type=int, default=2)
    ap.add_argument("--module-limit", type=float, default=600, help="seconds for a module")
    ap.add_argument("--test-limit", type=float, default=60, help="seconds without a result that count as a hang")
    ap.add_argument("--max-restarts", type=int, default=50)
    ap.add_argument("--out", help="directory to keep the result lines in")
    ap.add_argument("--update", action="store_true", help="rewrite expected_failures.txt")
    ap.add_argument("names", nargs="*", help="modules (default: all of the list)")
    opt = ap.parse_args()
    opt.bin = os.path.abspath(opt.bin)
    tests = find_test_package()
    if tests is None:
        print("conformance: no CPython 3.13 with its test package (set COACHWHIP_CPYTHON or put python3.13 on PATH); nothing run")
        return 0
    known = read_modules(opt.list)
    attainable = dict(known)
    names = opt.names or [n for n, _ in known]
    need_not = set(first_words(os.path.join(HERE, "cpython_only_ids.txt")))
    listed = read_expected()
    # A shell that starts us in the background leaves SIGINT ignored, and children would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    work = tempfile.mkdtemp(prefix="conformance_")
    try:
        lib = os.path.join(work, "lib")
        os.mkdir(lib)
        os.symlink(tests, os.path.join(lib, "test"))
        head = "%-46s %6s %6s %6s %6s %7s %10s %7s %6s" % ("module", "cases", "passed", "failed", "errors", "skipped", "attainable", "score", "s")
        print(head, flush=True)
        total, lock = [0] * 6, threading.Lock()

        def one(name):
            m = Module(name, attainable.get(name)).run(opt, lib, work)
            passed = m.count("P", need_not)
            row = [m.found, passed, m.count("FU", need_not), m.count("EHC", need_not), m.count("SX", ()), m.attainable]
            score = "%.1f%%" % min(100.0, 100.0 * passed / m.attainable) if m.attainable else "-"
            with lock:
                if m.attainable:
                    for i, v in enumerate(row):
                        total[i] += v
                print("%-46s %6d %6d %6d %6d %7d %10s %7s %6.1f  %s" % (
                    (name,) + tuple(row[:5]) + ("-" if m.attainable is None else m.attainable, score, m.seconds, m.broken or "")), flush=True)
                if opt.out:
                    os.makedirs(opt.out, exist_ok=True)
                    for ext in (".res", ".err"):
                        if os.path.exists(os.path.join(work, name + ext)):
                            shutil.copy(os.path.join(work, name + ext), opt.out)
            return m

        with concurrent.futures.ThreadPoolExecutor(opt.jobs) as pool:
            modules = list(pool.map(one, names))
        print("%-46s %6d %6d %6d %6d %7d %10d %7s" % (("total",) + tuple(total) + (
            "%.1f%%" % (100.0 * total[1] / total[5]) if total[5] else "-",)))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    unexpected, passing, failing = compare(modules, listed, need_not)
    if opt.update:
        print("%d expected failures written" % update(modules, listed, failing))
        return 0
    for k, what in unexpected:
        print("unexpected: %s: %s" % (k, what))
    for k in passing:
        print("listed as failing, but passes: %s" % k)
    print("%d unexpected failures, %d listed tests that pass, %d failures as listed" % (
        len(unexpected), len(passing), len(failing) - len(unexpected)))
    return 1 if unexpected or passing else 0


if __name__ == "__main__":
    sys.exit(main())
