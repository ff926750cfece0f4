"""Condition: a token goes round, items pass through a bounded buffer, with Lock
and RLock; every waiter that is due is woken."""
import threading
from common import THREADS, more, phases, report, rng, run


def ring(cond):
    turn, passed, stop = [0], [0] * THREADS, [False]

    def work(i):
        while True:
            with cond:
                cond.wait_for(lambda: turn[0] == i or stop[0])
                if stop[0]:
                    cond.notify_all()
                    return
                if i == 0 and not more():
                    stop[0] = True
                passed[i] += 1
                turn[0] = (i + 1) % THREADS
                cond.notify_all()
    run(*[work] * THREADS)
    assert max(passed) - min(passed) <= 1, passed
    return sum(passed)


def buffer(lock):
    """One lock, two conditions, notify() of one at a time: a lost one hangs."""
    items, room, filled = [], threading.Condition(lock), threading.Condition(lock)
    put, got = [0] * THREADS, [0] * THREADS

    def producer(i):
        while more():
            with room:
                while len(items) >= 3:
                    room.wait()
                items.append(1)
                put[i] += 1
                filled.notify()
        with room:
            while len(items) >= 3:
                room.wait()
            items.append(None)
            filled.notify()

    def consumer(i):
        while True:
            with filled:
                while not items:
                    filled.wait(rng.choice([None, None, 0.001]))
                x = items.pop(0)
                room.notify()
            if x is None:
                return
            got[i] += x
    run(*[producer, consumer] * (THREADS // 2))
    assert sum(put) == sum(got), (put, got)
    return sum(put)


if __name__ == "__main__":
    counts = [f(x()) for _, (f, x) in zip(phases(4), [
        (ring, threading.Condition), (ring, lambda: threading.Condition(threading.Lock())), (buffer, threading.Lock), (buffer, threading.RLock)])]
    report(rounds=counts[0] + counts[1], items=counts[2] + counts[3])
