"""One exception object that many threads raise, change and read."""
import sys
import traceback
from hammering import *


class Mine(Exception):
    pass


def deep(e, n):
    if n:
        deep(e, n - 1)
    raise e


def links(e):
    """Follows __cause__, __context__ and the traceback of e."""
    for first in (e.__cause__, e.__context__):
        n = 0
        x = first
        while x is not None and n < 50:
            assert isinstance(x, BaseException), x
            x = x.__context__
            n += 1
    tb = e.__traceback__
    n = 0
    while tb is not None and n < 1000:
        assert type(tb.tb_lineno) is int and tb.tb_frame.f_code
        tb = tb.tb_next
        n += 1


def formatted(e):
    """The lines of e's traceback."""
    try:
        assert "Mine" in traceback.format_exception_only(e)[0] or type(e) is not Mine
        lines = traceback.format_exception(e, limit=5)
    except AttributeError:
        return []  # the library asks twice for a cause or context, which went away between
    for line in lines:
        assert type(line) is str
    return lines


@case
def raised_by_all():
    e = Mine("one")

    def raiser():
        for i in range(20):
            try:
                deep(e, i % 5)
            except Mine as x:
                assert x is e

    def cause():
        for i in range(20):
            try:
                try:
                    1 / 0
                except ZeroDivisionError as z:
                    raise e from z
            except Mine as x:
                assert isinstance(x.__cause__, (ZeroDivisionError, KeyError, type(None)))
            e.__cause__ = None if i % 3 else KeyError(i)
            e.__suppress_context__ = bool(i & 1)

    def change():
        for i in range(20):
            assert e.with_traceback(None) is e
            e.args = (i, "x") if i % 2 else ("one",)
            e.__context__ = ValueError(i) if i % 2 else None
            e.where = i if i % 2 else "text"
            where = e.where
            assert where == "text" or type(where) is int, where

    def notes():
        for i in range(5):
            e.add_note("note")
            for n in e.__notes__:
                assert n == "note", n
        if len(e.__notes__) > 100:
            e.__notes__ = []

    def read():
        for i in range(5):
            args = e.args
            assert args == ("one",) or len(args) == 2, args
            str(e), repr(e)
            links(e)
            assert type(e.__suppress_context__) is bool

    def show():
        e.with_traceback(None)
        sys.exc_info()
        formatted(e)

    return [raiser, raiser, cause, change, notes, read, show]


@case
def contexts():
    """Two exceptions that become each other's context."""
    a, b, c = Mine("a"), Mine("b"), Mine("c")

    def pair(x, y):
        def f():
            for i in range(20):
                try:
                    try:
                        raise x
                    except Mine:
                        raise y
                except Mine as z:
                    assert z is y
                links(y)
        return f

    def clear():
        for x in a, b, c:
            x.__context__ = None
            x.__traceback__ = None

    def show():
        formatted(a)

    return [pair(a, b), pair(b, a), pair(b, c), pair(c, a), clear, show]


@case
def attributes():
    """The attributes of builtin classes are two words each: never half of one
    value and half of another."""
    o = OSError(2, "no such file", "name")
    s = StopIteration(1)
    u = UnicodeDecodeError("utf-8", b"abc", 0, 1, "bad")
    i = ImportError("m")
    x = SyntaxError("m", ("f", 1, 2, "t"))
    values = [1, 1.5, "text", None, (1,), 7.25, 3]

    def write():
        for v in values:
            o.errno = o.filename = v
            s.value = v
            i.name = i.path = v
            x.lineno = x.text = v
            u.start = 1
            u.reason = "bad" if v is None else str(v)
            u.end = 2

    def again():
        o.__init__(2, "no such file", "name")
        s.__init__(3)
        u.__init__("utf-8", b"abc", 0, 1, "bad")
        i.__init__("m", name="n", path=None)
        x.__init__("m", ("f", 1, 2, "t"))

    def delete():
        for e, name in (i, "name"), (x, "text"), (o, "filename"), (s, "value"):
            try:
                delattr(e, name)
            except AttributeError:
                pass

    def read():
        for v in o.errno, o.filename, s.value, i.path, x.lineno:
            assert v is None or v in values or v in ("name", 2), v
        for v in i.name, x.text:
            assert v is None or v in values or v in ("n", "t"), v
        start, end = u.start, u.end
        assert start in (0, 1) and end in (1, 2), (start, end)
        str(o), repr(o), str(u), str(i), str(s), str(x)
        assert o.__reduce__()[0] is o.__class__

    return [write, write, again, delete, read, read]


@case
def tracebacks():
    """tb_next never becomes a circle."""
    def make():
        try:
            deep(Mine(), 3)
        except Mine as e:
            return e.__traceback__
    a, b = make(), make()

    def link(x, y):
        def f():
            for i in range(20):
                try:
                    x.tb_next = y
                except ValueError as e:
                    assert "loop" in str(e)
                x.tb_next = None
        return f

    def walk():
        for x in a, b:
            n = 0
            while x is not None:
                x = x.tb_next
                n += 1
                assert n < 100
        traceback.extract_tb(a, limit=50)

    return [link(a, b), link(b, a), link(a, b), link(b, a), walk]


@case
def groups():
    g = ExceptionGroup("g", [Mine(1), ValueError(2), ExceptionGroup("h", [Mine(3)])])

    def handle():
        try:
            raise g
        except* Mine as m:
            assert len(m.exceptions) == 2
        except* ValueError as v:
            assert len(v.exceptions) == 1

    def parts():
        a, b = g.split(Mine)
        assert len(a.exceptions) == 2 and len(b.exceptions) == 1
        assert g.subgroup(KeyError) is None
        g.add_note("n")
        g.__traceback__ = None
        if len(g.__notes__) > 100:
            del g.__notes__[:]

    def show():
        "".join(formatted(g))

    return [handle, handle, parts, parts, show]


main()
