"""The builtin hasattr() with every kind of argument."""
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
hasattr([], '__class__')
hasattr('upper', 'imag')
hasattr('real', 'bit_length')
hasattr('', '__len__')
hasattr('imag', '__len__')
hasattr('__len__', 'bit_length')
hasattr('upper', '__len__')
hasattr('abc', '')
hasattr(b'x', 'nope')
hasattr('__class__', 'real')
hasattr('__class__', 'é')
hasattr(int, 'upper')
hasattr([], '')
hasattr([], '__len__')
hasattr('imag', 'abc')
hasattr('é', '__class__')
hasattr('abc', 'upper')
hasattr('bit_length', '__class__')
hasattr('real', '__class__')
hasattr('nope', '__len__')
hasattr('upper', 'nope', '__len__')
hasattr('bit_length', b'x')
hasattr(b'x', 3j)
hasattr(nope=1)
hasattr()
""")
