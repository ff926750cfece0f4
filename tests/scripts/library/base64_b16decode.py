"""base64.b16decode with every kind of argument."""
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
base64.b16decode(b'68656C6C6F', b'\xff\xfe')
base64.b16decode(b'', b'68656C6C6F')
base64.b16decode(b'', b'-_', b'aGVsbG8=')
base64.b16decode(b'NBSWY3DP', b'68656C6C6F')
base64.b16decode('é', 5)
base64.b16decode(None, 5)
base64.b16decode(bytearray(b'abc'), b'68656C6C6F')
base64.b16decode(True, b'!!!')
base64.b16decode(nope=1)
base64.b16decode(b'hello', b'aGVsbG8=', b'', b'aGVs bG8')
base64.b16decode()
""")
