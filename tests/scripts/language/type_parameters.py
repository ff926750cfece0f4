"""Type parameters."""
def f[T: int, *Ts, **P](x: T, *a: *Ts) -> T: return T
print(f.__type_params__, f.__annotations__, f(1) is f.__type_params__[0], f.__type_params__[0].__bound__)
class G[T]:
    x: T
    def m[U](self, u: U) -> T: return T, U
print(G.__type_params__, G.__orig_bases__, G.__parameters__, G().m(1))
type A[K, V = int] = dict[K, V]
print(A, A.__type_params__, A.__value__)
class H:
    n = 3
    type L = list[n]
    def g[T: (n, str)](self, x: n) -> T: pass
print(H.L.__value__, H.g.__type_params__[0].__constraints__, H.g.__annotations__)
