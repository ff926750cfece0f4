from fractions import Fraction
import operator
from functools import reduce


class Matrix:
    def __init__(self, rows):
        self.rows = [list(map(Fraction, r)) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __matmul__(self, o):
        if self.shape[1] != o.shape[0]:
            raise ValueError(f"shapes {self.shape} and {o.shape} do not fit")
        cols = list(zip(*o.rows))
        return Matrix([[sum(map(operator.mul, r, c)) for c in cols] for r in self.rows])

    def __add__(self, o):
        return Matrix([[a + b for a, b in zip(r, s, strict=True)] for r, s in zip(self.rows, o.rows, strict=True)])

    def __mul__(self, k):
        return Matrix([[x * k for x in r] for r in self.rows])

    __rmul__ = __mul__

    def __pow__(self, n):
        if n < 0:
            return self.inverse() ** -n
        r, b = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                r = r @ b
            b, n = b @ b, n >> 1
        return r

    def __eq__(self, o):
        return isinstance(o, Matrix) and self.rows == o.rows

    def __getitem__(self, ij):
        i, j = ij
        if isinstance(i, slice) or isinstance(j, slice):
            rs = self.rows[i] if isinstance(i, slice) else [self.rows[i]]
            return Matrix([r[j] if isinstance(j, slice) else [r[j]] for r in rs])
        return self.rows[i][j]

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def det(self):
        a, d = [r[:] for r in self.rows], Fraction(1)
        n = len(a)
        for c in range(n):
            p = next((r for r in range(c, n) if a[r][c]), None)
            if p is None:
                return Fraction(0)
            if p != c:
                a[c], a[p], d = a[p], a[c], -d
            d *= a[c][c]
            for r in range(c + 1, n):
                f = a[r][c] / a[c][c]
                a[r] = [x - f * y for x, y in zip(a[r], a[c])]
        return d

    def inverse(self):
        n = len(self.rows)
        a = [r + e for r, e in zip([r[:] for r in self.rows], Matrix.identity(n).rows)]
        for c in range(n):
            p = next((r for r in range(c, n) if a[r][c]), None)
            if p is None:
                raise ZeroDivisionError("singular matrix")
            a[c], a[p] = a[p], a[c]
            a[c] = [x / a[c][c] for x in a[c]]
            for r in range(n):
                if r != c:
                    a[r] = [x - a[r][c] * y for x, y in zip(a[r], a[c])]
        return Matrix([r[n:] for r in a])

    def __str__(self):
        cells = [[str(x) for x in r] for r in self.rows]
        w = max(len(c) for r in cells for c in r)
        return "\n".join("[" + " ".join(c.rjust(w) for c in r) + "]" for r in cells)


a = Matrix([[2, 1], [5, 3]])
b = Matrix([[1, 2, 3], [0, 1, 4], [5, 6, 0]])
print(a @ a, a.inverse(), a.det(), b.inverse(), b.det(), sep="\n")
print(b @ b.inverse() == Matrix.identity(3), (a ** -2) @ a ** 2 == Matrix.identity(2), b.T.T == b)
print((Matrix([[1, 1], [1, 0]]) ** 90)[0, 1], b[1:, 1:], b[0, :], b[:, 0], sep="\n")
print(Matrix([["1/2", "1/3"], ["1/4", 1.5]]), (a + a) == 2 * a, sep="\n")
for f in (lambda: a @ b, lambda: Matrix([[1], [1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a + b, lambda: a[5, 0], lambda: Matrix([["x"]]), lambda: a[0], lambda: a @ 3):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)])
print(hilbert.det(), hilbert.inverse()[0, :], reduce(operator.matmul, [a] * 4)[0, 0])
