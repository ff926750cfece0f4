"""urllib.parse.urlsplit with every kind of argument."""
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
urllib.parse.urlsplit('a b/c?d=é', 'safe')
urllib.parse.urlsplit('../g', 'http://u:p@host:80/p;x?q=1&r=a+b#frag')
urllib.parse.urlsplit('http://a/b/c/d', 'q=1&q=2&z=')
urllib.parse.urlsplit('', '', None)
urllib.parse.urlsplit('mailto:a@b', '%zz%41%e9')
urllib.parse.urlsplit('q=1&q=2&z=', '%zz%41%e9')
urllib.parse.urlsplit('../g', 'q=1&q=2&z=')
urllib.parse.urlsplit('q=1&q=2&z=', 'http://u:p@host:80/p;x?q=1&r=a+b#frag')
urllib.parse.urlsplit('http://[::1]:8/', 'http://u:p@host:80/p;x?q=1&r=a+b#frag')
urllib.parse.urlsplit('q=1&q=2&z=', 'q=1&q=2&z=')
urllib.parse.urlsplit('http://u:p@host:80/p;x?q=1&r=a+b#frag', 'http://u:p@host:80/p;x?q=1&r=a+b#frag', 'q=1&q=2&z=')
urllib.parse.urlsplit('safe', '%zz%41%e9')
urllib.parse.urlsplit(b'/x%20y', b'/x%20y', 'http://u:p@host:80/p;x?q=1&r=a+b#frag')
urllib.parse.urlsplit('%zz%41%e9', 'q=1&q=2&z=')
urllib.parse.urlsplit('../g', 'http://[::1]:8/', None)
urllib.parse.urlsplit('a b/c?d=é', 'http://[::1]:8/', 5)
urllib.parse.urlsplit('q=1&q=2&z=', 'mailto:a@b', '%zz%41%e9')
urllib.parse.urlsplit('q=1&q=2&z=')
urllib.parse.urlsplit({'a': 1, 'b': 'x y'}, '../g')
urllib.parse.urlsplit(b'/x%20y', 'http://[::1]:8/')
urllib.parse.urlsplit('', None, '//x/y')
urllib.parse.urlsplit([('k', [1, 2])], 'safe')
urllib.parse.urlsplit(5, b'/x%20y')
urllib.parse.urlsplit('http://u:p@host:80/p;x?q=1&r=a+b#frag', 'a b/c?d=é', '//x/y', '')
urllib.parse.urlsplit()
urllib.parse.urlsplit(nope=1)
""")
