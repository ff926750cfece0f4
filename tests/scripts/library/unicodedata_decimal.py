"""unicodedata.decimal with every kind of argument."""
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
unicodedata.decimal('5', '5')
unicodedata.decimal('é', '\U0001f600')
unicodedata.decimal('é', 'NFC')
unicodedata.decimal('\U0001f600', '\u0301')
unicodedata.decimal('٣', '٣')
unicodedata.decimal('a', 'ab')
unicodedata.decimal('\u0301', 'NFD')
unicodedata.decimal('\U0001f600', '中')
unicodedata.decimal('中', 5)
unicodedata.decimal('a', 5)
unicodedata.decimal('٣', 'é')
unicodedata.decimal('\u0301', '\n')
unicodedata.decimal('½', '5')
unicodedata.decimal('Å', 'é')
unicodedata.decimal('a', 'ﬁ')
unicodedata.decimal('a', 'NFX')
unicodedata.decimal('Å', '٣')
unicodedata.decimal('Å', 0)
unicodedata.decimal('٣', 'NFD', '\u0301')
unicodedata.decimal('NFKC')
unicodedata.decimal(0)
unicodedata.decimal(None)
unicodedata.decimal('½')
unicodedata.decimal(nope=1)
unicodedata.decimal()
unicodedata.decimal('a', 'é', '\u0301', '½')
""")
