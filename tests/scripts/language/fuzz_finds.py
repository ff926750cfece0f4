def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


import collections
import types


class BadIter:
    def __iter__(self):
        return 5


class Slotted:
    __slots__ = "a"


class Ref:
    def __radd__(self, o):
        return "radd"


class No:
    def __add__(self, o):
        return NotImplemented


def f(*a, **k):
    return a, k


class Priv:
    def call(self):
        return f(__x=1)


def local_sum():
    a, b = No(), Ref()
    c = a + b
    a += b
    return c, a


show("""
','.join(BadIter())
list(BadIter())
1 in BadIter()
f(1, *5)
f(*5)
f(*[1], *None)
f(*5, a=1)
f(**5)
f(1, **{'a': 1}, **{'a': 2})
super(1, 2, 3)
super(x=1)
Priv().call()
local_sum()
No() + Ref()
types.SimpleNamespace(1, 2)
collections.OrderedDict().move_to_end([1])
'abc'.count(x=1)
[].append(x=1)
[].append(1, 2)
(5).__add__(1, 2)
(5).__add__(x=1)
[].__mul__(1, 2)
{}.__setitem__(1)
{}.__contains__(1, 2)
frozenset().__contains__()
b''.decode('nope')
b'x'.decode('')
'x'.encode('')
'a'.split('b', 2**70)
dict.__dict__['fromkeys'].__get__(None, int)
dict.__dict__['fromkeys'].__get__(None)
(1,).__getitem__(2**70)
len.__call__(x=1)
""")


def run(code):
    try:
        exec(code, globals())
        print(code, "ok")
    except Exception as e:
        print(code, "!", type(e).__name__, e)


for code in ("del 'abc'[0]", "del 'abc'['x']", "del (1, 2)[2**70]", "(1, 2)[2**70] = 1", "(1, 2)['x'] = 1", "del (5)[0]", "del {1}[0]", "del {1}['a']", "del Slotted()[0]", "del Slotted()['a']", "del Slotted().a", "Slotted()[0] = 1", "bytearray(b'a')[9] = 'x'"):
    run(code)
