# A suspended generator does not keep what it yielded last, but all that it still needs.
import gc
import weakref


class O:
    pass


def fresh():
    while True:
        yield O()


def assigned():
    while True:
        x = yield O()
        print("sent", x)


def kept():
    o = O()
    yield o
    print("still there", type(o).__name__)
    yield 1


def pair(a, b):
    return [a, b]


def inside():
    print(pair("a", (yield O())), [(yield O()), "z"], {"k": (yield O())})
    y = yield (z := O())
    print(type(z).__name__, y)
    try:
        yield O()
    except ValueError as e:
        got = yield (lambda: e)
        print(got)
    with open(__file__) as f:
        yield [O() for i in range(2)][0]
        print(f.closed)
    for i in range(2):
        yield O() if i else O()
        print(i)


class Holder:
    def __init__(self):
        self.o = O()


def content(h):
    return h.o


def of_argument():
    hs = [Holder(), Holder()]
    while hs:
        yield content(hs.pop())


def delegated():
    got = yield from fresh()


def delegated_twice():
    yield from of_argument()
    yield from delegated()


def gone(make, *sends):
    it = make()
    o = next(it)
    w = weakref.ref(o)
    del o
    gc.collect()
    print(make.__name__, w() is None)
    for s in sends:
        o = it.send(s)
        w = weakref.ref(o)
        del o
        gc.collect()
        print(w() is None)
    return it


gone(fresh, None, None)
gone(of_argument, None)
gone(delegated, None, None)
gone(delegated_twice, None, None, None)
gone(assigned, 1, 2)
it = gone(kept)
print(next(it))
it = gone(inside, 1, 2)
next(it), it.send("y")
f = it.throw(ValueError("v"))
print(type(f()).__name__)
w = weakref.ref(it.send("got"))
gc.collect()
print(w() is None)
print([type(o).__name__ for o in it])
g = (O() for _ in range(3))
w = weakref.ref(next(g))
gc.collect()
print(w() is None, len(list(g)))
g = (o for o in [O(), O()])
print(type(next(g)).__name__, type(next(g)).__name__)
