"""Methods of datetime."""
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
datetime(2024, 2, 29, 13, 5, 7).tzname()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).__eq__(5)
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).isoformat(' ')
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).utcoffset()
datetime(2000, 1, 1, tzinfo=timezone.utc).utctimetuple()[:6]
datetime(2024, 2, 29, 13, 5, 7).isoformat('T', 'minutes')
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).astimezone(timezone(timedelta(hours=2)))
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).timestamp() if 0 else 'skip'
datetime(2024, 2, 29, 13, 5, 7).ctime()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).isoformat()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).__sub__(timedelta(365))
datetime(2024, 2, 29, 13, 5, 7).weekday()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).__add__(timedelta(days=1, seconds=-1))
datetime(2024, 2, 29, 13, 5, 7).utctimetuple()[:6]
datetime(2024, 2, 29, 13, 5, 7).__sub__(datetime(2000, 1, 1))
datetime(2024, 2, 29, 13, 5, 7).timetz()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).ctime()
datetime(2000, 1, 1, tzinfo=timezone.utc).__sub__(timedelta(365))
datetime(2024, 2, 29, 13, 5, 7).toordinal()
datetime(2000, 1, 1, tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=2)))
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).weekday()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).strftime('%A %d %B %Y %I:%M %p %z %Z %f %j')
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).tzname()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).utctimetuple()[:6]
datetime(2000, 1, 1, tzinfo=timezone.utc).timetz()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).replace(hour=0)
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).timetz()
datetime(2000, 1, 1, tzinfo=timezone.utc).time()
datetime(2024, 2, 29, 13, 5, 7).__repr__()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).__eq__(datetime(2000, 1, 1))
datetime(2000, 1, 1, tzinfo=timezone.utc).utcoffset()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).__repr__()
datetime(2000, 1, 1, tzinfo=timezone.utc).replace(hour=0)
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).isoformat('T', 'minutes')
datetime(2024, 2, 29, 13, 5, 7).isocalendar()
datetime(2000, 1, 1, tzinfo=timezone.utc).isoformat(' ')
datetime(2024, 2, 29, 13, 5, 7).__add__(timedelta(days=1, seconds=-1))
datetime(2000, 1, 1, tzinfo=timezone.utc).isocalendar()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).toordinal()
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).date()
datetime(2000, 1, 1, tzinfo=timezone.utc).strftime('%A %d %B %Y %I:%M %p %z %Z %f %j')
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).time()
datetime(2024, 2, 29, 13, 5, 7).utcoffset()
datetime(2000, 1, 1, tzinfo=timezone.utc).date()
datetime(2024, 2, 29, 13, 5, 7).strftime('%A %d %B %Y %I:%M %p %z %Z %f %j')
datetime(2000, 1, 1, tzinfo=timezone.utc).ctime()
datetime(2024, 2, 29, 13, 5, 7).__sub__(timedelta(365))
datetime(2024, 2, 29, 13, 5, 7).__eq__(datetime(2000, 1, 1))
datetime(2000, 1, 1, tzinfo=timezone.utc).isoformat('T', 'minutes')
datetime(2024, 2, 29, 13, 5, 7).__lt__(datetime(2001, 1, 1))
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).replace(hour=99)
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).__sub__(datetime(2000, 1, 1))
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).isoformat('ab')
datetime(1999, 12, 31, 23, 59, 59, 999999, timezone(timedelta(hours=-5), 'EST')).__lt__(datetime(2001, 1, 1))
""")
