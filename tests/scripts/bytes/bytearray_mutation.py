def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


def do(code, start=b"abcdef"):
    b = bytearray(start)
    try:
        r = eval("b." + code) if not code.startswith("!") else exec(code[1:], {"b": b})
        print(code, "=>", r, bytes(b))
    except Exception as e:
        print(code, "=>", type(e).__name__, e, bytes(b))


for code in """append(120)
append(256)
append('x')
append(-1)
extend(b'xyz')
extend([1, 2, 300])
extend('xyz')
extend(5)
insert(0, 65)
insert(-1, 66)
insert(100, 67)
insert(0, 'a')
pop()
pop(0)
pop(-2)
pop(10)
remove(99)
remove(120)
remove('c')
reverse()
clear()
copy()
replace(b'b', b'BB')
find(b'cd')
upper()
hex('.')
decode()
split(b'c')
strip(b'af')
translate(None, b'ace')
__iadd__(b'zz')
__imul__(2)
!b[0] = 88
!b[-1] = 88
!b[6] = 88
!b[0] = 256
!b[0] = 'a'
!b[0] = b'a'
!b[1:3] = b'XYZW'
!b[1:3] = [65, 66]
!b[1:3] = 'xy'
!b[1:3] = 5
!b[::2] = b'XYZ'
!b[::2] = b'XY'
!b[::-1] = b'123456'
!b[2:2] = b'--'
!b[4:1] = b'Q'
!b[:] = b''
!del b[0]
!del b[1:4]
!del b[::2]
!del b[10]
!b += b'more'
!b += 'more'
!b += 5
!b *= 2
!b *= -1
!b *= 1.5
!m = memoryview(b); b.append(1)
!m = memoryview(b); b[0] = 90
!m = memoryview(b); m[1:3] = b'zz'
!m = memoryview(b); m.release(); b.append(33)""".splitlines():
    do(code)
show("""
bytearray(), bytearray(3), bytearray([1, 2]), bytearray('é', 'utf-8'), repr(bytearray(b'a\\'"')), str(bytearray(b'x'))
bytearray('a')
bytearray([256])
bytearray(-1)
hash(bytearray())
bytearray(b'a') == b'a', bytearray(b'a') < b'b', bytearray(b'ab') in bytearray(b'xaby')
{bytearray(): 1}
bytearray(b'abc').__reduce__()[0].__name__, bytearray.fromhex('0aff')
""")
