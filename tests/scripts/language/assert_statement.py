import traceback


def check(cond, *msg):
    try:
        if msg:
            assert cond, msg[0]
        else:
            assert cond
        print("passed", cond)
    except AssertionError as e:
        print("failed", e.args, repr(e))


check(1)
check(0)
check([], "empty")
check([1], "nonempty")
check(None, ("tuple", "message"))
check("", None)
check(0, ValueError("inner"))


class Weird:
    def __bool__(self):
        raise KeyError("truth")


try:
    assert Weird()
except KeyError as e:
    print("KeyError", e)


class BadLen:
    def __len__(self):
        return -1


try:
    assert BadLen()
except ValueError as e:
    print(e)


class NotBool:
    def __bool__(self):
        return 1


try:
    assert NotBool()
except TypeError as e:
    print(e)


def lazy():
    print("message built")
    return "m"


assert True, lazy()
try:
    assert False, lazy()
except AssertionError as e:
    print(e)
src = """
def area(w, h):
    assert w >= 0 and h >= 0, f"bad size {w}x{h}"
    return w * h

area(2, 3)
area(-1, 4)
"""
try:
    exec(compile(src, "area.py", "exec"), {})
except AssertionError:
    text = traceback.format_exc().splitlines()
    print("\n".join(text[:1] + text[3:]))
AssertionError = None
try:
    assert 1 == 2, "shadowed"
except Exception as e:
    print(type(e).__name__, e)
