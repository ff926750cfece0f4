"""unicodedata.east_asian_width with every kind of argument."""
import unicodedata


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
unicodedata.east_asian_width('٣')
unicodedata.east_asian_width('5')
unicodedata.east_asian_width('½')
unicodedata.east_asian_width('\U0001f600')
unicodedata.east_asian_width('ab', '\U0001f600')
unicodedata.east_asian_width('NFC', 'é', 'NFKC')
unicodedata.east_asian_width(0)
unicodedata.east_asian_width('ab')
unicodedata.east_asian_width(None)
unicodedata.east_asian_width(nope=1)
""")
