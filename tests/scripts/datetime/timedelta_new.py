"""What timedelta takes and refuses."""
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
timedelta(0, 31, 0, 31, 0)
timedelta(seconds=86400)
timedelta(microseconds=-1)
timedelta(23, 31, 2)
timedelta(-1, 12, -1, 2)
timedelta(0, 12, 31, 23, 2)
timedelta(23, 2, -1, 23, -1)
timedelta(59, 2, 0)
timedelta(12, 2024, 23)
timedelta(2024, 59, 59, -1)
timedelta(days=999999999)
timedelta()
timedelta(59, 31, 2)
timedelta(31, 0, 23)
timedelta(12, 2024, 12)
timedelta(23, 31, 59, 1)
timedelta(1, 31, 12, -1, 31)
timedelta(1, 2, 3)
timedelta(2024, 1, -1, 0)
timedelta(31, -1, 59, 12, 12)
timedelta(days=1000000000)
timedelta('1')
timedelta(nope=1)
timedelta(1, 2, 3, 4, 5, 6, 7, 8)
timedelta(None)
timedelta(days=float('nan'))
""")
