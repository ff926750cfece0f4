# An interrupt that comes while a native __enter__ runs finds the block entered.
import _thread, threading


class Native:
    __enter__ = staticmethod(_thread.interrupt_main)

    def __exit__(self, *exc):
        print("left with", exc[0])


def f(manager):
    with manager:
        for _ in range(3):
            pass
        print("not here")


def returns(manager):
    with manager:
        return [x for x in range(3)]


for g in f, returns:
    try:
        g(Native())
    except KeyboardInterrupt:
        print("interrupted")

lock = threading.Lock()
try:
    with Native(), lock:
        while True:
            pass
except KeyboardInterrupt:
    print("interrupted", lock.locked())
try:
    with lock, Native():
        while True:
            pass
except KeyboardInterrupt:
    print("interrupted", lock.locked())
