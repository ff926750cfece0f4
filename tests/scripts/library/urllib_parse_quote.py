"""urllib.parse.quote with every kind of argument."""
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
urllib.parse.quote('//x/y', '')
urllib.parse.quote('mailto:a@b', 'a b/c?d=é')
urllib.parse.quote('safe')
urllib.parse.quote('%zz%41%e9', 'q=1&q=2&z=')
urllib.parse.quote('q=1&q=2&z=', 'a b/c?d=é')
urllib.parse.quote('a b/c?d=é', '')
urllib.parse.quote('', safe='')
urllib.parse.quote('http://[::1]:8/', 'a b/c?d=é')
urllib.parse.quote('', {'a': 1, 'b': 'x y'})
urllib.parse.quote('http://[::1]:8/', 'q=1&q=2&z=')
urllib.parse.quote('../g', 'safe')
urllib.parse.quote('a b/c?d=é', 'http://u:p@host:80/p;x?q=1&r=a+b#frag')
urllib.parse.quote('http://a/b/c/d', 'q=1&q=2&z=')
urllib.parse.quote('q=1&q=2&z=', 'q=1&q=2&z=', None)
urllib.parse.quote('q=1&q=2&z=', 'http://a/b/c/d')
urllib.parse.quote('http://a/b/c/d', 'http://u:p@host:80/p;x?q=1&r=a+b#frag', 'http://[::1]:8/')
urllib.parse.quote(b'/x%20y', 5)
urllib.parse.quote(None, '%zz%41%e9')
urllib.parse.quote('../g', '%zz%41%e9', 'a b/c?d=é')
urllib.parse.quote('http://[::1]:8/', {'a': 1, 'b': 'x y'})
urllib.parse.quote('//x/y', 'http://a/b/c/d', '')
urllib.parse.quote(None, '%zz%41%e9', 'a b/c?d=é')
urllib.parse.quote('http://u:p@host:80/p;x?q=1&r=a+b#frag', 'a b/c?d=é', 5)
urllib.parse.quote('//x/y', None, 'http://a/b/c/d')
urllib.parse.quote('http://[::1]:8/', '../g', 'safe')
urllib.parse.quote()
""")
