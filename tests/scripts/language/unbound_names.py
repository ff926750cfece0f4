"""Unbound names."""
def show(*a): print(*a)


def u1():
    if 0: x = 1
    try: return x
    except UnboundLocalError as e: return str(e)
show(u1())
def u2():
    x = 1
    del x
    try: x
    except UnboundLocalError as e: show(e)
    try: del x
    except UnboundLocalError as e: show(e)
u2()
def u3():
    def inner(): return v
    try: inner()
    except NameError as e: show(e)
    v = 1
    show(inner())
    del v
    try: inner()
    except NameError as e: show(e)
    try: v
    except UnboundLocalError as e: show(e)
u3()
def u4(n):
    for i in range(n): z = i
    try: return z
    except UnboundLocalError as e: return str(e)
show(u4(0), u4(2))
def u5():
    try: y = 1/0
    except ZeroDivisionError: pass
    try: return y
    except UnboundLocalError as e: return str(e)
show(u5())
def u6():
    while 1:
        try: q
        except UnboundLocalError: show("q unbound"); q = 1
        else: break
u6()
