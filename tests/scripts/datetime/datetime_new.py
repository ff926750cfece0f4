"""What datetime takes and refuses."""
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
datetime(1, 1, 1, 23)
datetime(2024, 1, 1, tzinfo=timezone.utc)
datetime(2024, 1, 1)
datetime(12, 1, 1, 12, 23)
datetime(12, 1, 23)
datetime(2024, 1, 1, 1, 2, 3, 4)
datetime(2, 1, 31, 2)
datetime(23, 2024, 31, 2024)
datetime(2, 12, -1)
datetime(-1, 23, 31)
datetime(0, 31, 2)
datetime(2024, 1, 1, fold=3)
datetime(2024)
datetime('a', 1, 1)
datetime(1, 1, 31, 31, 12)
datetime(10000, 1, 1)
datetime(2024, 1, 1, tzinfo='x')
""")
