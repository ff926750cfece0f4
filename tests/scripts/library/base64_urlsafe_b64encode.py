"""base64.urlsafe_b64encode with every kind of argument."""
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
base64.urlsafe_b64encode(b'\xff\xfe')
base64.urlsafe_b64encode(b'!!!')
base64.urlsafe_b64encode(b'')
base64.urlsafe_b64encode(b'hello')
base64.urlsafe_b64encode(b'a')
base64.urlsafe_b64encode(bytearray(b'abc'))
base64.urlsafe_b64encode(b'aGVsbG8=')
base64.urlsafe_b64encode(b'68656C6C6F')
base64.urlsafe_b64encode(b'aGVs bG8')
base64.urlsafe_b64encode(b'NBSWY3DP')
base64.urlsafe_b64encode(b'-_')
base64.urlsafe_b64encode(True, b'\xff\xfe', 5)
base64.urlsafe_b64encode(b'a', b'NBSWY3DP')
base64.urlsafe_b64encode(True)
base64.urlsafe_b64encode(5)
base64.urlsafe_b64encode()
base64.urlsafe_b64encode(nope=1)
""")
