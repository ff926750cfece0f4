"""posixpath.join with every kind of argument."""
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
posixpath.join('.bashrc', '.bashrc', 'a.tar.gz')
posixpath.join('.', '')
posixpath.join('~x', '', 'a/')
posixpath.join('~x', 'a/', '.')
posixpath.join('', '/a/b/../c', '')
posixpath.join('.bashrc', 'a.tar.gz')
posixpath.join('.bashrc', 'c:\\x')
posixpath.join('../..', '.')
posixpath.join('~x', '../..', '/a/b/../c')
posixpath.join('~x', 'a//b')
posixpath.join('c:\\x', '~x')
posixpath.join('//net/x', 'a/', '.')
posixpath.join('a/', '../..', '.bashrc')
posixpath.join('~x', '/')
posixpath.join('.bashrc')
posixpath.join('//net/x', '~x')
posixpath.join('.', '.')
posixpath.join('/a/b/../c', '../..')
posixpath.join('//net/x', 5)
posixpath.join('.bashrc', b'/x/y')
posixpath.join('a//b', None, None)
posixpath.join(None, 'a/')
posixpath.join(5)
posixpath.join(nope=1)
posixpath.join()
posixpath.join(['a', 'a/b'], b'/x/y', '/')
""")
