"""KeyboardInterrupts that race with the main thread's waits: the primitive stays
usable and nothing that others gave is lost."""
import _thread
import queue
import threading
import time
from common import SECONDS, phases, more, report, rng


def campaign(wait, give, check):
    """The main thread waits while one thread gives and another interrupts."""
    stop, given, quiet = threading.Event(), [0], threading.Lock()
    armed = [False]

    def giver():
        while not stop.is_set():
            give()
            given[0] += 1
            time.sleep(rng.random() / 2000)

    def interrupter():
        while not stop.is_set():
            time.sleep(rng.random() / 500)
            with quiet:
                if armed[0]:
                    armed[0] = False
                    _thread.interrupt_main()
    ts = [threading.Thread(target=f, daemon=True) for f in (giver, interrupter)]
    for t in ts:
        t.start()
    got = hits = 0
    while more():
        try:
            armed[0] = True
            got += wait()
            with quiet:
                armed[0] = False
            for _ in range(100):
                pass
        except KeyboardInterrupt:
            hits += 1
    while True:
        try:
            with quiet:
                armed[0] = False
            stop.set()
            for t in ts:
                t.join()
            break
        except KeyboardInterrupt:
            hits += 1
    check(got, given[0])
    return hits


def lock():
    l = threading.Lock()

    def wait():
        with l:
            return 1

    def give():
        with l:
            time.sleep(0.0002)

    def check(got, given):
        assert l.acquire(timeout=10), "the lock is lost"
        l.release()
    return campaign(wait, give, check)


def condition():
    c, n = threading.Condition(), [0]

    def wait():
        with c:
            while not n[0]:
                c.wait(1)
            n[0] -= 1
        return 1

    def give():
        with c:
            n[0] += 1
            c.notify()

    def check(got, given):
        assert got <= given and c.acquire(timeout=10), (got, given)
        c.release()
        assert c._waiters is not None and "0)" in repr(c)[-3:], repr(c)
    return campaign(wait, give, check)


def semaphore():
    s = threading.Semaphore(0)

    def check(got, given):
        rest = 0
        while s.acquire(False):
            rest += 1
        # One that came just before the interrupt may be gone with it, as in CPython.
        assert got + rest <= given, (got, rest, given)
        s.release()
        assert s.acquire(timeout=10)
    return campaign(s.acquire, s.release, check)


def event():
    e = threading.Event()

    def wait():
        e.wait()
        e.clear()
        return 1

    def check(got, given):
        e.set()
        assert e.wait(10)
    return campaign(wait, e.set, check)


def fifo(q):
    def wait():
        q.get()
        return 1

    def check(got, given):
        assert got + q.qsize() <= given, (got, q.qsize(), given)
        while q.qsize():
            q.get()
        q.put(1)
        assert q.get(timeout=10) == 1
    return campaign(wait, lambda: q.put(1), check)


def simple_queue():
    return fifo(queue.SimpleQueue())


def full_queue():
    return fifo(queue.Queue())


def join():
    def wait():
        t = threading.Thread(target=time.sleep, args=(0.0005,))
        t.start()
        t.join()
        return 1
    return campaign(wait, lambda: None, lambda got, given: None)


if __name__ == "__main__":
    fs = [lock, condition, semaphore, event, simple_queue, full_queue, join]
    counts = {}
    for f, _ in zip(fs, phases(len(fs))):
        counts[f.__name__] = f()
    report(**counts)
