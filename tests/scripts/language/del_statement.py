x = [0, 1, 2, 3, 4, 5]
del x[0], x[-1]
print(x)
del x[::2]
print(x)
del x[:]
print(x)


class C:
    a = 1

    def __delattr__(self, n):
        print("delattr", n)
        object.__delattr__(self, n)

    def __delitem__(self, k):
        print("delitem", k)


c = C()
c.z = 1
del c.z
try:
    del c.a
except AttributeError as e:
    print("AttributeError", e)
del c[1:2, ...]
del (c[0]), [c[1], (c[2], c[3])]
del C.a
try:
    C.a
except AttributeError as e:
    print(e)
try:
    del C.a
except AttributeError as e:
    print(e)


def f(p):
    del p
    try:
        return p
    except UnboundLocalError as e:
        return str(e)


print(f(1))


def g():
    v = 1

    def h():
        return v

    del v
    try:
        h()
    except NameError as e:
        print(type(e).__name__, e)


g()
y = 5
del y
try:
    y
except NameError as e:
    print(e)
try:
    del y
except NameError as e:
    print(e)
for code in ("del ()[0]", "del (1).real", "del 'abc'[0]", "del {}['k']", "del [][3]", "del len", "del int.bit_length", "del [1, 2][0:1]", "del object().x"):
    try:
        exec(code, {})
        print(code, "ok")
    except Exception as e:
        print(code, type(e).__name__, e)
for code in ("del f()", "del 1", "del a + b", "del (a, 1)", "del *a", "del x = 1", "del None", "del a if b else c", "del [x for x in y]"):
    try:
        compile(code, "<s>", "exec")
    except SyntaxError as e:
        print(code, "|", e.msg)
