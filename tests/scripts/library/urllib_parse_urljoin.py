"""urllib.parse.urljoin with every kind of argument."""
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
urllib.parse.urljoin('q=1&q=2&z=', 'http://u:p@host:80/p;x?q=1&r=a+b#frag', 'http://a/b/c/d')
urllib.parse.urljoin('mailto:a@b', 'q=1&q=2&z=', 'http://a/b/c/d')
urllib.parse.urljoin('mailto:a@b', '//x/y')
urllib.parse.urljoin('//x/y', '%zz%41%e9', '../g')
urllib.parse.urljoin('http://u:p@host:80/p;x?q=1&r=a+b#frag', '//x/y', '../g')
urllib.parse.urljoin('../g', '%zz%41%e9')
urllib.parse.urljoin('', 5, 'http://a/b/c/d')
urllib.parse.urljoin('a b/c?d=é', 'safe', None)
urllib.parse.urljoin('http://u:p@host:80/p;x?q=1&r=a+b#frag', 'mailto:a@b')
urllib.parse.urljoin('http://[::1]:8/', None)
urllib.parse.urljoin(None, 'safe')
urllib.parse.urljoin({'a': 1, 'b': 'x y'}, None, '../g')
urllib.parse.urljoin('', 5)
urllib.parse.urljoin('http://[::1]:8/', 'q=1&q=2&z=')
urllib.parse.urljoin('a b/c?d=é', '../g')
urllib.parse.urljoin('a b/c?d=é', 'a b/c?d=é')
urllib.parse.urljoin('safe', 'http://a/b/c/d')
urllib.parse.urljoin('a b/c?d=é', {'a': 1, 'b': 'x y'}, 'q=1&q=2&z=')
urllib.parse.urljoin('safe')
urllib.parse.urljoin({'a': 1, 'b': 'x y'}, b'/x%20y')
urllib.parse.urljoin(5, b'/x%20y')
urllib.parse.urljoin('q=1&q=2&z=', 'safe', [('k', [1, 2])])
urllib.parse.urljoin('http://u:p@host:80/p;x?q=1&r=a+b#frag', 'http://u:p@host:80/p;x?q=1&r=a+b#frag', {'a': 1, 'b': 'x y'})
urllib.parse.urljoin()
urllib.parse.urljoin(nope=1)
urllib.parse.urljoin('http://u:p@host:80/p;x?q=1&r=a+b#frag', 'a b/c?d=é', '//x/y', '')
""")
