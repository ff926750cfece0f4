"""Super calls."""
def show(*a): print(*a)


class P:
    def m(self, k=1): return ("P", k)
    @property
    def pr(self): return "prop"
    @classmethod
    def cm(cls): return cls.__name__
class Q(P):
    def m(self, k=2):
        r = [super(Q, self).m(i) for i in range(2)]
        return super().m(k=k), super(Q, self).m(5), r, __class__.__name__
    @property
    def pr(self): return super().pr + "!"
    @classmethod
    def cm(cls): return super().cm() + "?"
    def s(self):
        def inner(): return super(Q, self).m()
        return inner()
    def t(this): return [super(__class__, this).m(i) for i in range(1)]
show(Q().m(), Q().pr, Q.cm(), Q().s(), Q().t())
class Priv:
    __x = 1
    def f(self): self.__y = 2; return self.__x, self.__y, [self.__x for _ in range(1)]
show(Priv().f(), sorted(k for k in Priv.__dict__ if k.startswith("_Priv")), Priv.__static_attributes__, Priv.__firstlineno__)
