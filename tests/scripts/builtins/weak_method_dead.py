# What an inline cache has seen must not keep a deleted method alive.
import gc
import weakref


class Base:
    def method(self):
        return 4


def subclass():
    class C(Base):
        def method(self):
            return 6
    return C


def plain():
    C = subclass()
    o = C()
    r = weakref.WeakMethod(o.method)
    print(r()())
    del C.method
    gc.collect()
    print(r(), o.method())


def callback():
    C = subclass()
    calls = []
    o = C()
    r = weakref.WeakMethod(o.method, calls.append)
    del C.method
    gc.collect()
    print(calls == [r], r())


plain()
callback()
