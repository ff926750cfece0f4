"""unicodedata.normalize with every kind of argument."""
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
unicodedata.normalize('NFD', '')
unicodedata.normalize('ab', '')
unicodedata.normalize('NFKC', 'Å')
unicodedata.normalize('NFC', 'NFD')
unicodedata.normalize('NFC', '')
unicodedata.normalize('NFC', 'NFKC')
unicodedata.normalize('NFKC', '\u0301')
unicodedata.normalize('NFD', 'é')
unicodedata.normalize('NFKC', 'NFX')
unicodedata.normalize('NFKC', '٣')
unicodedata.normalize('NFD', '\U0001f600')
unicodedata.normalize('NFC', 'ab')
unicodedata.normalize('NFD', '5')
unicodedata.normalize('NFKC', '中')
unicodedata.normalize('NFD', 'ﬁ')
unicodedata.normalize('NFD', '½')
unicodedata.normalize('NFD', '\n')
unicodedata.normalize('NFC', 'é')
unicodedata.normalize('NFC', '٣', '½')
unicodedata.normalize('中', 'NFKC')
unicodedata.normalize('٣', 5)
unicodedata.normalize('ﬁ')
unicodedata.normalize('\U0001f600', None)
unicodedata.normalize(nope=1)
unicodedata.normalize(None, 'a')
unicodedata.normalize(5, None)
""")
