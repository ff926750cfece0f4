def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class D(dict):
    def __missing__(self, k):
        return f"<{k}>"


class I:
    def __index__(self):
        return 12

    def __str__(self):
        return "I!"


show("""
'%s %d %f' % ('a', 5, 1.5), '%s' % 5, '%s' % (1,), '%s' % [1, 2], '%s %%' % 'x', '%%' % (), '%5s|%-5s|%.2s|' % ('ab', 'ab', 'abc'), '%c%c' % (65, 'B')
'%(a)s %(b)05d' % {'a': 1, 'b': 2}, '%(x)s' % D(), '%(a)s' % {'a': (1, 2)}, '%(a(b))s' % {'a(b)': 5}, 'no args' % {}, 'no args' % [] , 'x' % ()
'%r %a %s' % ('é', 'é', 'é'), '%x %X %#x %o %#o' % (255, 255, 255, 8, 8), '%+d % d %05d %-5d|%5d' % (1, 2, 3, 4, 5), '%.3d %.0f %5.1f' % (5, 2.5, 2.25), '%i %u' % (3, 4)
'%*d|%-*d|%.*f' % (5, 1, 5, 2, 1, 3.14159), '%d %x' % (I(), I()), '%s' % I(), '%e %E %g %G' % (12345.678, 12345.678, 1e-10, 1e-10), '%ld %hd %Li' % (1, 2, 3)
'%-05d|' % 3, '%+ d' % 3, '% +d' % 3, '%#5x|' % 10, '%#05x|' % 10, '%-#8o|' % 8, '%05s|' % 'a', '%+s' % 'a', '%.0s|' % 'abc', '%10.3s|' % 'abcdef', '%5%|' % ()
'%s'  % ()
'%s %s' % ('a',)
'%s' % (1, 2)
'abc' % 5
'abc' % (5,)
'abc' % {'a': 1}
'%d' % 'a'
'%d' % None
'%d' % 1.5, '%d' % -0.9
'%d' % float('nan')
'%d' % float('inf')
'%x' % 'a'
'%x' % 1.5
'%o' % None
'%c' % 'ab'
'%c' % -1
'%c' % 0x110000
'%c' % 1.5
'%c' % ''
'%f' % 'a'
'%f' % None
'%' % ()
'%z' % 5
'%5' % 5
'%(a)' % {'a': 1}
'%(a' % {'a': 1}
'%(a)s' % 5
'%(a)s' % (1,)
'%(a)s' % {}
'%(a)s %s' % {'a': 1}
'%*d' % ('a', 1)
'%.*f' % (1.5, 2)
'%*d' % (5,)
'%.d|' % 5, '%.s|' % 'abc', '%.f' % 1.5
'%99999999999999999999d' % 1
'%.99999999999999999999d' % 1
'%(a)*d' % {'a': 1}
'%s %s %s' % (1, [2], {3: 4}), '%s' % ((1, 2),), '%s' % None, '%s' % True, '%d' % True, '%5.2f%%' % 12.345
b'%s %d %x' % (b'a', 5, 255), b'%a %r' % ('é', 'é'), b'%c%c' % (65, b'B'), b'%5s|' % b'ab', b'%b' % b'x', b'%(a)d' % {b'a': 1}, bytearray(b'%d') % 5
b'%s' % 'a'
b'%b' % 5
b'%c' % 256
b'%c' % 'a'
b'%d' % 'a'
b'%(a)s' % {'a': b'1'}
""")
