"""Lock and RLock: what they guard is never seen half changed, no increment is
lost, and who tries with a timeout or without waiting is told the truth."""
import threading
from common import THREADS, more, phases, report, rng, run


def hammer(lock, depth):
    pair = [0, 0]
    done = [0] * THREADS
    denied = [0] * THREADS

    def enter(i, k):
        if k == 0:
            a, b = pair
            assert a == b, "seen half changed"
            pair[0] = a + 1
            pair[1] += 1
            done[i] += 1
            return
        with lock:
            enter(i, k - 1)

    def work(i):
        n = 0
        while more():
            n += 1
            how = (n + i) % 4
            if how == 0:
                got = lock.acquire(timeout=rng.random() / 2000)
            elif how == 1:
                got = lock.acquire(False)
            else:
                got = lock.acquire()
            if not got:
                denied[i] += 1
                continue
            try:
                enter(i, depth)
            finally:
                lock.release()
    run(*[work] * THREADS)
    assert pair == [sum(done)] * 2, (pair, sum(done))
    assert lock.acquire(False)
    lock.release()
    return sum(done), sum(denied)


if __name__ == "__main__":
    (a, da), (b, db) = [hammer(lock(), depth) for _, (lock, depth) in zip(phases(2), [(threading.Lock, 0), (threading.RLock, 2)])]
    report(lock=a, rlock=b, denied=da + db)
