"""base64.b32encode with every kind of argument."""
import base64


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
base64.b32encode(b'-_')
base64.b32encode(bytearray(b'abc'))
base64.b32encode(b'aGVsbG8=')
base64.b32encode(b'')
base64.b32encode(b'\xff\xfe')
base64.b32encode(b'a')
base64.b32encode(b'68656C6C6F')
base64.b32encode(b'hello')
base64.b32encode(b'aGVs bG8')
base64.b32encode(b'NBSWY3DP')
base64.b32encode(b'!!!')
base64.b32encode(b'68656C6C6F', None, None)
base64.b32encode(5, b'aGVsbG8=')
base64.b32encode(nope=1)
base64.b32encode(None)
base64.b32encode(5)
base64.b32encode()
""")
