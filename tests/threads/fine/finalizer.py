import threading, weakref
class C:
    def __del__(self):
        e.set()
e = threading.Event()
def drop():
    C()
drop()
e.wait()
e.clear()
def drop():
    class D:
        pass
    d = D()
    weakref.finalize(d, e.set)
drop()
sum(map(abs, range(3)))
e.wait()
