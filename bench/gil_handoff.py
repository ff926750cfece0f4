"""gil_handoff: what it takes to go from one thread to another.

usage: gil_handoff.py [rounds=50000]     lower is better everywhere
"""
import os, sys, threading, time


def locks(n):
    a, b = threading.Lock(), threading.Lock()
    a.acquire(), b.acquire()
    def other():
        for _ in range(n):
            a.acquire()
            b.release()
    t = threading.Thread(target=other)
    t.start()
    start = time.perf_counter()
    for _ in range(n):
        a.release()
        b.acquire()
    took = time.perf_counter() - start
    t.join()
    return took / n


def pipes(n):
    r1, w1 = os.pipe()
    r2, w2 = os.pipe()
    def other():
        for _ in range(n):
            os.read(r1, 1)
            os.write(w2, b"x")
    t = threading.Thread(target=other)
    t.start()
    start = time.perf_counter()
    for _ in range(n):
        os.write(w1, b"x")
        os.read(r2, 1)
    took = time.perf_counter() - start
    t.join()
    for f in r1, w1, r2, w2:
        os.close(f)
    return took / n


def beside_busy(n):
    """A thread that answers through a pipe, while another computes without end."""
    stop = False
    def busy():
        x = 0
        while not stop:
            x = (x * 1103515245 + 12345) & 0x7FFFFFFF
    t = threading.Thread(target=busy)
    t.start()
    took = pipes(n)
    stop = True
    t.join()
    return took


def naps(n):
    late = 0
    for _ in range(n):
        start = time.perf_counter()
        time.sleep(0.0005)
        late += time.perf_counter() - start - 0.0005
    return late / n


if __name__ == "__main__":
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 50000
    for name, f, n in ("lock pair", locks, n), ("pipe pair", pipes, n), ("pipe pair beside a busy thread", beside_busy, max(n // 1000, 1)), ("lateness of a sleep of 500 us", naps, max(n // 100, 1)):
        cpu = time.process_time()
        took = f(n)
        print("%-32s %9.2f us, %9.2f us of processor time" % (name, took * 1e6, (time.process_time() - cpu) / n * 1e6))
