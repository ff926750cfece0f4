"""base64.b64decode with every kind of argument."""
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
base64.b64decode(b'aGVsbG8=')
base64.b64decode(b'', b'\xff\xfe')
base64.b64decode(b'NBSWY3DP')
base64.b64decode('aGVsbG8=', b'NBSWY3DP')
base64.b64decode(b'!!!', b'a', b'a')
base64.b64decode(bytearray(b'abc'), None, b'-_')
base64.b64decode(None, b'aGVs bG8', b'')
base64.b64decode(b'', 'é', True)
base64.b64decode(b'hello', 5, None)
base64.b64decode(b'aGVs bG8', bytearray(b'abc'))
base64.b64decode(b'hello')
base64.b64decode(b'!!!', None, True)
base64.b64decode(b'a', b'-_', b'!!!')
base64.b64decode(b'hello', b'aGVsbG8=', b'', b'aGVs bG8')
""")
