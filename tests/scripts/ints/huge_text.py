def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


import sys

show("""
len(str(10**1000)), str(10**50)
str(2**200), str(-3**100)
int(str(7**300)) == 7**300
str(10**4299)[:3], len(str(10**4299))
str(10**4300)
int('1' * 4300) % 1000
int('1' * 4301)
int('1' * 5000, 16) % 10**10
hex(10**5000)[:10]
f'{10**4300}'
'%d' % 10**4300
f'{10**4300:x}'[:5]
sys.get_int_max_str_digits()
sys.set_int_max_str_digits(100)
sys.set_int_max_str_digits(-1)
sys.set_int_max_str_digits(640)
int('1' * 641)
sys.set_int_max_str_digits(0)
len(str(10**10000))
len(repr([10**5000]))
sys.set_int_max_str_digits(4300)
f'{10**20:,}', f'{10**20:_}', f'{-10**20:+,}', f'{2**70:_x}', f'{2**70:_b}'
'%x %X %o %#x %#o' % (2**70, 2**70, 2**70, 2**70, 2**70)
'%030d|%-30d|%+d' % (10**20, 10**20, 10**20)
f'{10**25:e}', f'{10**25:.3f}', f'{10**25:g}', f'{10**25:%}'
f'{10**400:e}'
f'{123456789:>+20,d}', f'{123456789:=+20,d}', f'{-5:05}', f'{5:<5}|', f'{5:^5}|'
f'{65:c}', f'{0x1f600:c}', f'{65:5c}|'
f'{-1:c}'
f'{0x110000:c}'
f'{5:.3d}'
f'{5:s}'
f'{5:,x}'
f'{5:+c}'
f'{5:#b} {5:#o} {255:#x} {255:#X} {5:#010b}'
""")
