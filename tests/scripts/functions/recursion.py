import sys


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print([ackermann(2, n) for n in range(6)])


def hanoi(n, a="A", b="B", c="C"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(" ".join(hanoi(4)), len(list(hanoi(8))))


def perms(s):
    return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]


print(perms("abcd"))


def endless(n):
    return endless(n + 1)


try:
    endless(0)
except RecursionError as e:
    print(type(e).__name__, e)


class R:
    def __getattr__(self, n):
        return getattr(self, n + "x")

    def __eq__(self, o):
        return self == o


try:
    R().a
except RecursionError as e:
    print(str(e)[:32])
try:
    R() == 1
except RecursionError as e:
    print(str(e)[:32])
even = lambda n: True if n == 0 else odd(n - 1)
odd = lambda n: False if n == 0 else even(n - 1)
print(even(100), odd(77), even(33))


def flatten(x):
    for e in x:
        if isinstance(e, (list, tuple)):
            yield from flatten(e)
        else:
            yield e


print(list(flatten([1, [2, (3, [4, [[5]]]), 6], [], [[]], 7])))


def collatz(n, depth=0):
    return depth if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, depth + 1)


print([collatz(n) for n in range(1, 30)])
old = sys.getrecursionlimit()
sys.setrecursionlimit(old)
for bad in (0, -5, "x"):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    sys.setrecursionlimit(1)
except RecursionError as e:
    print(str(e)[:45])
nested = []
for _ in range(50):
    nested = [nested]
print(repr(nested).count("["))
