def show(f):
    try: f()
    except BaseException as e:
        def d(e,n=0):
            if e is None: return 'None'
            if isinstance(e,BaseExceptionGroup): return f'{type(e).__name__}({e.message!r},[{", ".join(d(x) for x in e.exceptions)}], ctx={d(e.__context__)})'
            return f'{e!r}<ctx={d(e.__context__)}>'
        print(d(e))
    else: print('ok')
def a():
    try: raise ValueError(1)
    except* ValueError: pass
    except* 3: pass
show(a)
def b():
    try: raise ExceptionGroup('g',[ValueError(1),OSError(2),KeyError(3)])
    except* ValueError: raise TypeError('x')
    except* OSError: raise IndexError('y')
show(b)
def c():
    try: raise ExceptionGroup('g',[ValueError(1),OSError(2)])
    except* ValueError as e: pass
    except* ExceptionGroup: pass
show(c)
def d():
    try: raise ExceptionGroup('g',[ValueError(1),OSError(2)])
    except* ValueError as e: 
        import sys; print(repr(sys.exception()))
    except* OSError as e:
        print(repr(sys.exception())); 
        try: 1/0
        except ZeroDivisionError: print(repr(sys.exception()))
        print(repr(sys.exception())); raise
    finally: print('fin',repr(sys.exception()))
show(d)
def e():
    try: 
        try: raise ExceptionGroup('g',[ValueError(1),OSError(2)])
        except* ValueError as e: pass
    except* OSError: print('second')
    import sys; print(sys.exception())
show(e)
def f():
    try:
        raise KeyError('k')
    except KeyError:
        try: raise ExceptionGroup('g',[ValueError(1)])
        except* ValueError: pass
        import sys; print(repr(sys.exception()))
        raise
show(f)

for t in ('%u','%i','%d','%x','%o'):
    for v in ('s',1j,None):
        for fm in (t, t.encode()):
            try: fm % v
            except TypeError as e: print(e)
try: float.fromhex('\ud800')
except ValueError as e: print(repr(e))
