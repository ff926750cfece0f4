"""base64.b85encode with every kind of argument."""
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
base64.b85encode(b'\xff\xfe', b'NBSWY3DP')
base64.b85encode(b'a', b'hello')
base64.b85encode(b'hello', 5)
base64.b85encode(b'\xff\xfe', None)
base64.b85encode(b'aGVs bG8', 5)
base64.b85encode(b'', b'')
base64.b85encode(b'!!!', b'hello')
base64.b85encode(b'68656C6C6F', 'é')
base64.b85encode(b'-_', bytearray(b'abc'))
base64.b85encode(b'aGVsbG8=', b'\xff\xfe')
base64.b85encode(b'NBSWY3DP', b'aGVsbG8=')
base64.b85encode(bytearray(b'abc'), None)
base64.b85encode(b'-_')
base64.b85encode(bytearray(b'abc'), b'68656C6C6F')
base64.b85encode(b'68656C6C6F')
base64.b85encode(b'hello', None)
base64.b85encode(b'a', b'')
base64.b85encode(b'!!!')
base64.b85encode('é', b'\xff\xfe', None)
base64.b85encode('aGVsbG8=', b'68656C6C6F')
base64.b85encode(None, b'hello')
base64.b85encode(nope=1)
base64.b85encode(b'hello', b'aGVsbG8=', b'', b'aGVs bG8')
base64.b85encode()
""")
