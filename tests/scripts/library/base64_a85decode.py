"""base64.a85decode with every kind of argument."""
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
base64.a85decode(b'NBSWY3DP')
base64.a85decode(b'68656C6C6F')
base64.a85decode(b'')
base64.a85decode(b'aGVs bG8')
base64.a85decode(bytearray(b'abc'))
base64.a85decode(b'-_')
base64.a85decode(b'hello')
base64.a85decode(b'!!!')
base64.a85decode('aGVsbG8=')
base64.a85decode(b'aGVsbG8=', b'-_')
base64.a85decode(bytearray(b'abc'), b'a', b'a')
base64.a85decode(nope=1)
base64.a85decode()
base64.a85decode('é')
base64.a85decode(None)
base64.a85decode(True)
base64.a85decode(b'\xff\xfe')
""")
