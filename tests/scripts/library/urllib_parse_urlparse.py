"""urllib.parse.urlparse with every kind of argument."""
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
urllib.parse.urlparse('%zz%41%e9')
urllib.parse.urlparse('//x/y', '')
urllib.parse.urlparse('http://a/b/c/d', '../g')
urllib.parse.urlparse('../g', 'a b/c?d=é', 'a b/c?d=é')
urllib.parse.urlparse('%zz%41%e9', '%zz%41%e9')
urllib.parse.urlparse('', '%zz%41%e9')
urllib.parse.urlparse('http://[::1]:8/', 'http://[::1]:8/', '')
urllib.parse.urlparse('', 'a b/c?d=é', b'/x%20y')
urllib.parse.urlparse('http://u:p@host:80/p;x?q=1&r=a+b#frag', '//x/y')
urllib.parse.urlparse('q=1&q=2&z=', 'http://a/b/c/d', b'/x%20y')
urllib.parse.urlparse('safe', 'http://[::1]:8/')
urllib.parse.urlparse('q=1&q=2&z=', 'safe', 'q=1&q=2&z=')
urllib.parse.urlparse('mailto:a@b', 'mailto:a@b')
urllib.parse.urlparse('%zz%41%e9', 'http://a/b/c/d')
urllib.parse.urlparse('', '')
urllib.parse.urlparse('../g', 'http://a/b/c/d', 'mailto:a@b')
urllib.parse.urlparse('//x/y', '%zz%41%e9')
urllib.parse.urlparse('//x/y', 'a b/c?d=é')
urllib.parse.urlparse({'a': 1, 'b': 'x y'}, 'safe')
urllib.parse.urlparse(b'/x%20y', [('k', [1, 2])])
urllib.parse.urlparse('q=1&q=2&z=', 'http://a/b/c/d', {'a': 1, 'b': 'x y'})
urllib.parse.urlparse(None, 5)
urllib.parse.urlparse('http://u:p@host:80/p;x?q=1&r=a+b#frag', 'a b/c?d=é', '//x/y', '')
urllib.parse.urlparse()
urllib.parse.urlparse('../g', '//x/y', [('k', [1, 2])])
urllib.parse.urlparse(nope=1)
""")
