import itertools


def numbers(n):
    for i in range(n):
        yield i


def evens(it):
    return (x for x in it if x % 2 == 0)


def window(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            del buf[0]


def running_mean():
    total = n = 0
    mean = None
    while True:
        x = yield mean
        if x is None:
            return mean
        total += x
        n += 1
        mean = total / n


print(list(window(evens(numbers(12)), 3)))
m = running_mean()
next(m)
print([m.send(x) for x in (10, 20, 60)])
try:
    m.send(None)
except StopIteration as e:
    print("final", e.value)


def sieve():
    def take(it, p):
        return (n for n in it if n % p)
    it = itertools.count(2)
    while True:
        p = next(it)
        yield p
        it = take(it, p)


print(list(itertools.islice(sieve(), 20)))


def tree(n):
    return (tree(n - 1), n, tree(n - 1)) if n else None


def walk(t):
    if t:
        yield from walk(t[0])
        yield t[1]
        yield from walk(t[2])


print(list(walk(tree(4))))


def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in list(its):
            try:
                yield next(i)
            except StopIteration:
                its.remove(i)


print("".join(interleave("abc", "12345", "X")))


def lines(chunks):
    buf = ""
    for c in chunks:
        buf += c
        while "\n" in buf:
            line, buf = buf.split("\n", 1)
            yield line
    if buf:
        yield buf


print(list(lines(["ab\ncd", "ef", "\n\ngh"])))


def coroutine(f):
    def start(*a):
        g = f(*a)
        next(g)
        return g
    return start


@coroutine
def grep(pat, target):
    while True:
        line = yield
        if pat in line:
            target.send(line)


@coroutine
def collect(out):
    while True:
        out.append((yield))


out = []
p = grep("py", collect(out))
for w in "python java pypy rust cpython".split():
    p.send(w)
print(out)


def perms(xs):
    if not xs:
        yield []
    for i, x in enumerate(xs):
        for rest in perms(xs[:i] + xs[i + 1:]):
            yield [x] + rest


print(["".join(p) for p in perms("abc")])


def primes_factors(n):
    d = 2
    while n > 1:
        while n % d == 0:
            yield d
            n //= d
        d += 1


print([list(primes_factors(n)) for n in (12, 97, 360, 1001)])


def scheduler(tasks):
    from collections import deque
    q = deque(tasks.items())
    while q:
        name, t = q.popleft()
        try:
            print(name, next(t), end="; ")
            q.append((name, t))
        except StopIteration as e:
            print(name, "finished", e.value, end="; ")
    print()


def task(n):
    for i in range(n):
        yield i
    return n * 100


scheduler({"a": task(2), "b": task(3), "c": task(1)})
print(sum(x * y for x in range(4) for y in range(x)), max((len(w), w) for w in ["a", "ccc", "bb"]), dict((k, v) for k, v in zip("ab", (1, 2))))
print(list(zip(*[iter("abcdef")] * 2)), next((x for x in [1, 3, 5] if x % 2 == 0), None))
