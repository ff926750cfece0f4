"""A lock that goes from hand to hand a very great many times takes no more memory for it."""
import threading


def resident():
    try:
        with open("/proc/self/statm") as f:
            return int(f.read().split()[1]) * 4096
    except OSError:
        return 0


def handoffs(n):
    a, b = threading.Lock(), threading.Lock()
    a.acquire()
    b.acquire()

    def other():
        for _ in range(n):
            a.acquire()
            b.release()

    t = threading.Thread(target=other)
    t.start()
    for _ in range(n):
        a.release()
        b.acquire()
    t.join()


handoffs(20000)
before = resident()
handoffs(500000)  # a million in all
print("grown", resident() - before > 64 << 20)
