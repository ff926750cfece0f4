def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class Noisy:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        print("lt", self.v, o.v)
        return self.v < o.v

    def __eq__(self, o):
        print("eq", self.v, o.v)
        return self.v == o.v

    def __hash__(self):
        return 1


def n(v):
    print("make", v)
    return Noisy(v)


show("""
1 < 2 < 3
1 < 3 < 2
3 > 2 > 1 != 0
1 < 2 < 3 < 4 < 5 < 5
1 == 1.0 == True
not 1 < 2
1 in [1] == True
(1 in [1]) == True
1 < 'a'
None < None
[] < ()
1 is not None is not 2
'a' < 'b' in 'abc'
""")
print(n(1) < n(2) < n(3))
print(n(5) < n(2) < n(3))
print(n(1) == n(1) < n(4))
print(n(1) != n(2))
a, b, c = n(1), n(1), n(9)
print(a in [c, b])
print({a: 1, b: 2, c: 3}.__len__())
