DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
NAMES = "Mon Tue Wed Thu Fri Sat Sun".split()


def leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def month_days(y, m):
    if not 1 <= m <= 12:
        raise ValueError(f"month {m} out of range")
    return DAYS[m - 1] + (m == 2 and leap(y))


def ordinal(y, m, d):
    if not 1 <= d <= month_days(y, m):
        raise ValueError(f"day {d} out of range for {y}-{m:02}")
    p = y - 1
    return p * 365 + p // 4 - p // 100 + p // 400 + sum(month_days(y, i) for i in range(1, m)) + d


def from_ordinal(n):
    y = n // 366 + 1
    while ordinal(y + 1, 1, 1) <= n:
        y += 1
    m = 1
    while ordinal(y, m, month_days(y, m)) < n:
        m += 1
    return y, m, n - ordinal(y, m, 1) + 1


def weekday(y, m, d):
    return (ordinal(y, m, d) + 6) % 7


def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    n = (h + l - 7 * m + 90) // 25
    return n, (h + l - 7 * m + 33 * n + 19) % 32


def calendar(y, m):
    print(f"{y}-{m:02}".center(20))
    print(" ".join(n[:2] for n in NAMES))
    cells = ["  "] * weekday(y, m, 1) + [f"{d:2}" for d in range(1, month_days(y, m) + 1)]
    for i in range(0, len(cells), 7):
        print(" ".join(cells[i:i + 7]))


def add_months(y, m, d, n):
    q, r = divmod(m - 1 + n, 12)
    return y + q, r + 1, min(d, month_days(y + q, r + 1))


print([y for y in (1600, 1700, 1900, 2000, 2023, 2024, 2100) if leap(y)])
print(ordinal(1, 1, 1), ordinal(1970, 1, 1), ordinal(2024, 2, 29), from_ordinal(738945), from_ordinal(1))
print(all(from_ordinal(n) == from_ordinal(n) and ordinal(*from_ordinal(n)) == n for n in range(700000, 740000, 997)))
print([NAMES[weekday(*d)] for d in ((1970, 1, 1), (2000, 1, 1), (2024, 2, 29), (1, 1, 1))], [easter(y) for y in (2000, 2008, 2024, 2038)])
calendar(2024, 2)
calendar(2023, 10)
print(add_months(2024, 1, 31, 1), add_months(2023, 1, 31, 1), add_months(2024, 11, 30, 3), add_months(2024, 3, 31, -1), add_months(2024, 1, 15, -13))
print([f"{y}-{m}" for y in (2023, 2024) for m in range(1, 13) if weekday(y, m, 13) == 4])
for bad in ((2023, 2, 29), (2023, 13, 1), (2023, 0, 1), (2023, 4, 31), (2023, 1, 0)):
    try:
        ordinal(*bad)
    except ValueError as e:
        print(e)
import datetime
print(all(datetime.date.fromordinal(n).timetuple()[:3] == from_ordinal(n) and datetime.date.fromordinal(n).weekday() == weekday(*from_ordinal(n)) for n in range(1, 800000, 7919)))


def duration(s):
    out = []
    for unit, n in (("w", 604800), ("d", 86400), ("h", 3600), ("m", 60), ("s", 1)):
        q, s = divmod(s, n)
        if q:
            out.append(f"{q}{unit}")
    return " ".join(out) or "0s"


print([duration(n) for n in (0, 59, 61, 3600, 90061, 10**7)])
print(sum(1 for y in range(1901, 2001) for m in range(1, 13) if weekday(y, m, 1) == 6))
