def show(text, **names):
    """Evaluates every line and prints what comes out, or the exception."""
    for line in text.strip().splitlines():
        try:
            print(line.strip(), "->", repr(eval(line.strip(), globals(), names)))
        except Exception as e:
            print(line.strip(), "!!", type(e).__name__, "|", e)


x, y, name, d, w = 5, 2.5, "world", {"k": "v", "n": [1, 2]}, 8
show(r'''
f"{x}", f"{x!r:>4}", f"{name!r}", f"{name!s:*^9}", f"{name!a}", f"{'é'!a}", f"{x:0{w}d}", f"{y:{w}.{1}f}", f"{x:{'>'}{w}}|", f"{{}}", f"{{{x}}}", f"{x}{y}", f""
f"{d['k']}", f'{d["n"][0]}', f"{d["k"]}", f"{d['n'][-1]:03}", f"{', '.join(['a', 'b'])}", f"{"nested " + f"{x + 1} {f"{y}"}"}", f"{'\n'}" == "\n", f"{'a' 'b'}"
f"{x=}", f"{x = }", f"{x=!s}", f"{x=:>4}", f"{x + 1=}", f"{ x=}", f"{name=}", f"{name=!s}", f"{d['k']=}", f"{y=:.2f}", f"{x==5}", f"{x!=5}", f"{x<=5=}", f"{(lambda: 3)()=}"
f"{lambda: 1}" if 0 else f"{(lambda v: v * 2)(4)}", f"{x if y else 0}", f"{[i for i in range(3)]}", f"{ {1, 1} }", f"{ {'a': 1}['a'] }", f"{(a := 7)}", f"{x:=5}|", f"{not x}", f"{*[1, 2],}", f"{x, y}", f"{x,}", f"{-x}", f"{x**2:,}", f"{x and y or 0}"
f"{x:%}", f"{y:e}", f"{1234567:,}", f"{1234567:_}", f"{255:#x}", f"{True:d}", f"{None}", f"{'ab':5}|", f"{'ab':>5}|", f"{3:>{w - 3}}|", f"{3:<{w}}|", f"{'':*^5}", f"{0.1 + 0.2:.20f}"
rf"\d{x}", fr"{x}\n", Rf"\{x}", f"\x41{x}", f"\N{BULLET}{x}", f"\u20ac{x}", f"{x}\t|", f"a{x}" "b{x}", "a{x}" f"b{x}", f'{x}' '{y}' f'{y}'
f"""{
    x
}""" == "5", f"{x  }", f"{  x  !r  :>3}" if 0 else f"{x !r:>3}", f"{x:{w}}" f"{x:<{w}}|"
f"{x:d}{y:d}"
f"{name:d}"
f"{nope}"
f"{d['zz']}"
f"{x:{y}}"
f"{1 / 0}"
f"{x.real:{'bad spec'}}"
f"{object():>5}"[:3]
eval("f'{}'")
eval("f'{x'")
eval("f'}'")
eval("f'{x!z}'")
eval("f'{x!}'")
eval("f'{x:{y}'")
eval("f'{!r}'")
eval("f'{x!r:}'")
eval("f'{a b}'")
eval("f'{x:{y:{w}}}'")
eval("f'{x;y}'")
eval("f'{lambda x: 1}'")
eval("f'{*x}'")
eval("f'{x=!r:^20}'")
eval("f'{yield}'")
eval("f'{# c}'")
eval("f'{x!r }'")
eval("f'{x! r}'")
eval("f'{)}'")
eval("f'{(}'")
eval("f'{\\\\}'")
eval("f'{x:\\n}'")
eval("b''f''")
eval("f'{x:{}}'")
''')
