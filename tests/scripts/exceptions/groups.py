def tree(e, d=0):
    out = ["  " * d + f"{type(e).__name__}({e.args[0] if e.args else ''!r})"]
    for x in getattr(e, "exceptions", ()):
        out += tree(x, d + 1)
    return out


g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("mid", [TypeError(2), OSError(3)]), KeyError("k")])
print("\n".join(tree(g)))
print(g, repr(g), g.message, len(g.exceptions))
m, r = g.split(TypeError)
print("\n".join(tree(m)), "\n".join(tree(r)), sep="\n--\n")
print(g.subgroup(IndexError), g.split(IndexError)[1] is g, g.subgroup(lambda e: isinstance(e, (ValueError, OSError))))
print("\n".join(tree(g.subgroup((KeyError, OSError)))))
print(g.subgroup(ExceptionGroup) is g, g.derive([ValueError()]))
for args in (("m",), ("m", []), ("m", [1]), (1, [ValueError()]), ("m", ValueError()), ("m", [KeyboardInterrupt()]), ("m", "ab")):
    try:
        print(ExceptionGroup(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)


def handle(e):
    done = []
    try:
        try:
            raise e
        except* ValueError as x:
            done.append(("V", len(x.exceptions)))
        except* (TypeError, OSError) as x:
            done.append(("TO", [type(y).__name__ for y in x.exceptions]))
        else:
            done.append("else")
        finally:
            done.append("finally")
    except BaseException as left:
        done.append(tree(left))
    return done


print(handle(g))
print(handle(ValueError("plain")))
print(handle(KeyError("other")))
print(handle(ExceptionGroup("only", [ValueError(), ValueError()])))


def raises_inside():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
    except* TypeError as e:
        raise e


try:
    raises_inside()
except BaseException as e:
    print("\n".join(tree(e)), e.__context__)
for src in ("try: pass\nexcept* ValueError: pass\nexcept TypeError: pass", "try: pass\nexcept*: pass", "for i in x:\n try: pass\n except* E: break", "def f():\n try: pass\n except* E: return"):
    try:
        compile(src, "s", "exec")
    except SyntaxError as e:
        print(e.msg)
for kind in (5, ExceptionGroup, (ValueError, ExceptionGroup)):
    try:
        try:
            raise ValueError
        except* kind:
            pass
    except TypeError as e:
        print(e)


class MyGroup(ExceptionGroup):
    def __new__(cls, msg, excs, code):
        self = super().__new__(cls, msg, excs)
        self.code = code
        return self

    def derive(self, excs):
        return MyGroup(self.message, excs, self.code)


x = MyGroup("mine", [ValueError(1), TypeError(2)], 9)
a, b = x.split(ValueError)
print(type(a).__name__, a.code, b.code, b.exceptions)
x.add_note("a note")
print(x.subgroup(TypeError).__notes__)
