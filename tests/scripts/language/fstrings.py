"""Fstrings."""
def show(*a): print(*a)


w, p, s = 10, 3, "str"
show(f"{s!r:>{w}}|{3.14159:.{p}f}|{s=}|{w + p = }|{{}}|{s!s:*^9}|{'nested ' f'{s}'}")
show("%s and %r, %5s|%-5s|" % (s, s, "a", "b"), "%d%%" % 5, "%(a)s" % {"a": 1})
show(f"", f"{s}", f"a" "b" f"{1}{2}")
