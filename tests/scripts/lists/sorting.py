from functools import cmp_to_key
import operator

people = [("Ann", 31), ("Bob", 25), ("Cid", 31), ("Dee", 19), ("Eve", 25)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=operator.itemgetter(1, 0)))
print(sorted(people, key=lambda p: (-p[1], p[0])))
print(sorted("banana"), sorted({"b": 1, "a": 2}), sorted([True, False, 2, -1]))
print(sorted(["b10", "a2", "b9", "a11"], key=lambda s: (s[0], int(s[1:]))))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))
for bad in ([1, "a"], [None, 1], [1j, 2j], [{}, {}], [object, int]):
    try:
        sorted(bad)
    except TypeError as e:
        print(e)
try:
    sorted([1], key=1)
except TypeError as e:
    print(e)
try:
    sorted([1, 2], lambda a: a)
except TypeError as e:
    print(e)
try:
    sorted()
except TypeError as e:
    print(e)
print(sorted([1], key=None), sorted([]), sorted([None]))


class K:
    compares = 0

    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        K.compares += 1
        return self.v < o.v

    def __repr__(self):
        return f"K{self.v}"


ks = [K(v) for v in (5, 3, 8, 1)]
ks.sort()
print(ks, K.compares)
K.compares = 0
ks = [K(v) for v in range(20)]
ks.sort()
print(K.compares)
K.compares = 0
ks.sort(reverse=True)
print(K.compares, ks[:3])
x = [3, 2, 1]


def evil(v):
    x.append(9)
    return v


try:
    x.sort(key=evil)
except ValueError as e:
    print(e, x)
calls = []
y = [1, 2, 3]


def peek(v):
    calls.append(list(y))
    return -v


y.sort(key=peek)
print(y, calls)
z = [2, 1, 0]
try:
    z.sort(key=lambda v: 1 // v)
except ZeroDivisionError as e:
    print(e, z)
data = [(i * 7919 % 101, i) for i in range(60)]
data.sort(key=lambda t: t[0] % 5)
print([t[1] for t in data[:25]])
runs = list(range(30)) + list(range(50, 20, -1)) + [7] * 5
runs.sort()
print(runs[:12], runs[-4:], runs == sorted(runs, reverse=True)[::-1])
print(sorted(range(10), key=lambda v: v % 3), sorted(range(10), key=lambda v: v % 3, reverse=True))
words = "the quick brown fox jumps over the lazy dog".split()
words.sort(key=len)
print(words)
words.sort(key=str.lower, reverse=True)
print(words)
print(sorted([[2, 1], [1, 9], [1]]), sorted([(1, "b"), (1, "a")]), sorted([0.5, 1, -0.0, 0]), sorted([b"b", b"a"]))
print(min(people, key=lambda p: p[1]), max(people, key=lambda p: p[1]))
print(list(reversed(sorted(words)))[:2], sorted(sorted([3, 1, 2]), reverse=True))
