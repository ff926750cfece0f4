import textwrap
from collections import Counter, defaultdict
from itertools import groupby
from operator import itemgetter

LOG = """\
2024-01-03 10:15:02 ann   LOGIN  ok
2024-01-03 10:16:40 bob   LOGIN  fail
2024-01-03 10:17:01 bob   LOGIN  ok
2024-01-03 11:02:13 ann   UPLOAD 2048
2024-01-04 09:00:00 cid   LOGIN  ok
2024-01-04 09:05:30 cid   UPLOAD 512
broken line
2024-01-04 09:06:11 ann   LOGIN  ok
2024-01-04 09:10:00 ann   UPLOAD x12
2024-01-05 23:59:59 bob   LOGOUT ok
"""


def parse(text):
    for n, line in enumerate(text.splitlines(), 1):
        try:
            day, clock, user, verb, arg = line.split()
            h, m, s = map(int, clock.split(":"))
            yield {"day": day, "sec": h * 3600 + m * 60 + s, "user": user, "verb": verb, "arg": int(arg) if verb == "UPLOAD" else arg}
        except ValueError as e:
            print(f"line {n}: {e}")


rows = list(parse(LOG))
print(len(rows), "rows")
for day, group in groupby(rows, key=itemgetter("day")):
    group = list(group)
    print(f"{day} {len(group):>3} {'#' * len(group):<6}| {', '.join(sorted({r['user'] for r in group}))}")
by = defaultdict(Counter)
for r in rows:
    by[r["user"]][r["verb"]] += 1
verbs = sorted({r["verb"] for r in rows})
print(f"{'user':<6}" + "".join(f"{v:>8}" for v in verbs) + f"{'sum':>6}")
for u in sorted(by):
    print(f"{u:<6}" + "".join(f"{by[u][v] or '-':>8}" for v in verbs) + f"{by[u].total():>6}")
print(f"{sum(r['arg'] for r in rows if r['verb'] == 'UPLOAD') / 1024:.2f} KiB uploaded")
TEXT = "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness"
words = Counter(w.strip(",").lower() for w in TEXT.split())
print(words.most_common(4), len(words), words["nope"])
print(textwrap.fill(TEXT, 40))
print(textwrap.indent(textwrap.fill(TEXT, 30, initial_indent="* ", subsequent_indent="  "), "> "))
print(textwrap.shorten(TEXT, 50), textwrap.wrap("", 5), textwrap.wrap("abcdefghij", 4))
print(textwrap.dedent("""
    if x:
      deeper
    done
""").strip())


def justify(text, width):
    for line in textwrap.wrap(text, width)[:-1]:
        ws = line.split()
        gaps = len(ws) - 1
        if not gaps:
            yield line
            continue
        space, extra = divmod(width - sum(map(len, ws)), gaps)
        yield "".join(w + " " * (space + (i < extra)) for i, w in enumerate(ws[:-1])) + ws[-1]
    yield textwrap.wrap(text, width)[-1]


for l in justify(TEXT, 32):
    print(f"|{l:<32}|")


def table(rows, head):
    widths = [max(len(str(x)) for x in col) for col in zip(head, *rows)]
    rule = "+".join("-" * (w + 2) for w in widths)
    yield rule
    for r in [head, None, *rows]:
        yield rule if r is None else "|".join(f" {x!s:{'>' if isinstance(x, (int, float)) else '<'}{w}} " for x, w in zip(r, widths))
    yield rule


print(*table([("apple", 3, 1.25), ("kiwi", 12, 0.3), ("fig", 100, 10.0)], ("fruit", "n", "price")), sep="\n")


def caesar(s, k):
    return s.translate(str.maketrans({c: chr((ord(c) - b + k) % 26 + b) for b in (65, 97) for c in map(chr, range(b, b + 26))}))


print(caesar("Hello, World!", 3), caesar(caesar("Round trip", 7), -7))


def rle(s):
    return "".join(f"{len(list(g))}{k}" for k, g in groupby(s))


print(rle("aaabccdddd"), "".join(c * int(n) for n, c in __import__("re").findall(r"(\d+)(\D)", rle("xxyzzz"))))
