"""The same work, done in different ways, in one table.

Two jobs, each cut into TASKS equal parts:

  cpu   counts primes: Python code that computes and never waits
  io    asks a small server on this machine, which takes its time to answer

and three worlds in which to do the parts:

  one after another         no threads
  threads with the GIL      one thread per part; one at a time runs Python code
  threads without the GIL   the same, in this program run again with -X gil=0

What waits gains from threads of either kind.  What computes gains only where
the threads really run at once, and no more than the machine has processors.

    three_worlds.py [--tasks N] [--limit N] [--delay SECONDS]

It runs under CPython 3.13 as well; a usual build of that has no way to run
without the GIL, and the table says so.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import threading
import time


# The two jobs.  A job is a function of the options that does one part and
# returns a number, so that each world can be checked against the others.

def count_primes(options):
    count = 0
    for n in range(2, options.limit):
        for d in range(2, int(n ** 0.5) + 1):
            if n % d == 0:
                break
        else:
            count += 1
    return count


def ask_server(options):
    with socket.create_connection(("127.0.0.1", options.port)) as s:
        s.sendall(b"how many?\n")
        return int(s.makefile().readline())


JOBS = {"cpu": count_primes, "io": ask_server}


def serve(listener, delay):
    """Answers every question after a while, each on a thread of its own."""
    def answer(conn):
        with conn:
            conn.makefile().readline()
            time.sleep(delay)
            conn.sendall(b"42\n")

    while True:
        try:
            conn, _ = listener.accept()
        except OSError:     # closed: the work is done
            return
        threading.Thread(target=answer, args=(conn,), daemon=True).start()


# The worlds.  A world takes a job and does all its parts.

def one_after_another(job, options):
    return [job(options) for _ in range(options.tasks)]


def in_threads(job, options):
    results = [None] * options.tasks

    def work(i):
        results[i] = job(options)

    threads = [threading.Thread(target=work, args=(i,)) for i in range(options.tasks)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return results


WORLDS = {"serial": one_after_another, "threads": in_threads}


def measure(world, options):
    """Does each job in a world: {job: [seconds, results]}."""
    measured = {}
    for name, job in JOBS.items():
        start = time.perf_counter()
        results = WORLDS[world](job, options)
        measured[name] = [time.perf_counter() - start, results]
    return measured


def measure_again(world, options, *flags):
    """measure() in this program run again with other flags; None where such a
    Python cannot be had."""
    command = [sys.executable, *flags, os.path.abspath(__file__),
               "--tasks", str(options.tasks), "--limit", str(options.limit),
               "--delay", str(options.delay), "--port", str(options.port),
               "--measure", world]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0:
        if "gil" in done.stderr.lower():
            return None
        sys.exit(f"{' '.join(command)} failed:\n{done.stderr}")
    answer = json.loads(done.stdout)
    if answer["gil"]:
        return None         # it ran, but with the GIL
    return answer["measured"]


def has_gil():
    return getattr(sys, "_is_gil_enabled", lambda: True)()


# The columns of the table: title and what measures it.  Other ways to do the
# work (processes, asyncio) are further lines here.

COLUMNS = [
    ("one after another", lambda options: measure("serial", options)),
    ("threads, GIL", lambda options: measure("threads", options)),
    ("threads, no GIL", lambda options: measure_again("threads", options, "-X", "gil=0")),
]


def table(columns):
    """The lines of the table; columns are (title, measured or None)."""
    base = columns[0][1]
    lines = [f"{'job':<5}" + "".join(f"{title:>25}" for title, _ in columns)]
    for job in JOBS:
        line = f"{job:<5}"
        for _, measured in columns:
            if measured is None:
                line += f"{'not available':>25}"
                continue
            seconds, results = measured[job]
            if results != base[job][1]:
                sys.exit(f"{job}: the results differ")
            line += f"{seconds:>11.2f} s {base[job][0] / seconds:>10.2f} x"
        lines.append(line)
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tasks", type=int, default=8, help="parts of each job (default 8)")
    parser.add_argument("--limit", type=int, default=60_000, help="count primes below this (default 60000)")
    parser.add_argument("--delay", type=float, default=0.15, help="seconds in which the server answers (default 0.15)")
    parser.add_argument("--port", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--measure", choices=WORLDS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.tasks < 1:
        parser.error("--tasks must be at least 1")
    if options.measure:     # measure_again() asks
        print(json.dumps({"gil": has_gil(), "measured": measure(options.measure, options)}))
        return
    if not has_gil():
        sys.exit("start it with the GIL: it runs itself again without it")

    with socket.create_server(("127.0.0.1", 0)) as listener:
        options.port = listener.getsockname()[1]
        threading.Thread(target=serve, args=(listener, options.delay), daemon=True).start()
        columns = []
        for title, measured in COLUMNS:
            columns.append((title, measured(options)))
    print(f"{options.tasks} parts of each job on {os.process_cpu_count()} processors: seconds and speed-up")
    print(*table(columns), sep="\n")


if __name__ == "__main__":
    main()
