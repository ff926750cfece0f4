"""Try finally."""
import sys


def show(*a): print(*a)


def f1():
    for i in range(5):
        try:
            try:
                if i == 1: continue
                if i == 3: break
                show("body", i)
            finally:
                show("inner", i)
        finally:
            show("outer", i)
    return "done"
show(f1())
def f2(x):
    try:
        return x
    finally:
        x = 99
show(f2(1))
def f3():
    try:
        1/0
    except ZeroDivisionError:
        try:
            raise ValueError("v")
        except ValueError as e:
            show(repr(e.__context__))
        raise
try: f3()
except ZeroDivisionError as e: show("re", e, e.__context__)
def f4():
    while True:
        try:
            return 1
        finally:
            break
    return 2
show(f4())
def f5():
    try:
        try: raise KeyError("a")
        finally: show("fin")
    except KeyError as e:
        show("caught", e)
    try: e
    except UnboundLocalError as x: show(x)
f5()
def f6():
    try:
        raise ValueError(1)
    except ValueError as e:
        raise TypeError(2) from e
try: f6()
except TypeError as t: show(t.__cause__, t.__suppress_context__)
def f7():
    for x in [1]:
        try: raise ValueError
        except ValueError:
            try: continue
            finally: show("fin continue")
    else: show("else")
f7()
def f8():
    try: 1/0
    except ZeroDivisionError:
        show(sys.exception())
        try:
            [][1]
        except IndexError:
            show(sys.exception())
        show(sys.exception())
    show(sys.exception())
f8()
def f9():
    try: 1/0
    except ZeroDivisionError:
        for i in [1,2]:
            try: raise KeyError(i)
            except KeyError:
                if i == 1: continue
                break
        show(repr(sys.exception()))
        return (lambda: repr(sys.exception()))()
show(f9(), sys.exception())
