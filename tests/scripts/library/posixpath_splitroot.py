"""posixpath.splitroot with every kind of argument."""
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
posixpath.splitroot('/')
posixpath.splitroot('//net/x')
posixpath.splitroot('c:\\x')
posixpath.splitroot(b'/x/y')
posixpath.splitroot('.')
posixpath.splitroot('a//b')
posixpath.splitroot('~x')
posixpath.splitroot('a/')
posixpath.splitroot('.bashrc')
posixpath.splitroot('a.tar.gz')
posixpath.splitroot('')
posixpath.splitroot('/a/b/../c')
posixpath.splitroot('../..')
posixpath.splitroot('/a/b/../c', '../..', 'a/')
posixpath.splitroot('/a/b/../c', 'c:\\x')
posixpath.splitroot(None)
posixpath.splitroot(['a', 'a/b'])
posixpath.splitroot()
posixpath.splitroot(5)
""")
