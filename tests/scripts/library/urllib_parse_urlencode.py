"""urllib.parse.urlencode with every kind of argument."""
import urllib.parse


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
urllib.parse.urlencode([('k', [1, 2])], 'http://a/b/c/d')
urllib.parse.urlencode('', {'a': 1, 'b': 'x y'})
urllib.parse.urlencode('', None, 'mailto:a@b')
urllib.parse.urlencode({'a': 1, 'b': 'x y'}, None)
urllib.parse.urlencode('', b'/x%20y')
urllib.parse.urlencode([('k', [1, 2])], '')
urllib.parse.urlencode('%zz%41%e9', 'http://[::1]:8/')
urllib.parse.urlencode(doseq=True)
urllib.parse.urlencode({'a': 1, 'b': 'x y'}, None, 5)
urllib.parse.urlencode(nope=1)
urllib.parse.urlencode([('k', [1, 2])], None, None)
urllib.parse.urlencode({'a': 1, 'b': 'x y'}, {'a': 1, 'b': 'x y'}, [('k', [1, 2])])
""")
