"""One dict, many threads: keys, views, iterators and all that changes it."""
from hammering import *


@case
def mixed():
    d = {i: i for i in range(50)}
    d.update({"k%d" % i: "k%d" % i for i in range(50)})

    def ints():
        for i in range(50, 150):
            d[i] = i
        for i in range(50, 150):
            d.pop(i, None)

    def strs():
        for i in range(50):
            d["n%d" % i] = "n%d" % i
        d.update({"n%d" % i: "n%d" % i for i in range(50)}, m1="m1")
        e = {3.5: 3.5}
        d.__ior__(e)
        for i in range(50):
            try:
                del d["n%d" % i]
            except KeyError:
                pass
        d.pop("m1", 0)
        d.pop(3.5, 0)

    def read():
        for i in range(50):
            assert d[i] == i
            k = "k%d" % i
            assert d[k] == k
            assert k in d
            assert d.get(i + 50) in (None, i + 50)
            assert d.setdefault(i, None) == i
        for view in d.items(), reversed(d.items()):
            try:
                for k, v in view:
                    assert k == v, (k, v)
            except RuntimeError:
                pass
        for k, v in list(d.items()):
            assert k == v
        for k, v in (d | {}).items():
            assert k == v
        assert d.keys() >= {1, 2, "k3"}
        assert len(d.values()) >= 100
        assert len(d.keys() & {1, 2, 3}) == 3
        assert {**d}[7] == 7
        repr(d), d == d.copy(), dict(d), dict.fromkeys(d)
    return ints, strs, read, read


@case
def nothing_lost():
    def once():
        d = {}
        n = 500

        def add(i):
            for k in range(n):
                d[i, k] = k
                assert d[i, k] == k

        def default(i):
            for k in range(n):
                assert d.setdefault((i, k), k) == k
        together(lambda: add(0), lambda: add(1), lambda: default(2), lambda: d.update(((3, k), k) for k in range(n)))
        assert len(d) == 4 * n, len(d)
        assert all(d[k] == k[1] for k in list(d))
    return once, once


@case
def one_wins():
    def once():
        d = {}
        won = []

        def put(i):
            for k in range(200):
                if d.setdefault(k, i) == i:
                    won.append(k)
        together(lambda: put(1), lambda: put(2), lambda: put(3))
        assert sorted(won) == list(range(200)), len(won)
    return once, once


@case
def popitem():
    def once():
        d = {i: str(i) for i in range(500)}
        got = []

        def take():
            while True:
                try:
                    k, v = d.popitem()
                except KeyError:
                    return
                assert v == str(k)
                got.append(k)

        def pop():
            for i in range(500):
                v = d.pop(i, None)
                if v is not None:
                    assert v == str(i)
                    got.append(i)
        together(take, take, pop)
        assert sorted(got) == list(range(500))
    return once, once


@case
def keys_with_methods():
    class Key:
        def __init__(self, n):
            self.n = n

        def __hash__(self):
            return self.n % 7

        def __eq__(self, other):
            return isinstance(other, Key) and self.n == other.n
    d = {Key(i): i for i in range(20)}

    def read():
        for i in range(20):
            assert d[Key(i)] == i

    def write():
        for i in range(20, 40):
            d[Key(i)] = i
        for i in range(20, 40):
            d.pop(Key(i), None)

    @checked
    def check():
        assert sorted(d.values())[:20] == list(range(20))
    return read, write, write, check


@case
def clear():
    d = {}

    def fill():
        for i in range(100):
            d[i] = i

    def empty():
        d.clear()

    def read():
        for i in range(100):
            assert d.get(i, i) == i
        for k, v in d.copy().items():
            assert k == v
        try:
            for k in d:
                pass
        except RuntimeError:
            pass
    return fill, empty, read, read


main()
