b = bytearray(b"x")
print(b.extend(""), b)
for v in ("a", "\u20ac", ["a"], 3, None):
    try:
        b.extend(v)
    except TypeError as e:
        print(e)
