"""urllib.parse.parse_qs with every kind of argument."""
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
urllib.parse.parse_qs(None, 5)
urllib.parse.parse_qs('http://[::1]:8/', {'a': 1, 'b': 'x y'})
urllib.parse.parse_qs('//x/y', '')
urllib.parse.parse_qs('http://u:p@host:80/p;x?q=1&r=a+b#frag', 'safe')
urllib.parse.parse_qs('', 5)
urllib.parse.parse_qs('../g', 'safe')
urllib.parse.parse_qs('q=1&q=2&z=', 'a b/c?d=é')
urllib.parse.parse_qs('a b/c?d=é', b'/x%20y', [('k', [1, 2])])
urllib.parse.parse_qs('mailto:a@b', '%zz%41%e9')
urllib.parse.parse_qs('%zz%41%e9', {'a': 1, 'b': 'x y'})
urllib.parse.parse_qs('safe', '%zz%41%e9')
urllib.parse.parse_qs('http://a/b/c/d', 'http://u:p@host:80/p;x?q=1&r=a+b#frag', '')
urllib.parse.parse_qs(b'/x%20y', 'a b/c?d=é')
urllib.parse.parse_qs('//x/y', {'a': 1, 'b': 'x y'})
urllib.parse.parse_qs('q=1&q=2&z=', None)
urllib.parse.parse_qs('http://a/b/c/d', 'q=1&q=2&z=', 'http://a/b/c/d')
urllib.parse.parse_qs(5, '%zz%41%e9', 'a b/c?d=é')
urllib.parse.parse_qs([('k', [1, 2])], 'http://[::1]:8/', 'q=1&q=2&z=')
urllib.parse.parse_qs(b'/x%20y', '../g', '../g')
urllib.parse.parse_qs('safe', 'http://a/b/c/d', [('k', [1, 2])])
urllib.parse.parse_qs(nope=1)
urllib.parse.parse_qs(keep_blank_values=True)
""")
