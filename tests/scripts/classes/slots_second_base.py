class A:
    __slots__=('p','q')
class B:
    pass
class D(B,A):
    __slots__=()
    x=1
d=D()
print(hasattr(d,'__dict__'), D.__dictoffset__ != 0, D.__base__)
try: del d.x
except AttributeError as e: print(e)
d.x=3; print(d.__dict__); del d.x
try: del d.x
except AttributeError as e: print(e)
class E(B):
    y=1
try: del E().y
except AttributeError as e: print(e)
class G(B):
    y=1
    def __getattr__(self,n): return n
try: del G().y
except AttributeError as e: print(e)
