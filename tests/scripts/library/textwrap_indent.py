"""textwrap.indent with every kind of argument."""
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
textwrap.indent('', '-')
textwrap.indent('-', 'supercalifragilistic')
textwrap.indent('', '> ')
textwrap.indent('a  b\tc', 'a  b\tc')
textwrap.indent('-', 'the quick brown fox jumps over the lazy dog')
textwrap.indent('-', '  indented\n    more\n')
textwrap.indent('-', '-')
textwrap.indent('', 'supercalifragilistic')
textwrap.indent('the quick brown fox jumps over the lazy dog', '> ')
textwrap.indent('> ', '  indented\n    more\n', None)
textwrap.indent('-', 'a  b\tc')
textwrap.indent('a  b\tc', 'x' * 30)
textwrap.indent('-', 'word-with-hyphens-and more')
textwrap.indent('-', '> ')
textwrap.indent('x' * 30, 'supercalifragilistic')
textwrap.indent('  indented\n    more\n', '> ')
textwrap.indent('a  b\tc', 'a  b\tc', '')
textwrap.indent(5, 0)
textwrap.indent('a  b\tc', 0, 0)
textwrap.indent('a  b\tc', 15)
textwrap.indent(None, 'word-with-hyphens-and more', 10)
textwrap.indent()
textwrap.indent('-')
textwrap.indent('> ', None)
textwrap.indent('the quick brown fox jumps over the lazy dog', 'a  b\tc', '', 10)
textwrap.indent(nope=1)
""")
