"""Iterators shared by threads give each item once, as long as no Python code runs
for it: nothing lost, nothing twice."""
import array
import collections
import csv
import io
import itertools
import re
import struct
from hammering import *

N = 300
NUMBERS = list(range(N))
DICT = {i: i for i in NUMBERS}
TEXT = "".join(chr(300 + i) for i in NUMBERS)
BYTES = bytes(range(256))
END = object()


def exact(make):
    """The items of make(), taken by three threads, one of which uses next()."""
    want = sorted(make())

    def once():
        it = make()
        got = []

        def loop():
            mine = []
            for v in it:
                mine.append(v)
            got.extend(mine)

        def ask():
            while (v := next(it, END)) is not END:
                got.append(v)
        together(loop, loop, ask)
        assert sorted(got) == want, (type(it), len(got), len(want))
    return once


def rounds(*makers):
    cases = [exact(m) for m in makers]

    def all_of_them():
        for f in cases:
            f()
    return all_of_them, all_of_them


@case
def sequences():
    return rounds(
        lambda: iter(NUMBERS), lambda: reversed(NUMBERS), lambda: iter(tuple(NUMBERS)), lambda: reversed(tuple(NUMBERS)),
        lambda: iter(range(N)), lambda: reversed(range(N)), lambda: iter(range(10**20, 10**20 + N)),
        lambda: iter(TEXT), lambda: iter(TEXT.encode()), lambda: iter(BYTES), lambda: iter(bytearray(BYTES)), lambda: iter(memoryview(BYTES)),
        lambda: iter(array.array("i", NUMBERS)), lambda: iter(collections.deque(NUMBERS)), lambda: reversed(collections.deque(NUMBERS)))


@case
def hash_tables():
    return rounds(
        lambda: iter(set(NUMBERS)), lambda: iter(frozenset(NUMBERS)), lambda: iter(DICT), lambda: iter(DICT.items()), lambda: iter(DICT.values()),
        lambda: reversed(DICT), lambda: reversed(DICT.items()), lambda: iter(collections.OrderedDict(DICT)), lambda: iter(collections.OrderedDict(DICT).items()))


@case
def built_on_others():
    return rounds(
        lambda: zip(NUMBERS, NUMBERS), lambda: map(abs, NUMBERS), lambda: filter(None, NUMBERS), lambda: enumerate(NUMBERS), lambda: enumerate(NUMBERS, 10**20),
        lambda: itertools.islice(itertools.cycle(NUMBERS), 2 * N), lambda: itertools.chain(NUMBERS, NUMBERS), lambda: itertools.chain.from_iterable([NUMBERS] * 3),
        lambda: itertools.pairwise(NUMBERS), lambda: itertools.batched(NUMBERS, 7), lambda: itertools.zip_longest(NUMBERS, NUMBERS[1:], fillvalue=0),
        lambda: itertools.starmap(max, [(i, i) for i in NUMBERS]), lambda: itertools.compress(NUMBERS, itertools.cycle([0, 1])), lambda: itertools.tee(NUMBERS)[0],
        lambda: itertools.takewhile(abs, range(1, N)), lambda: itertools.dropwhile(str.isspace, "  " + TEXT), lambda: itertools.filterfalse(str.isspace, " a" * N),
        lambda: itertools.accumulate(itertools.repeat(1, N)), lambda: itertools.repeat(7, N))


@case
def counters():
    return rounds(
        lambda: itertools.islice(itertools.count(), N), lambda: itertools.islice(itertools.count(5, 3), N), lambda: itertools.islice(itertools.count(0, .5), N),
        lambda: itertools.islice(itertools.count(2**63 - N // 2), N), lambda: itertools.islice(itertools.count(-10**30, 10**25), N))


@case
def beside_others():
    """The same while others use iterators of their own, which may share guards."""
    makers = (lambda: itertools.islice(itertools.count(), N), lambda: itertools.islice(itertools.count(5, 3), N),
              lambda: itertools.islice(itertools.cycle(NUMBERS), 2 * N), lambda: zip(NUMBERS, itertools.count()))
    one, other = rounds(*makers)

    def alone():
        for make in makers:
            list(make())
    return one, other, alone, alone


@case
def combinatorics():
    return rounds(
        lambda: itertools.product(range(20), repeat=2), lambda: itertools.permutations(range(20), 2), lambda: itertools.combinations(range(25), 2),
        lambda: itertools.combinations_with_replacement(range(20), 2))


@case
def of_the_library():
    digits = " ".join(map(str, NUMBERS))
    pattern = re.compile(r"\d+")
    return rounds(
        lambda: map(re.Match.group, pattern.finditer(digits)), lambda: struct.iter_unpack("<H", struct.pack("<300H", *NUMBERS)),
        lambda: csv.reader([str(i) for i in NUMBERS]), lambda: io.BytesIO(b"".join(b"%d\n" % i for i in NUMBERS)),
        lambda: io.StringIO(digits.replace(" ", "\n")), lambda: io.BufferedReader(io.BytesIO(digits.replace(" ", "\n").encode()), 64))


@case
def one_counter():
    """What programs do with a shared counter: numbers for everybody."""
    c = itertools.count()
    given = []

    def take():
        mine = [next(c) for i in range(500)]
        assert mine == sorted(set(mine))
        given.append(mine)

    @checked
    def check():
        numbers = [n for mine in given for n in mine]
        assert len(set(numbers)) == len(numbers), "a number was given twice"
        assert max(numbers) == len(numbers) - 1, "a number was left out"
    return take, take, take, check


@case
def branches():
    """Threads on the branches of a tee, two of them on the same one. The order
    within a branch is that of the source."""
    def once():
        a, b = itertools.tee(iter(NUMBERS))
        both, alone = [], []

        def share():
            for v in a:
                both.append(v)

        def keep():
            for v in b:
                alone.append(v)
        together(share, share, keep)
        assert alone == NUMBERS, len(alone)
        assert sorted(both) == NUMBERS, len(both)
    return once, once


@case
def groups():
    """No item of a groupby comes twice, and each in its own group."""
    def once():
        it = itertools.groupby([i // 5 for i in NUMBERS])
        seen = collections.deque()

        def take():
            for k, g in it:
                for v in g:
                    assert v == k
                    seen.append(v)
        together(take, take)
        assert max(collections.Counter(seen).values()) <= 5
    return once, once


main()
