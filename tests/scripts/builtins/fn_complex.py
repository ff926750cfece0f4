"""The builtin complex() with every kind of argument."""
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
complex(1.5, 1e-7)
complex(2**31, float('inf'))
complex(1e-7, 3)
complex(255, 255)
complex(-2, 0.1)
complex(1e-7, 1e-7)
complex(123456.789, imag=2)
complex(2**31, 0.0)
complex(-128, 2.5)
complex(255, 1e-7)
complex(float('-inf'), 10)
complex(-2**63, 2)
complex(-0.0, 2)
complex(-2, -1)
complex(3, 7)
complex(-0.0)
complex(1e16)
complex(255, 2**31)
complex(False, 2**64-1)
complex(float('-inf'), -2.25)
complex(False, -2**63)
complex(2.5, float('inf'))
complex(b'1', 2, [])
complex(10, [])
complex(10, '12')
complex(1.5, None)
complex([], 0.0)
complex(None, -1)
complex('a', -2)
complex('a')
""")
