"""textwrap.dedent with every kind of argument."""
import textwrap


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
textwrap.dedent('a  b\tc')
textwrap.dedent('word-with-hyphens-and more')
textwrap.dedent('supercalifragilistic')
textwrap.dedent('x' * 30)
textwrap.dedent('  indented\n    more\n')
textwrap.dedent('-')
textwrap.dedent('')
textwrap.dedent('> ')
textwrap.dedent('the quick brown fox jumps over the lazy dog')
textwrap.dedent(5, '', '  indented\n    more\n')
textwrap.dedent('-', 0)
textwrap.dedent(0)
textwrap.dedent()
textwrap.dedent(None)
textwrap.dedent(nope=1)
""")
