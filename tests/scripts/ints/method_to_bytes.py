"""int.to_bytes with every kind of argument."""
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
(1).to_bytes(2)
True.to_bytes(1)
(255).to_bytes(3, 'big', signed=True)
True.to_bytes(3, 'big', signed=True)
(2**63).to_bytes(length=9, byteorder='little')
(1).to_bytes(length=9, byteorder='little')
(10**25).to_bytes(20, signed=True)
(255).to_bytes(4, 'little')
(0).to_bytes(length=9, byteorder='little')
(10**25).to_bytes(16, 'little', signed=True)
(-1).to_bytes(20, signed=True)
(255).to_bytes(length=9, byteorder='little')
True.to_bytes(16, 'little', signed=True)
(255).to_bytes(1)
(0).to_bytes(1)
True.to_bytes(20, signed=True)
(-129).to_bytes(16, 'little', signed=True)
(2**63).to_bytes(8, 'big')
(1).to_bytes(8, 'big')
(-129).to_bytes(3, 'big', signed=True)
(0).to_bytes(12)
(-129).to_bytes(20, signed=True)
(-1).to_bytes(3, 'big', signed=True)
(0).to_bytes(16, 'little', signed=True)
(-2**64).to_bytes(12)
(10**25).to_bytes(3, 'big', signed=True)
(-1).to_bytes('a')
(2**63).to_bytes(-1)
(255).to_bytes(2, 'x')
(-2**64).to_bytes(1.5)
""")
