"""What re.compile refuses, and how it says so."""
import re
import warnings

warnings.simplefilter('ignore')


def comp(p):
    try:
        c = re.compile(p)
        return c.groups, c.groupindex, c.flags & 0xff
    except re.error as e:
        return str(e), e.pos, e.lineno, e.colno


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
comp('[a')
comp('(?a)\\w')
comp('a++')
comp('(?L)a')
comp('(?:a')
comp('(?P=zz)')
comp('a|*')
comp('(?P<a')
comp(')')
comp('(?P>x)')
comp('(?P<a>x)(?P<a>y)')
comp('\\q')
comp('[b-a]')
comp('\\1')
comp('(?<=a*)b')
comp('(?z)')
comp('(?(1)a|b|c)')
comp('(?P<é>x)')
comp('\\x1')
comp('[\\d-z]')
comp('a{2,1}')
comp('\\N{NOPE}')
comp('(?#c')
comp('\\u12')
comp('a{1,2}{3}')
comp('(?i-i:a)')
comp('(?(2)a)')
comp('(?<x)')
comp('(?P<1a>x)')
comp('a**')
comp('a(?i)b')
comp('*a')
comp('(?P<n>a)(?(n)b|c)')
comp('(?(n)a)')
comp('x{99999999999}')
""")
