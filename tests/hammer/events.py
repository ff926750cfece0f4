"""Event: ping-pong of pairs, and one that starts many; a lost set() hangs."""
import threading
from common import THREADS, more, phases, report, run


def pingpong():
    pairs = [(threading.Event(), threading.Event()) for _ in range(THREADS // 2)]
    counts, stop = [0] * THREADS, [False] * THREADS

    def work(i):
        a, b = pairs[i // 2]
        mine, theirs = (a, b) if i % 2 == 0 else (b, a)
        while True:
            if i % 2 == 0:
                stop[i + 1] = not more()
                theirs.set()
                if stop[i + 1]:
                    return
                mine.wait()
                mine.clear()
            else:
                mine.wait()
                mine.clear()
                if stop[i]:
                    return
                theirs.set()
            counts[i] += 1
    run(*[work] * THREADS)
    assert all(counts[i] == counts[i + 1] for i in range(0, THREADS, 2)), counts
    return sum(counts)


def starts():
    n = [0]
    while more():
        go, ready = threading.Event(), threading.Semaphore(0)

        def work(i):
            if i == 0:
                for _ in range(THREADS - 1):
                    ready.acquire()
                go.set()
            else:
                ready.release()
                assert go.wait(), "woken without a reason"
        run(*[work] * THREADS)
        n[0] += 1
    return n[0]


if __name__ == "__main__":
    a, b = [f() for _, f in zip(phases(2), [pingpong, starts])]
    report(exchanges=a, starts=b)
