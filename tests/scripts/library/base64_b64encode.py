"""base64.b64encode with every kind of argument."""
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
base64.b64encode(b'68656C6C6F')
base64.b64encode(b'!!!', None)
base64.b64encode(b'\xff\xfe')
base64.b64encode(bytearray(b'abc'), b'-_')
base64.b64encode(b'aGVsbG8=')
base64.b64encode(b'hello', b'\xff\xfe')
base64.b64encode(b'NBSWY3DP')
base64.b64encode(b'-_', None)
base64.b64encode(b'aGVs bG8')
base64.b64encode(b'', b'\xff\xfe')
base64.b64encode(b'a', None)
base64.b64encode(b'68656C6C6F', 5)
base64.b64encode(True, b'aGVs bG8', b'')
base64.b64encode(bytearray(b'abc'), b'')
base64.b64encode(bytearray(b'abc'), 'é')
base64.b64encode(b'aGVsbG8=', b'a')
base64.b64encode(True, b'aGVs bG8')
base64.b64encode('aGVsbG8=', b'')
base64.b64encode(b'NBSWY3DP', True)
base64.b64encode(b'\xff\xfe', 'aGVsbG8=')
base64.b64encode(b'hello', bytearray(b'abc'))
base64.b64encode(nope=1)
""")
