"""One list, many threads."""
from hammering import *


@case
def mixed():
    a = [1, 2.0, "x"] * 10
    ok = {1, 2.0, "x", None, 7}

    def grow():
        for i in range(10):
            a.append(7)
        for i in range(10):
            try:
                a.pop()
            except IndexError:
                pass

    def store():
        for i in range(20):
            try:
                a[i] = (1, 2.0, "x", None)[i % 4]
            except IndexError:
                pass

    def read():
        for v in a:
            assert v in ok, v
        for i in range(len(a)):
            try:
                v = a[i]
            except IndexError:
                continue
            assert v in ok, v
        for v in a[:] + a[::2] + a * 2:
            assert v in ok, v
        assert 5 not in a
        repr(a)
        a == a.copy()

    def change():
        a.reverse()
        a[5:5] = [1, 7]
        del a[3:5]
        a.insert(0, 1)
        a.__iadd__([7])
        a.extend(x for x in (1, 7))
        try:
            a.remove(7)
        except ValueError:
            pass
        try:
            a.index("x")
        except ValueError:
            pass
        a.count(1)
        if len(a) > 200:
            del a[50:]
    return grow, store, read, change


@case
def nothing_lost():
    def once():
        a = []
        n = 400

        def add(i):
            for k in range(n):
                a.append((i, k))

        def extend(i):
            for k in range(0, n, 4):
                a.extend([(i, k), (i, k + 1), (i, k + 2), (i, k + 3)])

        def insert(i):
            for k in range(n):
                a.insert(k % 3, (i, k))
        together(lambda: add(0), lambda: extend(1), lambda: insert(2))
        assert len(a) == 3 * n == len(set(a)), len(a)
        for i in range(2):
            mine = [k for j, k in a if j == i]
            assert mine == sorted(mine)
    return once, once


@case
def sorting():
    def once():
        a = list(range(100))

        def sort():
            for i in range(20):
                a.sort()
                a.sort(reverse=True)

        def add():
            for i in range(100, 200):
                a.append(i)
        together(sort, sort, add)
        assert sorted(a) == list(range(200)), sorted(a)
    return once, once


@case
def sorting_by_key():
    a = [str(i) for i in range(50)]

    def sort():
        try:
            a.sort(key=lambda v: int(v))
        except ValueError as e:
            assert "modified" in str(e)

    def rotate():
        try:
            x = a.pop(0)
        except IndexError:
            return
        a.append(x)

    @checked
    def check():
        assert sorted(a, key=int) == [str(i) for i in range(50)], a
    return sort, sort, rotate, check


@case
def pops():
    def once():
        a = list(range(1000))
        got = []

        def take(last):
            mine = []
            while True:
                try:
                    mine.append(a.pop() if last else a.pop(0))
                except IndexError:
                    break
            got.append(mine)

        def remove():
            mine = []
            for i in range(0, 1000, 7):
                try:
                    a.remove(i)
                except ValueError:
                    continue
                mine.append(i)
            got.append(mine)
        together(lambda: take(True), lambda: take(False), remove)
        assert sorted(sum(got, [])) == list(range(1000))
    return once, once


main()
