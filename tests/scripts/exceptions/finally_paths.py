def f1():
    try:
        return "try"
    finally:
        print("finally 1")


def f2():
    try:
        raise ValueError
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("finally 2")


def f3():
    try:
        return "try"
    finally:
        return "finally wins"


def f4():
    try:
        1 / 0
    finally:
        return "swallowed"


def f5():
    for i in range(3):
        try:
            if i == 1:
                continue
            print("body", i)
        finally:
            print("cleanup", i)
    return "done"


def f6():
    while True:
        try:
            try:
                break
            finally:
                print("inner")
        finally:
            print("outer")
    return "left"


def f7():
    x = 1
    try:
        return x
    finally:
        x = 2


def f8():
    x = [1]
    try:
        return x
    finally:
        x.append(2)


def f9():
    try:
        try:
            raise ValueError("one")
        finally:
            print("between")
    except ValueError as e:
        return f"caught {e}"


def f10():
    try:
        pass
    except Exception:
        return "no"
    else:
        return "else"
    finally:
        print("f10 finally")


def f11():
    try:
        raise KeyError("a")
    except KeyError as e:
        saved = e
    try:
        e
    except UnboundLocalError as x:
        return str(x), saved


def f12():
    result = []
    for exc in (ValueError, KeyError, IndexError, Exception):
        try:
            raise exc("x")
        except (ValueError, KeyError) as e:
            result.append(f"A{type(e).__name__}")
        except LookupError:
            result.append("B")
        except:
            result.append("C")
    return result


def f13():
    try:
        raise ValueError
    except 5:
        pass


def f14():
    try:
        raise ValueError
    except (KeyError, "x"):
        pass


def f15():
    def gen():
        try:
            yield 1
            yield 2
        finally:
            print("gen closed")
    for v in gen():
        return v


def f16():
    def g():
        try:
            yield
        except GeneratorExit:
            print("exit seen")
            raise
    x = g()
    next(x)
    x.close()
    return "closed"


for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12, f13, f14, f16):
    try:
        print(f.__name__, f())
    except Exception as e:
        print(f.__name__, "raised", type(e).__name__, e)
