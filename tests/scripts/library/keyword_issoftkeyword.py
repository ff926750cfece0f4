"""keyword.issoftkeyword with every kind of argument."""
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
keyword.issoftkeyword('None')
keyword.issoftkeyword('IF')
keyword.issoftkeyword('if')
keyword.issoftkeyword('_')
keyword.issoftkeyword(None)
keyword.issoftkeyword(5)
keyword.issoftkeyword('')
keyword.issoftkeyword('match')
keyword.issoftkeyword('x')
keyword.issoftkeyword('async')
keyword.issoftkeyword('type')
keyword.issoftkeyword([], [], 'async')
keyword.issoftkeyword('match', 'None')
keyword.issoftkeyword([])
keyword.issoftkeyword(nope=1)
""")
