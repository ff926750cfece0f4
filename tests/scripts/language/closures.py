"""Closures."""
def show(*a): print(*a)


def n1():
    x = 0
    class A:
        x = 1
        def f(self):
            nonlocal x
            x += 10
            return x
        show(x)
    A().f()
    return x
show(n1())
def n2(p):
    def g():
        nonlocal p
        p += 1
        return p
    g()
    return p, g()
show(n2(1))
def n3():
    class K:
        y = x0
        x0 = "k"
        z = x0
    return K.y, K.z
x0 = "global x0"
show(n3())
def n4():
    x1 = "enclosing"
    class K:
        y = x1
        x1 = "k"
        z = x1
    return K.z
try: show(n4())
except NameError as e: show(e)
def n5():
    x2 = "enc"
    class K:
        y = x2
        def f(self): return x2
    return K.y, K().f()
show(n5())
