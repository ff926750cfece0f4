"""unicodedata.category with every kind of argument."""
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
unicodedata.category('中')
unicodedata.category('½')
unicodedata.category('ﬁ')
unicodedata.category('\n')
unicodedata.category('\U0001f600')
unicodedata.category('Å')
unicodedata.category('\u0301')
unicodedata.category('5')
unicodedata.category('½', 'é')
unicodedata.category('NFX')
unicodedata.category('NFX', 'ﬁ', '中')
unicodedata.category(None)
unicodedata.category(0)
unicodedata.category(nope=1)
""")
