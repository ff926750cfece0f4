"""Generators."""
import sys


def show(*a): print(*a)


def g1():
    try:
        a = yield 1
        show("a", a)
        try:
            b = yield 2
        except ValueError as e:
            show("thrown", e)
            b = yield "after"
        show("b", b)
    finally:
        show("closing")
it = g1(); show(next(it), it.send("A"), it.throw(ValueError("x")))
try: it.send("B")
except StopIteration as e: show("stop", e.value)
it.close()
it = g1(); next(it); it.close()
def g2():
    r = yield from g3()
    show("r", r)
    return "g2"
def g3():
    try: x = yield 10
    except KeyError: x = "ke"
    show("x", x)
    return "g3"
it = g2(); next(it)
try: it.throw(KeyError)
except StopIteration as e: show(e.value)
def g4():
    yield 1
    raise StopIteration("bad")
try: list(g4())
except RuntimeError as e: show(repr(e))
show(list(x*y for x in range(3) for y in range(3) if x != y))
def g5():
    show(sys.exception())
    yield 1
    show(sys.exception())
try: 1/0
except ZeroDivisionError:
    gi = g5(); next(gi)
list(gi)
