"""unicodedata.bidirectional with every kind of argument."""
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
unicodedata.bidirectional('\u0301')
unicodedata.bidirectional('5')
unicodedata.bidirectional('Å')
unicodedata.bidirectional('\U0001f600')
unicodedata.bidirectional('٣')
unicodedata.bidirectional('\n')
unicodedata.bidirectional('a', '\u0301', 0)
unicodedata.bidirectional('\n', '')
unicodedata.bidirectional('NFX')
unicodedata.bidirectional(nope=1)
unicodedata.bidirectional(5)
unicodedata.bidirectional(None)
""")
