"""One set, many threads."""
from hammering import *


@case
def mixed():
    s = set(range(50))

    def write():
        for i in range(50, 100):
            s.add(i)
        for i in range(50, 100):
            s.discard(i)
        s.update(range(60, 70), {71, 72})
        s.difference_update(range(50, 100))

    def read():
        for i in range(50):
            assert i in s
        try:
            for v in s:
                assert 0 <= v < 100
        except RuntimeError:
            pass
        assert frozenset(range(50)) <= s.copy()
        sorted(s), repr(s), s == s.copy(), s.isdisjoint({200})
    def algebra():
        assert len(s.union([1], [2])) >= 50
        assert len(s.symmetric_difference(range(50))) <= 50
    return write, write, read, read, algebra


@case
def nothing_lost():
    def once():
        s = set()

        def add(i):
            for k in range(300):
                s.add((i, k))

        def meet():
            for i in range(20):
                s.intersection_update(all_of_them)
        all_of_them = {(i, k) for i in range(3) for k in range(300)}
        together(lambda: add(0), lambda: add(1), lambda: s.update((2, k) for k in range(300)), meet)
        assert s == all_of_them, len(s)
    return once, once


@case
def pops():
    def once():
        s = set(range(500))
        got = []

        def take():
            while True:
                try:
                    got.append(s.pop())
                except KeyError:
                    return

        def remove():
            for i in range(0, 500, 3):
                try:
                    s.remove(i)
                except KeyError:
                    continue
                got.append(i)
        together(take, take, remove)
        assert sorted(got) == list(range(500))
    return once, once


main()
