"""textwrap.wrap with every kind of argument."""
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
textwrap.wrap('-', 10)
textwrap.wrap('word-with-hyphens-and more', 5)
textwrap.wrap('supercalifragilistic', initial_indent='* ')
textwrap.wrap('', break_long_words=False)
textwrap.wrap('supercalifragilistic', width=12)
textwrap.wrap('a  b\tc', 10)
textwrap.wrap('the quick brown fox jumps over the lazy dog', 5)
textwrap.wrap('  indented\n    more\n', break_long_words=False)
textwrap.wrap('-', initial_indent='* ')
textwrap.wrap('x' * 30, 15)
textwrap.wrap('', initial_indent='* ')
textwrap.wrap('')
textwrap.wrap('word-with-hyphens-and more', 15)
textwrap.wrap('  indented\n    more\n', 10)
textwrap.wrap('the quick brown fox jumps over the lazy dog', initial_indent='* ')
textwrap.wrap('a  b\tc', initial_indent='* ')
textwrap.wrap('x' * 30, 10)
textwrap.wrap('x' * 30)
textwrap.wrap(15, 'x' * 30, 10)
textwrap.wrap(break_long_words=False)
textwrap.wrap(None, None)
textwrap.wrap('> ', 'a  b\tc')
textwrap.wrap(5)
textwrap.wrap('a  b\tc', 0)
textwrap.wrap('supercalifragilistic', None)
textwrap.wrap('the quick brown fox jumps over the lazy dog', 'a  b\tc', '', 10)
""")
