import _thread, signal
class C:
    def __enter__(self): return self
    def __exit__(self, *a):
        print("exit", a[0]); return True
def f():
    with C():
        _thread.interrupt_main()
    print("after")
f()
import sys, traceback
def g():
    try:
        _thread.interrupt_main()
    except KeyboardInterrupt as e:
        return e.__traceback__.tb_lineno - g.__code__.co_firstlineno
print(g())
def in_loop():
    n = 0
    while True:
        try:
            while n < 10**9:
                n += 1
                if n == 5: _thread.interrupt_main()
        except KeyboardInterrupt:
            return n
print(in_loop())
