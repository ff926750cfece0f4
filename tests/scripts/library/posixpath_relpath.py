"""posixpath.relpath with every kind of argument."""
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
posixpath.relpath('a.tar.gz', 'a//b')
posixpath.relpath('/', '//net/x')
posixpath.relpath('a.tar.gz', '/a/b/../c')
posixpath.relpath('/', 'a.tar.gz')
posixpath.relpath('/a/b/../c', 'a.tar.gz')
posixpath.relpath('.', '/')
posixpath.relpath('a//b', '.')
posixpath.relpath('.bashrc', None)
posixpath.relpath('c:\\x', '')
posixpath.relpath('//net/x', '/a/b/../c')
posixpath.relpath('/a/b/../c', '/a/b/../c')
posixpath.relpath('c:\\x', '/')
posixpath.relpath('/a/b/../c')
posixpath.relpath('~x', 'c:\\x')
posixpath.relpath('.', 'a/')
posixpath.relpath('a/', '')
posixpath.relpath('c:\\x', 'a.tar.gz')
posixpath.relpath(5, '.')
posixpath.relpath(b'/x/y', '//net/x')
posixpath.relpath('/a/b/../c', 'a//b', '', '.')
posixpath.relpath('../..', '~x', '.')
posixpath.relpath('', '')
posixpath.relpath()
posixpath.relpath(nope=1)
posixpath.relpath(None, '../..')
posixpath.relpath(['a', 'a/b'], '.')
""")
