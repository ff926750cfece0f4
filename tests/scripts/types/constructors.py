# Keywords of constructors in subclasses; float(), division and comparison corners.
import sys
def show(f, *a, **k):
    try:
        print(f(*a, **k))
    except Exception as e:
        print(type(e).__name__, e)
for base in (list, tuple, set, frozenset, float):
    arg = 2.5 if base is float else [1]
    class S(base): pass
    class I(base):
        def __init__(self, a, x=None):
            if base in (list, set): super().__init__(a)
    class N(base):
        def __new__(cls, a, x=None): return super().__new__(cls, a)
    print(base.__name__)
    for c in (base, S, I, N):
        show(c, arg, x=3)
class F(float):
    def __float__(self): return 42.0
class G(float):
    def __float__(self): return 42
class H(str):
    def __float__(self): return float(str(self)) + 1
print(float(F(1)), float(H("8")))
show(float, G(1))
print((-0.0) ** -float("inf"), 0.0 ** -float("inf"), 0 / -(10 ** 30))
show(lambda: 0.0 ** -1)

class X:
    def __eq__(self, o):
        b.clear()
        return NotImplemented
class Y:
    def __eq__(self, o):
        a.clear()
        return NotImplemented
a, b = [X()], [Y()]
print(a == b)

class H(int):
    n = 0
    def __hash__(self):
        H.n += 1
        return int.__hash__(self)
d = dict.fromkeys(map(H, range(5)))
dict.fromkeys(set(d)), dict.fromkeys(d, 1), set(d).difference(d)
print(H.n)

print(sys.get_int_max_str_digits())
sys.set_int_max_str_digits(700)
show(str, 10 ** 700)
show(int, "1" * 701)
print(len(hex(10 ** 700)))
show(sys.set_int_max_str_digits, 100)
sys.set_int_max_str_digits(maxdigits=0)
print(len(str(10 ** 5000)))
