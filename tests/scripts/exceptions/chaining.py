import traceback


def show(e):
    return [type(x).__name__ if x else None for x in (e, e.__cause__, e.__context__)] + [e.__suppress_context__]


def run(f):
    try:
        f()
    except BaseException as e:
        print(f.__name__, show(e), e.args)


def implicit():
    try:
        1 / 0
    except ZeroDivisionError:
        {}["k"]


def explicit():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("bad") from e


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("bad") from None


def in_finally():
    try:
        1 / 0
    finally:
        raise KeyError("fin")


def from_class():
    raise ValueError from KeyError


def from_bad():
    raise ValueError from 5


def raise_bad():
    raise 5


def raise_class_fails():
    class E(Exception):
        def __init__(self):
            raise TypeError("init")
    raise E


def reraise():
    try:
        1 / 0
    except ZeroDivisionError:
        try:
            raise
        except ZeroDivisionError as e:
            print(e.__context__)
            raise


def bare():
    raise


def nested():
    try:
        try:
            raise A1
        except NameError:
            raise KeyError(1)
    except KeyError as e:
        raise IndexError(2) from e


def same_twice():
    e = ValueError("x")
    try:
        raise e
    except ValueError:
        raise e


def swap():
    a, b = ValueError("a"), ValueError("b")
    try:
        raise a
    except ValueError:
        try:
            raise b
        except ValueError:
            raise a


for f in (implicit, explicit, suppressed, in_finally, from_class, from_bad, raise_bad, raise_class_fails, reraise, bare, nested, same_twice, swap):
    run(f)
for f in (implicit, explicit, suppressed):
    try:
        f()
    except Exception as e:
        print("".join(l for l in traceback.format_exception(e) if "File" not in l).strip())
e = ValueError("v")
e.__cause__ = KeyError("k")
print(show(e))
e.__suppress_context__ = False
e.__cause__ = None
print(show(e))
for attr, v in (("__cause__", 5), ("__context__", "x"), ("__traceback__", 1), ("args", 5), ("args", "ab"), ("__suppress_context__", "yes")):
    try:
        setattr(e, attr, v)
        print(attr, getattr(e, attr))
    except TypeError as x:
        print(x)
print(e.with_traceback(None) is e)
try:
    e.with_traceback(5)
except TypeError as x:
    print(x)
