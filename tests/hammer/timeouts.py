"""Time-outs that race with wake-ups: whatever a wait answers is true, and what it
did not take is there for others."""
import queue
import threading
import time
from common import THREADS, more, phases, report, rng, run


def semaphore():
    sem, got, given = threading.Semaphore(0), [0] * THREADS, [0]

    def work(i):
        if i == 0:
            while more():
                sem.release()
                given[0] += 1
                time.sleep(rng.random() / 5000)
        else:
            while more():
                got[i] += sem.acquire(timeout=rng.random() / 5000)
    run(*[work] * THREADS)
    rest = 0
    while sem.acquire(False):
        rest += 1
    assert sum(got) + rest == given[0], (got, rest, given)
    return sum(got)


def simple_queue():
    return items(queue.SimpleQueue())


def full_queue():
    return items(queue.Queue(4))


def items(q):
    got, given = [[] for _ in range(THREADS)], [0]

    def work(i):
        if i == 0:
            while more():
                q.put(given[0])
                given[0] += 1
                time.sleep(rng.random() / 5000)
        else:
            while more() or q.qsize():
                try:
                    got[i].append(q.get(timeout=rng.random() / 5000))
                except queue.Empty:
                    pass
    run(*[work] * THREADS)
    every = [x for g in got for x in g]
    while q.qsize():
        every.append(q.get())
    assert sorted(every) == list(range(given[0])), (len(every), given)
    return given[0]


def condition():
    """notify(1) meets a waiter that times out: then it says so or was notified."""
    cond, tokens, taken = threading.Condition(), [0], [0] * THREADS
    given = [0]

    def work(i):
        if i == 0:
            while more():
                with cond:
                    tokens[0] += 1
                    given[0] += 1
                    cond.notify()
                time.sleep(rng.random() / 5000)
        else:
            while more():
                with cond:
                    if cond.wait_for(lambda: tokens[0], timeout=rng.random() / 2000):
                        tokens[0] -= 1
                        taken[i] += 1
    run(*[work] * THREADS)
    assert sum(taken) + tokens[0] == given[0]
    return sum(taken)


def event():
    ev, hits = threading.Event(), [0] * THREADS

    def work(i):
        if i == 0:
            while more():
                ev.set()
                time.sleep(rng.random() / 5000)
                ev.clear()
            ev.set()
        else:
            while more():
                hits[i] += ev.wait(rng.random() / 5000)
            assert ev.wait(60)
    run(*[work] * THREADS)
    return sum(hits)


if __name__ == "__main__":
    fs = [semaphore, simple_queue, full_queue, condition, event]
    report(**{f.__name__: f() for f, _ in zip(fs, phases(len(fs) + 1))})
