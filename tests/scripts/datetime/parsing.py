"""fromisoformat, strptime, fromordinal and their errors."""
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
timedelta.max
timedelta.resolution
timezone(timedelta(0))
date.fromisocalendar(2024, 9, 4)
datetime.fromisoformat('2024-01-02T03:04:05Z')
datetime.combine(date(2024, 1, 1), time(5))
time.fromisoformat('12:30+01:00')
datetime.fromisoformat('20240102T030405')
timezone(timedelta(hours=5))
datetime.strptime('12:30 PM', '%I:%M %p')
date.fromordinal(738000)
datetime.strptime('2024-060', '%Y-%j')
date.max - date.min
datetime.strptime('+0530', '%z')
date(2024, 1, 31) - date(2023, 1, 31)
datetime.fromisoformat('2024-01-02 03:04:05.678')
datetime.strptime('1.5', '%S.%f')
timezone(timedelta(minutes=-90), 'X').tzname(None)
datetime.fromisoformat('2024-01-02T03:04:05.1234567')
time.max
datetime.strptime('x2024', 'x%Y')
datetime.strptime('2024-03-04', '%Y-%m-%d')
datetime.fromtimestamp(0, timezone.utc)
date(2024, 1, 1) == datetime(2024, 1, 1)
time.fromisoformat('12:30:05,5')
time.fromisoformat('T12:30:05')
time.fromisoformat('12:30')
datetime.fromisoformat('2024-01-02T03:04')
datetime.min
datetime.fromisoformat('2024-01-02T03:04:05+05:30')
datetime.fromisoformat('2024-01-02')
date(2024, 1, 1) + timedelta(days=-1)
time.fromisoformat('12')
date.fromordinal(1)
datetime.strptime('Mon 04 Mar', '%a %d %b')
date.fromisoformat('')
date(2024, 1, 1) < datetime(2024, 1, 1)
date.fromordinal('a')
date.fromisoformat('2024-02-29T00')
datetime.strptime('2024 ', '%Y')
date.fromisoformat('2023-02-29')
datetime.combine(1, 2)
time.fromisoformat('12:60')
time.fromisoformat('25:00')
datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=timezone.utc)
datetime.strptime('bad', '%Y')
""")
