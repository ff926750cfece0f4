"""The builtin bytearray() with every kind of argument."""
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
bytearray()
bytearray('abcabc', encoding='utf-8')
bytearray(range(10, 0, -3))
bytearray(b'a,b,c')
bytearray(1)
bytearray({3, 1})
bytearray([1])
bytearray(b' 12 ')
bytearray(2)
bytearray(b'Hello World')
bytearray('Hello World', '\t\x00\x7f')
bytearray([1, 2, 3], 'abcabc')
bytearray('ab' * 3, bytearray(b'xyz'), object)
bytearray('abcabc', 2)
bytearray([True, False], [True, False], 0)
bytearray(slice(1, None, 2), complex('inf'), -0.0)
bytearray(0.1, float('nan'), [1, 2, 3])
bytearray(range(0), {1, 2}, 255)
bytearray('{}{0}')
bytearray([1, 2, 3], range(5), b'\x00\xff')
bytearray(-2, memoryview(b'abcd'))
""")
