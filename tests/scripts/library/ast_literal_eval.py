"""ast.literal_eval with every kind of argument."""
import ast


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
ast.literal_eval('...')
ast.literal_eval('-1+2j')
ast.literal_eval('set()')
ast.literal_eval('1\n')
ast.literal_eval('  1')
ast.literal_eval('{"a": (1, None)}')
ast.literal_eval("'s' 't'")
ast.literal_eval('(1,)')
ast.literal_eval('{1, 2}')
ast.literal_eval('[1, 2]')
ast.literal_eval('1')
ast.literal_eval('b"x"')
ast.literal_eval('not 1', 'set()')
ast.literal_eval('not 1', b'5', 'a')
ast.literal_eval(nope=1)
ast.literal_eval('-True')
ast.literal_eval('not 1')
ast.literal_eval('')
ast.literal_eval(b'5')
ast.literal_eval('1+1')
ast.literal_eval(5)
ast.literal_eval()
ast.literal_eval('[1')
""")
