def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


class P:
    x = 3
    items = ["zero", {"k": "v"}]

    def __format__(self, spec):
        return f"<{spec}>"

    def __getitem__(self, k):
        return f"item {k!r}"


p = P()
show("""
'{} {}'.format(1, 'a'), '{1} {0} {1}'.format('a', 'b'), '{a}{b}'.format(a=1, b=2), '{{}} {0}'.format(5), '{0:{1}}'.format(5, '>4'), '{:{}.{}f}'.format(3.14159, 8, 2)
'{0.x} {0.items[0]} {0.items[1][k]} {0[key]} {0[7]} {0[-1]}'.format(p), '{0:abc} {0}'.format(p), '{p!r:.5} {p.x!s:>3}'.format(p=P), '{0[a b]}'.format({'a b': 1})
'{!r} {!s} {!a}'.format('é', 'é', 'é'), '{:>10}|{:<10}|{:^10}|'.format('a', 'b', 'c'), '{:*^9}'.format('mid'), '{:.2}'.format('abcdef'), '{:5.1}|'.format('xyz')
'{:,} {:_} {:x} {:#o} {:b} {:e}'.format(1234567, 1234567, 255, 8, 5, 12345.678)
'{:%Y}'.format(5)
'{}'.format()
'{0} {}'.format(1, 2)
'{} {0}'.format(1, 2)
'{1}'.format(1)
'{a}'.format(b=1)
'{'.format(1)
'}'.format(1)
'{0'.format(1)
'{!x}'.format(1)
'{!}'.format(1)
'{!rr}'.format(1)
'{0.}'.format(1)
'{0[}'.format(1)
'{0[]}'.format(1)
'{0.nope}'.format(1)
'{0[1]}'.format([1])
'{0[k]}'.format([1])
'{0]}'.format(1)
'{:d}'.format('a')
'{:s}'.format(1)
'{:10d}'.format(1.5)
'{:>>>5}'.format(1)
'{:=5}'.format('a')
'{:+}'.format('a')
'{:,}'.format('a')
'{:05}'.format('ab'), '{:<05}'.format('ab')
'{:z}'.format('a')
'{:z}'.format(5)
'{: }'.format('a')
'{:{:{}}}'.format(1, 2, 3)
'{0:{0}}'.format(3), '{a[0]}{a[1]}'.format(a='xy'), '{.real}'.format(3), '{[0]}'.format('q'), '{0!s:{w}}|'.format('a', w=4)
'{}'.format_map({}) if 0 else '{x}'.format_map({'x': 1})
'{x}'.format_map({})
'{}'.format_map({'x': 1})
'{x}'.format_map(5)
format(None), format(None, ''), format([1], ''), format(p, 'spec'), format('a', '>3'), format(True), format(True, 'd'), format(True, '5')
format(None, '5')
format([1], 's')
format(object, '>1')
format(1, 2)
format()
""")
