import weakref, gc
class Foo: pass
def main():
    f = Foo()
    f_wr = weakref.ref(f)
    def genfn():
        a = f
        yield
    g = genfn()
    next(g)
    del f
    g.close()
    gc.collect()
    return f_wr()
print(main())
