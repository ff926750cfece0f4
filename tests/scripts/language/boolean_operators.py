def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class T:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print("bool", self.name)
        return self.truth

    def __repr__(self):
        return self.name


t, u, f, g = T("t", True), T("u", True), T("f", False), T("g", False)
show("""
t and u
t or u
f and t
f or g
f or g or t
t and f and u
not t
not f
not not t
(t and f) or u
t and (f or u)
u if t else f
u if f else g
t or f and u
bool([]) + bool([0])
all([t, f, u])
any([f, g, t, u])
[x for x in (t, f) if x]
list(filter(None, (t, f, u)))
True & 3
True | False
True ^ True
~True
-True
True + True
True == 1 and 1 is not True
isinstance(True, int)
bool.__mro__
bool('False')
bool(0.0), bool(-0.0), bool(0j), bool(float('nan'))
bool(1, 2)
bool(x=1)
True.real
True.__and__(5)
False.__or__('x')
True and None
0 or '' or [] or {}
1 and 2 and 3
int(True), float(True), complex(True)
str(True), repr(False), f'{True:5}', f'{True!s:>6}', '%d' % True
True < False
sum([True, False, True])
[10, 20][True]
{True: 'a', 1: 'b', 1.0: 'c'}
hash(True) == hash(1)
""")
while T("w", False):
    pass
if not T("i", False):
    print("not taken")
assert T("a", True)
