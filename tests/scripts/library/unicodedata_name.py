"""unicodedata.name with every kind of argument."""
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
unicodedata.name('Å', 'NFKC')
unicodedata.name('ﬁ')
unicodedata.name('\u0301', 'Å')
unicodedata.name('٣', 'é')
unicodedata.name('5', 'NFD')
unicodedata.name('é', '\U0001f600')
unicodedata.name('中', '\n')
unicodedata.name('½')
unicodedata.name('a', 'ﬁ')
unicodedata.name('\n', '中')
unicodedata.name('\U0001f600', 'a')
unicodedata.name('\n', '½')
unicodedata.name('\n', 'ﬁ')
unicodedata.name('\n', '\U0001f600')
unicodedata.name('\n', '٣')
unicodedata.name('\n', 'NFD')
unicodedata.name('\n', 'Å')
unicodedata.name('\n', 'ab')
unicodedata.name('½', 'NFD', 'ab')
unicodedata.name(0, 'é')
unicodedata.name('\n')
unicodedata.name('NFD', '\u0301')
unicodedata.name(nope=1)
unicodedata.name(None, 'ab')
unicodedata.name()
unicodedata.name('a', 'é', '\u0301', '½')
""")
