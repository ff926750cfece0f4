def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


r = range(2, 20, 3)
show("""
r, list(r), len(r), r[0], r[-1], r[2:4], r[::-1], r[::2], r.start, r.stop, r.step, list(r[::-1]), r[10:], list(range(5)[::-2])
5 in r, 6 in r, 5.0 in r, 'a' in r, 2.5 in r, True in range(2), 10**30 in range(10**31)
r.index(8), r.count(8), r.count(9)
r.index(9)
r[6]
r[-7]
r['a']
r[1.0]
range()
range(1.0)
range('a')
range(1, 2, 0)
range(1, 2, 3, 4)
range(None)
range(stop=5)
range(0), range(1, 1), list(range(5, 0)), list(range(5, 0, -2)), list(range(-3)), range(10) == range(0, 10, 1), range(0, 3, 2) == range(0, 4, 2), range(0) == range(5, 5), hash(range(0)) == hash(range(3, 3)), range(3) == [0, 1, 2]
range(10**20, 10**20 + 3), list(range(10**20, 10**20 + 3)), len(range(0, 10**18)), range(2**70)[2**65], range(2**70)[-1] == 2**70 - 1
len(range(2**70))
range(3)[2**70]
range(3) < range(4)
range(3) + range(4)
r.start = 5
range(3).__reversed__().__next__(), list(reversed(r)), list(reversed(range(0))), next(iter(range(1)))
min(r), max(r), sum(range(101)), sorted(range(3), reverse=True), bool(range(0)), bool(range(1))
repr(range(5)), repr(range(1, 5)), repr(range(0, 5, 1)), str(range(0, 5, 2)), range(True), range(False, True)
list(map(lambda i: range(10)[i], (0, -1, 5))), [*range(3), *range(2)], dict.fromkeys(range(2)), tuple(range(2)), set(range(2)), bytes(range(3))
range(10)[2:8][1:][::2], range(10)[-3:], range(10)[slice(1, None, 4)], range(0, -10, -3)[1:], list(range(0, -10, -3)[1:])
next(iter([])) if 0 else iter(range(3)).__length_hint__(), iter(range(3)).__reduce__()[1]
isinstance(r, range), type(iter(r)).__name__, type(iter(range(2**70))).__name__, issubclass(range, object)
""")
it = iter(range(2))
print(next(it), next(it), next(it, "end"), next(it, "end"))
try:
    class R(range):
        pass
except TypeError as e:
    print(e)
for i in range(3):
    i += 10
    print(i, end=" ")
print()


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(range(I(3)), list(range(I(1), I(6), I(2))), range(5)[I(2)], I(2) in range(5))
