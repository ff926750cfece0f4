#!/usr/bin/env python3
"""Times the benchmark programs under one or more Pythons and compares them.

  python3 bench/run.py [-n 5] [--only a,b] [--threads] [--limit SECONDS] BIN [BIN2 ...]

A BIN may have options, as in "bin/coachwhip -X gil=0". --threads takes the
programs with threads instead of the ones without.

Each program's output must be that of expected.txt. The runs of the Pythons are
interleaved, because a machine's speed drifts; the figure of a Python is the
median of the whole process's wall time in seconds, the last columns are the
ratios to the last BIN (lower is faster).
"""
import argparse
import math
import os
import shlex
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAMS = "bm_fannkuch bm_nbody bm_spectral_norm bm_richards bm_chaos bm_raytrace bm_nqueens bm_json bm_text bm_orderbook".split()
THREADS = "cpu_threads sync_primitives io_threads".split()


def expected():
    texts, name = {}, None
    with open(os.path.join(HERE, "expected.txt"), encoding="utf-8") as f:
        for line in f:
            if line.startswith("## "):
                name = line[3:].strip()
                texts[name] = ""
            elif name:
                texts[name] += line
    return texts


def run_once(binary, name, limit):
    """Returns (seconds, stdout, error or None) of one run."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    env["PYTHONDONTWRITEBYTECODE"] = "1"
    start = time.perf_counter()
    p = subprocess.Popen(shlex.split(binary) + [name + ".py"], cwd=HERE, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        out, err = p.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        p.kill()
        p.communicate()
        return None, "", "more than %g s" % limit
    seconds = time.perf_counter() - start
    if p.returncode:
        return None, out, (err.strip().splitlines() or ["exit code %d" % p.returncode])[-1]
    return seconds, out, None


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("-n", type=int, default=5)
    ap.add_argument("--only", default="")
    ap.add_argument("--threads", action="store_true")
    ap.add_argument("--limit", type=float, default=120)
    ap.add_argument("bins", nargs="+")
    a = ap.parse_args()
    bins = [os.path.abspath(b) if os.path.sep in b else b for b in a.bins]
    want = expected()
    logs, failed = {b: [] for b in bins}, False
    for name in a.only.split(",") if a.only else THREADS if a.threads else PROGRAMS:
        times, errors = {b: [] for b in bins}, {}
        for _ in range(a.n):
            for b in bins:
                if b in errors:
                    continue
                seconds, out, err = run_once(b, name, a.limit)
                if err is None and out != want[name]:
                    err = "wrong output"
                if err is not None:
                    errors[b] = err
                else:
                    times[b].append(seconds)
        line = "%-18s" % name
        ref = statistics.median(times[bins[-1]]) if bins[-1] not in errors else None
        for b in bins:
            if b in errors:
                failed = True
                line += "  %s" % errors[b]
                continue
            m = statistics.median(times[b])
            line += "  %7.3f s" % m
            if ref and b is not bins[-1]:
                line += " (%.2f)" % (m / ref)
                logs[b].append(math.log(m / ref))
        print(line, flush=True)
    for b in bins[:-1]:
        if logs[b]:
            print("geometric mean of the ratios of %s: %.2f" % (b, math.exp(statistics.mean(logs[b]))))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
