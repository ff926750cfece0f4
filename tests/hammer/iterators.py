"""Iterators shared by threads: they may skip or repeat, but give only what is there."""
import itertools
from hammering import *

N = 300


def shared(make, allowed, exact=False, errors=()):
    """Several threads empty one iterator."""
    def once():
        it = make()
        got = []

        def take():
            try:
                for v in it:
                    got.append(v)
                    if len(got) > 5 * N:
                        break
            except errors:
                pass
        together(take, take, take)
        bad = [v for v in got if v not in allowed]
        assert not bad, bad[:5]
        if exact:
            assert sorted(got) == sorted(allowed), len(got)
    return once


NUMBERS = list(range(N))
TUPLE = tuple(NUMBERS)
SET = set(NUMBERS)
DICT = {i: i for i in NUMBERS}
TEXT = "".join(chr(200 + i) for i in NUMBERS)


@case
def builtin_iterators():
    pairs = {(i, i) for i in NUMBERS}
    makers = [
        shared(lambda: iter(NUMBERS), SET),
        shared(lambda: reversed(NUMBERS), SET),
        shared(lambda: iter(TUPLE), SET),
        shared(lambda: iter(range(N)), SET),
        shared(lambda: iter(SET), SET, errors=RuntimeError),
        shared(lambda: iter(DICT), SET, errors=RuntimeError),
        shared(lambda: iter(DICT.items()), pairs, errors=RuntimeError),
        shared(lambda: reversed(DICT.values()), SET, errors=RuntimeError),
        shared(lambda: iter(TEXT), set(TEXT)),
        shared(lambda: iter(bytes(range(256))), set(range(256))),
        shared(lambda: iter(bytearray(range(256))), set(range(256))),
        shared(lambda: iter(memoryview(bytes(range(256)))), set(range(256))),
        shared(lambda: zip(NUMBERS, NUMBERS), AnyPair()),
        shared(lambda: map(abs, iter(NUMBERS)), SET),
        shared(lambda: filter(None, iter(NUMBERS)), SET),
    ]

    def all_of_them():
        for m in makers:
            m()

    def counted():
        it = enumerate(iter(NUMBERS))
        seen = []

        def take():
            for i, v in it:
                assert type(i) is int and v in SET
                seen.append(i)
        together(take, take)
        assert sorted(seen) == list(range(len(seen))), "a number was given twice"
    return all_of_them, all_of_them, counted


class AnyPair:
    def __contains__(self, p):
        return type(p) is tuple and len(p) == 2 and p[0] in SET and p[1] in SET


@case
def from_itertools():
    pairs = set(itertools.product(range(20), repeat=2))
    makers = [
        shared(lambda: itertools.islice(itertools.cycle(NUMBERS), 2 * N), SET),
        shared(lambda: itertools.chain(NUMBERS, NUMBERS), SET),
        shared(lambda: itertools.chain.from_iterable([NUMBERS] * 3), SET),
        shared(lambda: itertools.product(range(20), repeat=2), pairs),
        shared(lambda: itertools.permutations(range(20), 2), pairs),
        shared(lambda: itertools.combinations(range(20), 2), pairs),
        shared(lambda: itertools.combinations_with_replacement(range(20), 2), pairs),
        shared(lambda: itertools.pairwise(iter(NUMBERS)), AnyPair()),
        shared(lambda: itertools.zip_longest(NUMBERS, NUMBERS), AnyPair()),
        shared(lambda: itertools.takewhile(lambda v: v < N, iter(NUMBERS)), SET),
        shared(lambda: itertools.dropwhile(lambda v: v < 3, iter(NUMBERS)), SET),
        shared(lambda: itertools.filterfalse(lambda v: v < 3, iter(NUMBERS)), SET),
        shared(lambda: itertools.compress(iter(NUMBERS), itertools.repeat(1)), SET),
        shared(lambda: itertools.starmap(max, zip(NUMBERS, NUMBERS)), SET),
        shared(lambda: itertools.repeat(7, N), {7}),
        shared(lambda: itertools.accumulate(itertools.repeat(1, N)), set(range(N + 1))),
    ]

    def all_of_them():
        for m in makers:
            m()

    def batches():
        it = itertools.batched(iter(NUMBERS), 7)

        def take():
            for b in it:
                assert type(b) is tuple and 0 < len(b) <= 7 and set(b) <= SET
        together(take, take)

    def groups():
        it = itertools.groupby(iter(NUMBERS), lambda v: v // 10)

        def take():
            for k, g in it:
                for v in g:
                    assert v in SET
        together(take, take)

    def tees():
        a, b = itertools.tee(iter(NUMBERS))

        def take(it):
            try:
                for v in it:
                    assert v in SET
            except RuntimeError:
                pass
        together(lambda: take(a), lambda: take(b), lambda: take(a))
    return all_of_them, all_of_them, batches, groups, tees


@case
def counting():
    def once():
        c = itertools.count()
        got = []

        def take():
            mine = [next(c) for i in range(200)]
            assert mine == sorted(mine)
            got.extend(mine)
        together(take, take, take)
        assert sorted(got) == list(range(600))
    return once, once


main()
