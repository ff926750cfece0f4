"""Methods of time."""
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
time().__bool__() if hasattr(time, '__bool__') else 'none'
time(12, 30).__repr__()
time(23, 59, 59, 999999, timezone.utc).isoformat('milliseconds')
time().utcoffset()
time(1, 2, 3).isoformat('milliseconds')
time(12, 30).hour
time(23, 59, 59, 999999, timezone.utc).isoformat('minutes')
time().hour
time().tzname()
time(1, 2, 3).hour
time(1, 2, 3).isoformat()
time(23, 59, 59, 999999, timezone.utc).__str__()
time(1, 2, 3).tzname()
time().isoformat('milliseconds')
time(12, 30).strftime('%H:%M:%S.%f %p %I %z %Z')
time(12, 30).__str__()
time().replace(hour=5)
time().isoformat()
time(23, 59, 59, 999999, timezone.utc).tzname()
time(1, 2, 3).fold
time(23, 59, 59, 999999, timezone.utc).isoformat(timespec='hours')
time().microsecond
time(1, 2, 3).replace(hour=5)
time().isoformat(timespec='hours')
time(1, 2, 3).isoformat('minutes')
time(1, 2, 3).strftime('%H:%M:%S.%f %p %I %z %Z')
time().isoformat('minutes')
time(12, 30).isoformat(timespec='hours')
time(23, 59, 59, 999999, timezone.utc).__repr__()
time(12, 30).replace(hour=5)
time(23, 59, 59, 999999, timezone.utc).strftime('%H:%M:%S.%f %p %I %z %Z')
time(1, 2, 3).isoformat(timespec='hours')
time().__repr__()
time(23, 59, 59, 999999, timezone.utc).microsecond
time().strftime('%H:%M:%S.%f %p %I %z %Z')
time(1, 2, 3).__repr__()
time(12, 30).isoformat('milliseconds')
time(23, 59, 59, 999999, timezone.utc).hour
time(12, 30).isoformat('minutes')
time(23, 59, 59, 999999, timezone.utc).replace(hour=5)
time(23, 59, 59, 999999, timezone.utc).utcoffset()
time(23, 59, 59, 999999, timezone.utc).replace(hour=25)
time(1, 2, 3).isoformat('nope')
""")
