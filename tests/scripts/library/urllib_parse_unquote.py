"""urllib.parse.unquote with every kind of argument."""
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
urllib.parse.unquote('a b/c?d=é')
urllib.parse.unquote('http://u:p@host:80/p;x?q=1&r=a+b#frag', 'http://[::1]:8/')
urllib.parse.unquote('../g', 'safe', '%zz%41%e9')
urllib.parse.unquote('safe', 'q=1&q=2&z=')
urllib.parse.unquote('http://[::1]:8/')
urllib.parse.unquote('mailto:a@b', 'q=1&q=2&z=')
urllib.parse.unquote('http://a/b/c/d', 'a b/c?d=é', 'http://[::1]:8/')
urllib.parse.unquote('q=1&q=2&z=', '%zz%41%e9')
urllib.parse.unquote('//x/y', '//x/y')
urllib.parse.unquote('', [('k', [1, 2])])
urllib.parse.unquote('', b'/x%20y')
urllib.parse.unquote('', 'a b/c?d=é')
urllib.parse.unquote('%zz%41%e9')
urllib.parse.unquote(b'/x%20y')
urllib.parse.unquote(b'/x%20y', 'http://[::1]:8/')
urllib.parse.unquote({'a': 1, 'b': 'x y'})
urllib.parse.unquote(None, 'safe')
urllib.parse.unquote(b'/x%20y', [('k', [1, 2])], None)
urllib.parse.unquote(5, '%zz%41%e9', 5)
urllib.parse.unquote(b'/x%20y', 'safe', 5)
urllib.parse.unquote([('k', [1, 2])], 'http://[::1]:8/')
urllib.parse.unquote('%zz%41%e9', '//x/y')
urllib.parse.unquote('%zz%41%e9', 'http://u:p@host:80/p;x?q=1&r=a+b#frag')
urllib.parse.unquote('%zz%41%e9', '%zz%41%e9', '../g')
urllib.parse.unquote(b'/x%20y', b'/x%20y')
""")
