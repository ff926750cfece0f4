"""How much of what N processes gain do N threads gain: the workloads of cpu_threads.py in both, in one run.

usage: threads_processes.py [N=number of CPUs] [size=30000] [rounds=3]

Each round times the work one after another, in N threads, and in N processes that have started and wait for the word to
go (each with its own share of the work). A row gives medians over the rounds and the threads' speed-up as a part of the
processes'; without a GIL that is the cost of sharing objects and one collector.
"""
import os
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import cpu_threads as work


def jobs(size):
    return {
        "local": (work.collatz, work.split(size), ()),
        "shared": (work.shared, work.split(size * 40), ([],)),
        "objects": (work.objects, work.split(size // 25), ()),
    }


def child(name, i, n, size):
    f, parts, extra = jobs(size)[name]
    mine = [p + extra for p in parts[i::n]]
    f(1, 3, *extra)
    print("ready", flush=True)
    sys.stdin.readline()
    for p in mine:
        f(*p)
    print("done", flush=True)


def processes(name, n, size):
    run = [sys.executable] + ["-Xgil=0"] * (not getattr(sys, "_is_gil_enabled", lambda: True)())
    ps = [subprocess.Popen(run + [os.path.abspath(__file__), "--child", name, str(i), str(n), str(size)],
                           stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for i in range(n)]
    for p in ps:
        assert p.stdout.readline() == "ready\n"
    t = time.perf_counter()
    for p in ps:
        p.stdin.write("go\n")
        p.stdin.flush()
    for p in ps:
        assert p.stdout.readline() == "done\n"
    t = time.perf_counter() - t
    for p in ps:
        p.communicate()
    return t


def main(n, size, rounds):
    print("%-8s %10s %10s %10s %10s" % ("", "threads", "processes", "part", "(N = %d)" % n))
    for name, (f, parts, extra) in jobs(size).items():
        parts = [p + extra for p in parts]
        times = []
        for _ in range(rounds):
            t0 = time.perf_counter()
            a = work.run_seq(f, parts)
            t1 = time.perf_counter()
            b = work.run_threads(f, parts, n)
            t2 = time.perf_counter()
            assert a == b
            times.append((t1 - t0, t2 - t1, processes(name, n, size)))
        seq, threads, procs = (statistics.median(t) for t in zip(*times))
        print("%-8s %10.2f %10.2f %10.2f" % (name, seq / threads, seq / procs, procs / threads))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(sys.argv[2], *map(int, sys.argv[3:]))
    else:
        a = [int(x) for x in sys.argv[1:]]
        main(a[0] if a else os.cpu_count() or 2, a[1] if len(a) > 1 else 30000, a[2] if len(a) > 2 else 3)
