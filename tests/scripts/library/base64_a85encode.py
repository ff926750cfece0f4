"""base64.a85encode with every kind of argument."""
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
base64.a85encode(b'aGVsbG8=')
base64.a85encode(b'68656C6C6F')
base64.a85encode(b'-_')
base64.a85encode(b'!!!')
base64.a85encode(bytearray(b'abc'))
base64.a85encode(b'NBSWY3DP')
base64.a85encode(b'a')
base64.a85encode(b'')
base64.a85encode(b'aGVs bG8')
base64.a85encode(b'\xff\xfe')
base64.a85encode(b'hello')
base64.a85encode(b'aGVsbG8=', b'68656C6C6F', b'aGVsbG8=')
base64.a85encode(b'68656C6C6F', None)
base64.a85encode(None)
base64.a85encode(5)
base64.a85encode()
base64.a85encode(nope=1)
""")
