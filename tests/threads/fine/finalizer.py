import threading, weakref
class C:
    def __del__(self):
        e.set()
class D:
    pass
e = threading.Event()
c = C()
del c
e.wait()
e.clear()
d = D()
weakref.finalize(d, e.set)
del d
e.wait()
