"""What date takes and refuses."""
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
date(year=2020, month=5, day=6)
date(2024, 1, 31)
date(2024, 2, 29)
date(9999, 12, 31)
date(1, 1, 1)
date(23, 2, 2)
date(2024, 0, 2024)
date(31, 2, 12, 2024)
date('2024', 1, 1)
date(1, 0, 23, 2, 12)
date(12, 2, 31)
date(0, 31, 2)
date(-1, 1, 23)
date(None, 1, 1)
date(2024)
date(10000, 1, 1)
""")
