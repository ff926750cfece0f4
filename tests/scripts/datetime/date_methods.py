"""Methods of date."""
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
date(1, 1, 1).toordinal()
date(2000, 12, 31).timetuple()[:8]
date(2024, 2, 29).__format__('%d.%m.%y')
date(2000, 12, 31).isocalendar()
date(1, 1, 1).weekday()
date(2000, 12, 31).__str__()
date(9999, 12, 31).replace(day=1)
date(2024, 2, 29).isoweekday()
date(1, 1, 1).replace(year=2023)
date(2024, 2, 29).ctime()
date(2024, 2, 29).strftime('')
date(2024, 2, 29).replace(day=1)
date(2000, 12, 31).strftime('%Y/%m/%d %j %U %W %a %b %%')
date(2024, 2, 29).strftime('%Y/%m/%d %j %U %W %a %b %%')
date(2024, 2, 29).__str__()
date(2000, 12, 31).isoweekday()
date(9999, 12, 31).isocalendar()
date(1, 1, 1).timetuple()[:8]
date(9999, 12, 31).__repr__()
date(2000, 12, 31).__format__('%d.%m.%y')
date(2000, 12, 31).replace(day=1)
date(9999, 12, 31).__hash__() == hash(date(2024, 2, 29))
date(1, 1, 1).replace(day=1)
date(9999, 12, 31).__str__()
date(9999, 12, 31).replace(year=2023)
date(1, 1, 1).strftime('%Y/%m/%d %j %U %W %a %b %%')
date(1, 1, 1).ctime()
date(2000, 12, 31).__repr__()
date(9999, 12, 31).ctime()
date(2000, 12, 31).toordinal()
date(1, 1, 1).__repr__()
date(1, 1, 1).isoformat()
date(2024, 2, 29).toordinal()
date(2000, 12, 31).ctime()
date(2000, 12, 31).__hash__() == hash(date(2024, 2, 29))
date(2000, 12, 31).weekday()
date(2024, 2, 29).weekday()
date(1, 1, 1).__hash__() == hash(date(2024, 2, 29))
date(1, 1, 1).__format__('%d.%m.%y')
date(9999, 12, 31).toordinal()
date(2024, 2, 29).isocalendar()
date(2024, 2, 29).__hash__() == hash(date(2024, 2, 29))
date(9999, 12, 31).isoweekday()
date(9999, 12, 31).weekday()
date(2000, 12, 31).strftime('')
date(1, 1, 1).isocalendar()
date(9999, 12, 31).__format__('%d.%m.%y')
date(2024, 2, 29).__repr__()
date(1, 1, 1).isoweekday()
date(2024, 2, 29).timetuple()[:8]
date(2024, 2, 29).strftime(5)
date(2000, 12, 31).replace(1, 2, 3, 4)
date(9999, 12, 31).replace(month=13)
date(2024, 2, 29).replace(year=2023)
""")
