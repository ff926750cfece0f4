"""keyword.iskeyword with every kind of argument."""
import keyword


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
keyword.iskeyword('type')
keyword.iskeyword('None')
keyword.iskeyword('IF')
keyword.iskeyword('x')
keyword.iskeyword('')
keyword.iskeyword('async')
keyword.iskeyword(None)
keyword.iskeyword(5)
keyword.iskeyword('if')
keyword.iskeyword('match')
keyword.iskeyword('_')
keyword.iskeyword('None', 'match')
keyword.iskeyword(5, 'match', 'async')
keyword.iskeyword([])
keyword.iskeyword(nope=1)
""")
