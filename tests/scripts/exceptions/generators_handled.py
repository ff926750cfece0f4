# sys.exception() in generators, frames while an exception is thrown in, f_lineno after a raise.
import sys
def g():
    print(sys.exception())
    try:
        yield 1
    except Exception as e:
        print(repr(sys.exception()))
        yield 2
        print(repr(sys.exception()))
        yield 3
    print(sys.exception())
    yield 4
x = g()
next(x)
try:
    raise ValueError("v")
except ValueError as e:
    print(x.throw(e))
print(next(x), sys.exception())
print(next(x), sys.exception())

def h():
    try:
        raise KeyError("inner")
    except KeyError:
        pass
    yield repr(sys.exception())
    try:
        raise KeyError("inner")
    except KeyError:
        yield repr(sys.exception())
    yield repr(sys.exception())
y = h()
try:
    raise IndexError
except IndexError:
    print(next(y))
print(next(y))
try:
    raise OSError
except OSError:
    print(next(y))

def names():
    f, r = sys._getframe(1), []
    while f and f.f_code.co_name != "<module>":
        r.append(f.f_code.co_name)
        f = f.f_back
    return r
def inner():
    try:
        yield
    except ValueError:
        print(names())
    yield "next"
def outer():
    yield from inner()
o = outer()
next(o)
print(o.throw(ValueError))

class E(Exception):
    def __new__(cls): return cls
def boring(): yield
b = boring()
try:
    b.throw(E)
except TypeError as e:
    print(e)
print(next(b, "done"))
f = lambda: (yield 1)
c = f()
next(c)
try:
    c.send(2)
except StopIteration as e:
    print(e.value)

def lines(f):
    try:
        f()
    except Exception as e:
        t = e.__traceback__.tb_next
        r = []
        while t:
            r.append((t.tb_lineno - t.tb_frame.f_code.co_firstlineno, t.tb_frame.f_lineno - t.tb_frame.f_code.co_firstlineno))
            t = t.tb_next
        print(f.__name__, r)
class W:
    def __enter__(self): return self
    def __exit__(self, *a): pass
def other():
    try:
        1/0
    except TypeError as ex:
        pass
def named():
    try:
        1/0
    except Exception as ex:
        1/0
        pass
def final():
    try:
        1/0
    finally:
        pass
def within():
    with W():
        1/0
        pass
def matched():
    try:
        1/0
    except TypeError:
        pass
    except (KeyError,
            OSError):
        pass
for k in (other, named, final, within, matched): lines(k)
e = ImportError("test", name="n", path="p")
e.__init__()
print(e.args, e.msg, e.name, e.path)
for s in (b"# -*- coding: iso8859-7 -*-\n\xe1 = 0xI", 'match 1:\n case f"":\n  pass', 'match 1:\n case {f"{x}": _}:\n  pass'):
    try:
        compile(s, "f", "exec")
    except SyntaxError as e:
        print(e)
import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    eval(r"f'\{{'")
    eval(r"f'\{1}'")
print(len(w))
