"""What time takes and refuses."""
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
time(0, 59, 31, 0)
time(1)
time(1, 0, 2, 59)
time(0, 12, 0, 12)
time(1, tzinfo=timezone.utc)
time(1, 12, 1)
time(2, 2, 12)
time()
time(23, 59, 59, 999999)
time(fold=1)
time(59, 2, 31, 1, 1)
time(1, 2, 60)
time(12, 2024, 12)
time(23, 12, 1, 1, 0)
time(1, 2, 3, 4, None, 5)
time(1.5)
time(1, 2, 3, 1000000)
time(fold=2)
time('1')
""")
