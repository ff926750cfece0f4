def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


def do(code, start=(3, 1, 2)):
    x = list(start)
    try:
        r = eval("x." + code, {"x": x}) if code[0] != "!" else exec(code[1:], {"x": x})
        print(code, "=>", r, x)
    except Exception as e:
        print(code, "=>", type(e).__name__, e, x)


for code in """append(4)
append()
append(1, 2)
extend('ab')
extend(5)
extend(x)
insert(0, 9)
insert(-1, 9)
insert(99, 9)
insert(-99, 9)
insert('a', 1)
insert(1)
pop()
pop(0)
pop(-3)
pop(3)
pop('a')
remove(1)
remove(9)
index(2)
index(2, 0, 2)
index(9)
index(3, 1)
index(3, -3)
count(1)
count(1.0)
reverse()
sort()
sort(reverse=True)
sort(key=lambda v: -v)
sort(key=5)
sort(None)
sort(key=None, reverse=False)
clear()
copy()
__contains__(1)
__iadd__((7,))
__imul__(2)
!x[0] = 'z'
!x[3] = 1
!x['a'] = 1
!x[1:2] = [8, 9, 10]
!x[1:2] = 5
!x[1:1] = 'ab'
!x[:] = x
!x[::2] = [7, 8]
!x[::2] = [7]
!x[::-1] = [1, 2, 3]
!x[5:] = [4]
!x[2:0] = [0]
!x[None:None] = ()
!x['a':] = []
!del x[0]
!del x[-1:]
!del x[::2]
!del x[3]
!del x['a']
!x += 'ab'
!x += 5
!x *= 2
!x *= -1
!x *= 'a'
!x = x + (1,)
!x.append(x); print(x)
!x[0], x[1] = x[1], x[0]""".splitlines():
    do(code)
show("""
[1, 2] + [3], [0] * 3, 2 * [1, 2], [[0]] * 2, [] * 5, [1] * 0
[1] + (2,)
[1] * [2]
[1, 2] < [1, 3], [1] < [1, 0], [] < [0], [1, 'a'] == [1, 'a'], [2] > [1, 5]
[1, 'a'] < [1, 2]
[1] < (1,)
list(), list('abc'), list({1: 2}), list(range(3)), list((1, 2)), list(x for x in 'ab')
list(5)
list(1, 2)
list(iterable=[])
[1, 2, 3][1:], [1, 2, 3][-5:2], [1, 2, 3][::-2], [1, 2, 3][2:0:-1]
[1][True], [1, 2][-2]
[1]['a']
[1][1.0]
hash([])
{[]: 1}
1 in [1.0], None in [], [1] in [[1]]
""")
