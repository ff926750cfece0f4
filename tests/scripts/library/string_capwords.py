"""string.capwords with every kind of argument."""
import string


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
string.capwords(' x ')
string.capwords('-', 'the quick  brown')
string.capwords('a-b-c', 'a-b-c')
string.capwords('the quick  brown')
string.capwords('the quick  brown', ' x ')
string.capwords('a-b-c', None)
string.capwords('', '-')
string.capwords(' x ', 'a-b-c')
string.capwords('', 'the quick  brown')
string.capwords('')
string.capwords('a-b-c', '-')
string.capwords('the quick  brown', 'the quick  brown')
string.capwords()
string.capwords('-', '-', 'the quick  brown')
string.capwords(' x ', '')
string.capwords('the quick  brown', 5)
string.capwords(5, b'a')
string.capwords('', b'a')
string.capwords(nope=1)
string.capwords(b'a', '-')
string.capwords(b'a', None)
string.capwords('the quick  brown', '-', 'a-b-c', '')
""")
