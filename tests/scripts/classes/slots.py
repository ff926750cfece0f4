class S:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


class Sub(S):
    pass


class Sub2(S):
    __slots__ = ["c", "__dict__"]


s, d, e = S(1), Sub(2), Sub2(3)
for code in ("s.a", "s.b", "s.z", "s.__dict__", "d.__dict__", "S.a.__class__.__name__", "repr(S.a)", "S.__slots__", "d.zz", "e.c", "Sub2.__slots__", "type(S.a).__set_name__"):
    try:
        print(code, eval(code))
    except AttributeError as x:
        print(code, "!", x)
for code in ("s.z = 1", "d.z = 1", "e.z = 1", "s.b = 2", "del s.a", "del s.a", "s.a = 9", "S.a.__set__(d, 5)", "S.a.__set__(1, 5)", "S.a.__get__(1)", "S.a.__delete__(d)", "e.c = 1; e.d = 2", "s.__class__ = Sub", "d.__class__ = S"):
    try:
        exec(code)
        print(code, "ok")
    except (AttributeError, TypeError) as x:
        print(code, type(x).__name__, x)
print(s.a, vars(d), vars(e), hasattr(d, "a"))
for src in ("__slots__ = 5", "__slots__ = ['1a']", "__slots__ = ['a', 5]", "__slots__ = ('x',); x = 1", "__slots__ = ['__dict__', '__dict__']", "__slots__ = 'word'", "__slots__ = {'k': 'doc of k'}",
            "__slots__ = ()", "__slots__ = ['__weakref__']", "__slots__ = ['__private']"):
    try:
        ns = {}
        exec("class T:\n " + src, ns)
        t = ns["T"]
        print(src, "->", sorted(n for n in vars(t) if n not in ("__module__", "__doc__", "__slots__", "__firstlineno__", "__static_attributes__")))
    except (TypeError, ValueError, AttributeError) as x:
        print(src, type(x).__name__, x)


class X:
    __slots__ = ("x",)


class Y:
    __slots__ = ("y",)


try:
    class Z(X, Y):
        pass
except TypeError as x:
    print(x)


class Int(int):
    __slots__ = ()


print(Int(5) + 1, hasattr(Int(1), "__dict__"))
try:
    class BadInt(int):
        __slots__ = ("v",)
except TypeError as x:
    print(x)
try:
    class BadTuple(tuple):
        __slots__ = ("v",)
except TypeError as x:
    print(x)


class WithDoc:
    __slots__ = {"a": "the a", "b": "the b"}


print(WithDoc.a.__doc__, WithDoc.b.__name__, WithDoc.a.__objclass__.__name__)
