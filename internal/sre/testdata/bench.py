"""Times CPython on what bench_test.go measures and prints the code words.

    python3.13 bench.py codes > bench_codes.json    patterns for bench_test.go
    python3.13 bench.py time                        ns per byte of subject
"""
import json
import re
import sys
import time
import warnings
from re import _compiler, _parser

warnings.simplefilter("ignore")
# name: (pattern, flags, wide)
PATTERNS = {
    "words": (r"\w+", 0, False),
    "digits": (r"\d+", 0, False),
    "lower": (r"[a-z]+", 0, False),
    "email": (r"[a-z.]+@[a-z]+\.com", 0, False),
    "emailGroups": (r"([\w.]+)@(\w+)\.(\w+)", 0, False),
    "date": (r"(\d{4})-(\d\d)-(\d\d)", 0, False),
    "literal": (r"Sherlock", 0, False),
    "literalPrefix": (r"Holmes (\w+)", 0, False),
    "alternation": (r"Sherlock|Holmes|Watson|street", 0, False),
    "ignoreCase": (r"sherlock holmes", re.I, False),
    "boundary": (r"\bthe\b", 0, False),
    "tokens": (r"(?P<num>\d+)|(?P<id>[A-Za-z_]\w*)|(?P<ws>\s+)|(?P<op>[^\w\s])", 0, False),
    "keyValue": (r"(\w+)\s*=\s*(\"[^\"]*\"|\d+)", 0, False),
    "lines": (r"^.*$", re.M, False),
    "lazyTags": (r"<(.*?)>", 0, False),
    "capitals": (r"[A-Z][a-z]+(?: [A-Z][a-z]+)*", 0, False),
    "whitespace": (r"\s+", 0, False),
    "notSpaceComma": (r"[^\s,]+", 0, False),
    "nested": (r"(?:[a-z]+[ ,])+\.?", 0, False),
    "lookahead": (r"\w+(?=,)", 0, False),
    "backref": (r"(\w)\1", 0, False),
    "wideWords": (r"\w+", 0, True),
    "wideRange": ("[\u0430-\u044f]+", 0, True),
    "wideLiteral": ("\u0425\u043e\u043b\u043c\u0441", 0, True),
    "wideIgnoreCase": ("\u0445\u043e\u043b\u043c\u0441", re.I, True),
}
LINE = ('Mr. Sherlock Holmes, who was usually very late in the mornings, wrote to john.watson@baker.com on 1887-10-04; '
        'rate = 42, name = "Baker street 221b" <b>the end</b>.\n')
WIDE = ("\u041c\u0438\u0441\u0442\u0435\u0440 \u0428\u0435\u0440\u043b\u043e\u043a \u0425\u043e\u043b\u043c\u0441, "
        "\u043a\u043e\u0442\u043e\u0440\u044b\u0439 \u0438\u043c\u0435\u043b \u043e\u0431\u044b\u043a\u043d\u043e\u0432"
        "\u0435\u043d\u0438\u0435 \u0432\u0441\u0442\u0430\u0432\u0430\u0442\u044c, 221b.\n")


def main():
    if sys.argv[1] == "codes":
        out = {}
        for name, (pattern, flags, wide) in PATTERNS.items():
            p = _parser.parse(pattern, flags)
            out[name] = {"p": pattern, "g": p.state.groups - 1, "wide": wide,
                         "c": [int(x) for x in _compiler._code(p, flags)]}
        lines = ",\n".join(json.dumps(k) + ":" + json.dumps(v, separators=(",", ":")) for k, v in out.items())
        print('{"line":%s,\n"wide":%s,\n"patterns":{\n%s}}' % (json.dumps(LINE), json.dumps(WIDE), lines))
        return
    for name, (pattern, flags, wide) in PATTERNS.items():
        subject = (WIDE if wide else LINE) * 400
        rx = re.compile(pattern, flags)
        # Only the engine counts here: the scanner makes a match object each
        # time, findall a string, so take the cheaper one.
        n = 0
        best = 1e9
        for _ in range(15):
            t = time.perf_counter()
            n = len(rx.findall(subject))
            best = min(best, time.perf_counter() - t)
        print("%-16s %7.2f ns/char  %6d matches" % (name, best * 1e9 / len(subject), n))


main()
