"""Barrier: nobody overtakes, every round has all numbers once, and abort, reset
and timeouts reach everyone who waits."""
import threading
from common import THREADS, more, phases, report, rng, run


def rounds():
    barrier, at, stop, seen = threading.Barrier(THREADS), [0] * THREADS, [False], []
    lock = threading.Lock()

    def work(i):
        while not stop[0]:
            at[i] += 1
            n = barrier.wait()
            assert min(at) >= at[i] - 1 and max(at) <= at[i] + 1, at
            with lock:
                seen.append(n)
            if barrier.wait() == 0:
                assert sorted(seen) == list(range(THREADS)), seen
                seen.clear()
                stop[0] = not more()
            barrier.wait()
    run(*[work] * THREADS)
    return sum(at)


def breaks():
    barrier, ok, broken, left = threading.Barrier(3), [0] * THREADS, [0] * THREADS, [0]

    def work(i):
        while more():
            try:
                barrier.wait(rng.choice([None, 0.001, 0.0001]) if i else 0.01)
                ok[i] += 1
            except threading.BrokenBarrierError:
                broken[i] += 1
                if rng.random() < 0.5:
                    barrier.reset()

    def breaker(i):
        while more():
            rng.choice([barrier.abort, barrier.reset, barrier.reset])()
        # whoever still waits must get away
        while left[0] < THREADS - 1:
            barrier.abort()

    def leaving(i):
        try:
            work(i)
        finally:
            with lock:
                left[0] += 1
    lock = threading.Lock()
    run(*[leaving] * (THREADS - 1), breaker)
    assert barrier.n_waiting == 0
    return sum(ok), sum(broken)


if __name__ == "__main__":
    a, (b, c) = [f() for _, f in zip(phases(2), [rounds, breaks])]
    report(rounds=a, passed=b, broken=c)
