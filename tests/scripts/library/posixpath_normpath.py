"""posixpath.normpath with every kind of argument."""
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
posixpath.normpath('~x')
posixpath.normpath('/a/b/../c')
posixpath.normpath('//net/x')
posixpath.normpath('a/')
posixpath.normpath('a.tar.gz')
posixpath.normpath('.bashrc')
posixpath.normpath(b'/x/y')
posixpath.normpath('c:\\x')
posixpath.normpath('')
posixpath.normpath('/')
posixpath.normpath('a//b')
posixpath.normpath('../..')
posixpath.normpath('/a/b/../c', '../..')
posixpath.normpath(['a', 'a/b'], '', 5)
posixpath.normpath(5)
posixpath.normpath(None)
posixpath.normpath(nope=1)
posixpath.normpath(['a', 'a/b'])
""")
