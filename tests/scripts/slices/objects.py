def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class S:
    def __getitem__(self, k):
        return k

    def __setitem__(self, k, v):
        print("set", k, v)

    def __delitem__(self, k):
        print("del", k)


x = S()
show("""
slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice('a', [1], None)
slice()
slice(1, 2, 3, 4)
slice(stop=1)
x[1:2], x[:], x[::], x[::2], x[1:], x[:1], x[1:2:3], x[1:2, 3], x[..., 1:], x[()], x[1,], x[-1], x[None:'a'], x[(1, 2)], x[*[1, 2]], x[*(), 3:4]
slice(1, 10, 2).indices(5), slice(None).indices(3), slice(-3, None).indices(10), slice(None, None, -1).indices(4), slice(100, -100, -1).indices(3), slice(5, 2).indices(9)
slice(1).indices(-1)
slice('a').indices(3)
slice(1, 2, 0).indices(3)
slice(1.5).indices(3)
slice(2**70).indices(5), slice(-2**70, None, 2**70).indices(5), slice(None).indices(2**70)
slice(1, 2) == slice(1, 2), slice(1) == slice(None, 1, None), slice(1, 2) < slice(1, 3), slice(1) == 1
hash(slice(1, 2)) == hash(slice(1, 2))
hash(slice([]))
slice(1) < slice('a')
slice(1).start, slice(1).stop, slice(1).step, slice(1, 2, 3).step
slice(1).start = 4
{slice(1): 'a'}[slice(None, 1)]
{}[1:2]
'abcdef'[slice(1, 5, 2)], [1, 2, 3][slice(None, None, -1)], (1, 2)[slice(1)], b'abc'[slice(-2, None)]
'abcdef'[2**70:], 'abcdef'[:-2**70], 'abcdef'[::2**70], 'abcdef'[::-2**70], 'abcdef'[-2:1:-1]
'abc'[::0]
[1, 2][1:2, 0]
'abc'['a':'b']
(1, 2)[0:1.5]
repr(slice(1, 'a')), str(slice(None)), type(slice(1)).__name__, slice(1, 2).__reduce__()[1]
""")
x[1:2] = 5
x[0] = 1, 2
del x[::2], x[...]
x[a := 3] = 4
x[1:2][3] if 0 else None
print(a)


def chunks(seq, n):
    return [seq[i:i + n] for i in range(0, len(seq), n)]


print(chunks("abcdefgh", 3), chunks([1, 2, 3, 4], 2), chunks((), 2))


def rotate(seq, k):
    k %= len(seq) or 1
    return seq[k:] + seq[:k]


print([rotate("hello", k) for k in (-1, 0, 2, 7)], rotate([], 3))
grid = [[r * 4 + c for c in range(4)] for r in range(3)]
print([row[1:3] for row in grid[::2]], [row[::-1] for row in grid], list(zip(*grid[::-1])))
lst = list(range(10))
lst[2:5] = []
lst[::3] = [100, 101, 102]
lst[len(lst):] = [7]
print(lst)
lst[slice(1, 3)] = "xy"
del lst[slice(-2, None)]
print(lst)
