"""posixpath.split with every kind of argument."""
import posixpath


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
posixpath.split('../..')
posixpath.split('a.tar.gz')
posixpath.split('.')
posixpath.split('//net/x')
posixpath.split('/')
posixpath.split('c:\\x')
posixpath.split('')
posixpath.split(b'/x/y')
posixpath.split('a/')
posixpath.split('.bashrc')
posixpath.split('/a/b/../c')
posixpath.split('a//b')
posixpath.split('~x')
posixpath.split(['a', 'a/b'], '.bashrc')
posixpath.split(b'/x/y', None, '/')
posixpath.split(nope=1)
posixpath.split(5)
posixpath.split()
posixpath.split(None)
posixpath.split(['a', 'a/b'])
""")
