"""How far reading shared objects scales: N threads do the same loop over one object that all of them share.

usage: scaling.py [threads=number of CPUs] [rounds=400000]

A row's figure is the work done in a second by N threads, divided by that of one thread: N is ideal, 1 what a GIL gives.
The loop of one thread is timed in a thread too, beside a second one that sleeps, so that both run with the same locks.
"""
import os
import sys
import threading
import time

TABLE = {i: i for i in range(1024)}
NAMES = {"k%d" % i: i for i in range(64)}
ITEMS = list(range(1024))
COUNTER = 7


class Shared:
    limit = 3

    def __init__(self):
        self.value = 5

    def method(self):
        return 1


ONE = Shared()


def read_dict(n):
    d, s = TABLE, 0
    for i in range(n):
        s += d[i & 1023]
    return s


def read_str_dict(n):
    d, s = NAMES, 0
    for i in range(n):
        s += d["k7"]
    return s


def read_list(n):
    a, s = ITEMS, 0
    for i in range(n):
        s += a[i & 1023]
    return s


def iterate_list(n):
    s = 0
    for _ in range(n // 1024):
        for v in ITEMS:
            s += v
    return s


def read_class_attribute(n):
    s = 0
    for i in range(n):
        s += Shared.limit
    return s


def read_instance_attribute(n):
    o, s = ONE, 0
    for i in range(n):
        s += o.value
    return s


def call_method(n):
    o, s = ONE, 0
    for i in range(n):
        s += o.method()
    return s


def read_global(n):
    s = 0
    for i in range(n):
        s += COUNTER
    return s


def only_locals(n):
    s = 0
    for i in range(n):
        s += i & 3
    return s


def timed(work, rounds, threads):
    """Seconds for which all of the threads were at work."""
    gate = threading.Barrier(threads + 1)
    stop = threading.Event()
    bystander = threading.Thread(target=stop.wait)
    bystander.start()

    def body():
        gate.wait()
        work(rounds)

    ts = [threading.Thread(target=body) for _ in range(threads)]
    for t in ts:
        t.start()
    gate.wait()
    start = time.perf_counter()
    for t in ts:
        t.join()
    seconds = time.perf_counter() - start
    stop.set()
    bystander.join()
    return seconds


def main(threads, rounds):
    gil = getattr(sys, "_is_gil_enabled", lambda: True)()
    print("%s, %d threads, GIL %s" % (sys.implementation.name, threads, "on" if gil else "off"))
    for work in (only_locals, read_global, read_list, iterate_list, read_dict, read_str_dict,
                 read_class_attribute, read_instance_attribute, call_method):
        one = min(timed(work, rounds, 1) for _ in range(5))
        many = min(timed(work, rounds, threads) for _ in range(5))
        print("%-24s %5.2f" % (work.__name__, threads * one / many), flush=True)


if __name__ == "__main__":
    args = [int(a) for a in sys.argv[1:]]
    main(*(args + [os.cpu_count() or 2, 400000][len(args):]))
