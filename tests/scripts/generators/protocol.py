def g():
    try:
        x = yield 1
        print("got", x)
        y = yield x
        print("got", y)
        return "result"
    except ValueError as e:
        print("caught", e)
        yield "after throw"
    finally:
        print("finally")


def drain(it, *ops):
    for op, *a in ops:
        try:
            print(op, a, "->", getattr(it, op)(*a) if op != "next" else next(it))
        except BaseException as e:
            print(op, a, "!", type(e).__name__, e, getattr(e, "value", ""))


drain(g(), ("next",), ("send", 5), ("send", 6), ("next",))
drain(g(), ("send", 1), ("send", None), ("throw", ValueError("v")), ("next",), ("next",))
drain(g(), ("throw", KeyError("early")), ("next",))
drain(g(), ("next",), ("close",), ("next",), ("close",))
drain(g(), ("close",), ("send", None))
drain(g(), ("next",), ("throw", 5), ("throw", ValueError), ("throw", "x"), ("throw",), ("close",))
x = g()
print(x.gi_running, x.gi_suspended, x.gi_yieldfrom, x.__name__, x.__qualname__, x.gi_code.co_name, x.gi_frame is None)
next(x)
print(x.gi_suspended, x.gi_frame.f_lineno, iter(x) is x)
x.close()
print(x.gi_frame, x.gi_suspended)


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            yield 2


drain(stubborn(), ("next",), ("close",), ("next",))


def returns_on_close():
    try:
        yield
    except GeneratorExit:
        return "value from close"


drain(returns_on_close(), ("next",), ("close",))


def stop():
    yield 1
    raise StopIteration(9)


drain(stop(), ("next",), ("next",), ("next",))


def reenter():
    yield next(me)


me = reenter()
drain(me, ("next",), ("next",))


def inner():
    try:
        r = yield "i1"
        print("inner got", r)
        return "inner result"
    except KeyError:
        return "handled"


def outer():
    r = yield from inner()
    print("outer has", r)
    yield from [10, 20]
    return (yield from inner())


drain(outer(), ("next",), ("send", "S"), ("next",), ("next",), ("throw", KeyError("k")))
drain(outer(), ("next",), ("throw", KeyError("k")), ("send", 5))
try:
    list(yield_from_bad() for yield_from_bad in [lambda: (yield from 5)] )[0].send(None)
except TypeError as e:
    print(e)
x = g()
x.__name__ = "renamed"
print(x.__name__, x.__qualname__)
try:
    x.__name__ = 5
except TypeError as e:
    print(e)
