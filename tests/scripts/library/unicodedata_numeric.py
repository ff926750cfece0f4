"""unicodedata.numeric with every kind of argument."""
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
unicodedata.numeric('é', '\u0301')
unicodedata.numeric('a', 0)
unicodedata.numeric('Å', '')
unicodedata.numeric('5', '½')
unicodedata.numeric('\u0301', '½')
unicodedata.numeric('é', '\U0001f600')
unicodedata.numeric('é', 'a')
unicodedata.numeric('\n', '')
unicodedata.numeric('a', '中')
unicodedata.numeric('é', 'ab')
unicodedata.numeric('٣')
unicodedata.numeric('½', '\n')
unicodedata.numeric('a', 'ﬁ')
unicodedata.numeric('Å', 'NFC')
unicodedata.numeric('é', 'NFKC')
unicodedata.numeric('ﬁ', '٣')
unicodedata.numeric('\u0301', 0)
unicodedata.numeric('ﬁ', 'Å')
unicodedata.numeric('')
unicodedata.numeric(5, None)
unicodedata.numeric('Å', 'é', '\n')
unicodedata.numeric('中')
unicodedata.numeric(nope=1)
unicodedata.numeric(None, 0)
unicodedata.numeric('a', 'é', '\u0301', '½')
unicodedata.numeric()
""")
