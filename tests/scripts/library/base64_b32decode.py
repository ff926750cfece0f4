"""base64.b32decode with every kind of argument."""
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
base64.b32decode(b'', None)
base64.b32decode(b'NBSWY3DP', b'aGVs bG8', b'a')
base64.b32decode(5, b'-_')
base64.b32decode(True, b'a', b'aGVsbG8=')
base64.b32decode(b'hello', b'-_')
base64.b32decode('é', b'aGVs bG8', b'aGVs bG8')
base64.b32decode(b'NBSWY3DP', b'aGVs bG8', b'-_')
base64.b32decode(b'aGVs bG8', b'hello', b'hello')
base64.b32decode(b'aGVs bG8', b'-_')
base64.b32decode()
base64.b32decode(b'aGVsbG8=', b'68656C6C6F', bytearray(b'abc'))
base64.b32decode(nope=1)
base64.b32decode(b'hello', b'aGVsbG8=', b'', b'aGVs bG8')
""")
