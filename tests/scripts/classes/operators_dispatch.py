log = []


class A:
    def __add__(self, o):
        log.append("A.add")
        return NotImplemented

    def __radd__(self, o):
        log.append("A.radd")
        return "A.radd"

    def __lt__(self, o):
        log.append("A.lt")
        return NotImplemented

    def __gt__(self, o):
        log.append("A.gt")
        return "A.gt"

    def __eq__(self, o):
        log.append("A.eq")
        return NotImplemented


class B(A):
    def __radd__(self, o):
        log.append("B.radd")
        return NotImplemented

    def __gt__(self, o):
        log.append("B.gt")
        return NotImplemented


class C:
    def __radd__(self, o):
        log.append("C.radd")
        return "C.radd"


def run(code):
    log.clear()
    try:
        r = eval(code)
    except Exception as e:
        r = f"{type(e).__name__}: {e}"
    print(f"{code:12} {r!s:85} {log}")


for code in ("A() + A()", "A() + B()", "B() + A()", "B() + B()", "A() + C()", "C() + A()", "A() + 1", "1 + A()", "1 + B()", "A() < A()", "A() < B()", "B() < A()", "A() > B()", "A() < 1", "1 < A()", "1 > A()",
             "A() == A()", "A() == B()", "A() != 1", "A() <= A()", "C() < C()", "[] + A()", "'a' + C()", "A() += 1", "sum([A()])", "A() in [1]", "max(A(), B())", "C() + C()"):
    run(code)


class N:
    __add__ = None
    __eq__ = None
    __contains__ = None
    __iter__ = None
    __hash__ = None
    __len__ = None


for code in ("N() + 1", "N() == 1", "1 in N()", "iter(N())", "hash(N())", "len(N())", "list(N())", "[*N()]", "bool(N())", "N() != 1", "{N()}"):
    run(code)


class Ret:
    def __len__(self):
        return self.v

    def __hash__(self):
        return self.v

    def __bool__(self):
        return self.b

    def __str__(self):
        return self.v

    __repr__ = __str__
    __index__ = __int__ = __float__ = __complex__ = __format__ = __bytes__ = lambda self, *a: self.v

    def __iter__(self):
        return self.v

    def __contains__(self, x):
        return self.v

    def __dir__(self):
        return self.v


r = Ret()
for r.v in (-1, "s", 2**70, None, 1.5):
    for f in (len, hash, str, repr, int, float, complex, iter, dir, bytes, format, lambda x: 1 in x, lambda x: [1, 2, 3][x]):
        try:
            out = f(r)
            out = type(out).__name__
        except Exception as e:
            out = f"{type(e).__name__}: {e}"
        print(f.__name__, repr(r.v), out)
