"""Pattern.fullmatch on many subjects."""
import re


def see(m):
    if isinstance(m, (list, type(None))):
        return m
    if isinstance(m, re.Match):
        return m.span(), m.groups(), m.groupdict(), m.lastindex
    return [x.group() for x in m]


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
see(re.compile(r'\s*,\s*').fullmatch('a , b,c'))
see(re.compile(r'(\w)(\d)?').fullmatch('abcx'))
see(re.compile(r'\s*,\s*').fullmatch('abcabc', 1, 4))
see(re.compile(r'(\w)(\d)?').fullmatch(string='a'))
see(re.compile(r'(\w)(\d)?').fullmatch('AB', 0, 1))
see(re.compile(r'(?P<n>[a-c]+)|x').fullmatch(string='a'))
see(re.compile('').fullmatch(''))
see(re.compile(r'(?P<n>[a-c]+)|x').fullmatch('abcabc', 1, 4))
see(re.compile('').fullmatch('x', 1))
see(re.compile('').fullmatch('a1', 5))
see(re.compile(r'(\w)(\d)?').fullmatch('a1', -5))
see(re.compile(rb'a(b)?').fullmatch(5))
see(re.compile(r'(?P<n>[a-c]+)|x').fullmatch('a,b', maxsplit=1))
see(re.compile(rb'a(b)?').fullmatch(None))
see(re.compile(rb'a(b)?').fullmatch('x', 1))
see(re.compile(r'\s*,\s*').fullmatch(b'ab a'))
see(re.compile(rb'a(b)?').fullmatch(pos=1))
""")
