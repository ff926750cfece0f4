"""Semaphore and BoundedSemaphore: never more inside than allowed, the counter is
as before at the end, also when waits time out."""
import threading
from common import THREADS, more, phases, report, rng, run


def hammer(sem, size):
    lock, inside, most = threading.Lock(), [0], [0]
    ins, outs = [0] * THREADS, [0] * THREADS

    def work(i):
        n = 0
        while more():
            n += 1
            if not (sem.acquire(timeout=rng.random() / 1000) if (n + i) % 3 else sem.acquire()):
                outs[i] += 1
                continue
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            ins[i] += 1
            with lock:
                inside[0] -= 1
            if n % 5:
                sem.release()
            else:
                sem.release(1)
    run(*[work] * THREADS)
    assert most[0] <= size and inside[0] == 0, (most, inside)
    assert sem._value == size, sem
    return sum(ins), sum(outs)


if __name__ == "__main__":
    r = [hammer(c(3), 3) for _, c in zip(phases(2), [threading.Semaphore, threading.BoundedSemaphore])]
    report(acquired=sum(x[0] for x in r), timeouts=sum(x[1] for x in r))
