"""Methods of timedelta."""
from datetime import date, datetime, time, timedelta, timezone


def r(x):
    """repr() that does not depend on the order of sets."""
    if isinstance(x, (set, frozenset)):
        return type(x).__name__ + "{" + ", ".join(sorted(map(r, x))) + "}"
    if type(x) in (list, tuple):
        return "[("[type(x) is tuple] + ", ".join(map(r, x)) + "])"[type(x) is tuple]
    return repr(x)


def show(text):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line, "->", r(eval(line)))
        except Exception as e:
            print(line, "!!", type(e).__name__, "|", e)


show(r"""
timedelta(-1).microseconds
timedelta(microseconds=-1).__mul__(2)
timedelta(microseconds=-1).__floordiv__(timedelta(hours=1))
timedelta(1, 2, 3).days
timedelta(1, 2, 3).__neg__()
timedelta(1, 2, 3).__repr__()
timedelta(microseconds=-1).total_seconds()
timedelta(hours=5, minutes=30).__add__(timedelta(1))
timedelta().days
timedelta().microseconds
timedelta(1, 2, 3).__mul__(0.5)
timedelta(1, 2, 3).__abs__()
timedelta().__abs__()
timedelta(1, 2, 3).__str__()
timedelta(microseconds=-1).microseconds
timedelta(hours=5, minutes=30).__truediv__(timedelta(hours=1))
timedelta(-1).__repr__()
timedelta(microseconds=-1).__truediv__(timedelta(hours=1))
timedelta(1, 2, 3).__floordiv__(2.5)
timedelta(hours=5, minutes=30).__mul__(0.5)
timedelta(-1).__truediv__(timedelta(hours=1))
timedelta(hours=5, minutes=30).__neg__()
timedelta(1, 2, 3).seconds
timedelta(1, 2, 3).__add__(timedelta(1))
timedelta(1, 2, 3).__divmod__(timedelta(minutes=7))
timedelta(microseconds=-1).__str__()
timedelta(hours=5, minutes=30).__floordiv__(timedelta(hours=1))
timedelta(microseconds=-1).__divmod__(timedelta(minutes=7))
timedelta(1, 2, 3).__mod__(timedelta(hours=1))
timedelta(-1).__bool__()
timedelta(microseconds=-1).__mod__(timedelta(hours=1))
timedelta(hours=5, minutes=30).total_seconds()
timedelta(-1).__lt__(timedelta(2))
timedelta(microseconds=-1).__repr__()
timedelta(hours=5, minutes=30).__str__()
timedelta(-1).__mul__(2)
timedelta(-1).__divmod__(timedelta(minutes=7))
timedelta(1, 2, 3).__truediv__(timedelta(hours=1))
timedelta(hours=5, minutes=30).__mul__(2)
timedelta(-1).__truediv__(2)
timedelta(microseconds=-1).days
timedelta(hours=5, minutes=30).seconds
timedelta(hours=5, minutes=30).__lt__(timedelta(2))
timedelta(hours=5, minutes=30).__repr__()
timedelta(1, 2, 3).total_seconds()
timedelta(-1).__neg__()
timedelta().__repr__()
timedelta(-1).days
timedelta(microseconds=-1).__abs__()
timedelta(hours=5, minutes=30).__abs__()
timedelta(1, 2, 3).__bool__()
timedelta(microseconds=-1).seconds
timedelta(hours=5, minutes=30).__divmod__(timedelta(minutes=7))
timedelta(1, 2, 3).__truediv__(0)
""")
