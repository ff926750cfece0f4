data = [4, 8, 15, 16, 23, 42]
print([y for x in data if (y := x // 2) > 5], y)
if (n := len(data)) > 5:
    print(f"{n} items")
while (chunk := data[:2]):
    print(chunk, end=" ")
    data = data[2:]
print()
print((a := 1, b := 2, a + b))
print(any((hit := w).startswith("c") for w in ["apple", "cat", "cow"]), hit)


def f(x=(d := 10)):
    return x + d


print(f(), f(1))
total = 0
print([total := total + v for v in range(6)], total)
print({(k := i): k * k for i in range(3)}, k)


def outer():
    found = None

    def inner():
        nonlocal found
        return [found := z for z in "abc"]

    inner()
    return found


print(outer())
for src in ["x := 1", "(x.y := 1)", "[i := 0 for i in range(3)]", "f(a=b:=1)", "(x := 1) = 2", "def g(a=b:=1): pass",
            "[[(j := 0) for i in range(2)] for j in range(2)]", "class A: [q := 1 for _ in [1]]", "(1 := x)", "((a, b) := (1, 2))",
            "x = y := 0", "[i for i in (q := range(3))]", "lambda: (z := 1)", "print(f'{(m := 3)}', m)", "(a[0] := 1)"]:
    try:
        exec(compile(src, "<s>", "exec"), {})
        print("ok", src)
    except SyntaxError as e:
        print(src, "->", e.msg)
