class VMError(Exception):
    def __init__(self, pc, msg):
        super().__init__(f"pc {pc}: {msg}")


def assemble(src):
    labels, code = {}, []
    for n, line in enumerate(src.splitlines(), 1):
        line = line.split(";")[0].strip()
        if not line:
            continue
        if line.endswith(":"):
            if line[:-1] in labels:
                raise SyntaxError(f"label {line[:-1]} twice", ("asm", n, 1, line))
            labels[line[:-1]] = len(code)
            continue
        op, *args = line.split()
        code.append((op.upper(), args))
    return [(op, [labels.get(a, a) if not a.lstrip("-").isdigit() else int(a) for a in args]) for op, args in code]


def run(code, *stack, limit=10000):
    stack, calls, mem, out, pc = list(stack), [], {}, [], 0
    binary = {"ADD": lambda a, b: a + b, "SUB": lambda a, b: a - b, "MUL": lambda a, b: a * b, "DIV": lambda a, b: a // b, "MOD": lambda a, b: a % b, "LT": lambda a, b: int(a < b), "EQ": lambda a, b: int(a == b)}
    for step in range(limit):
        if pc >= len(code):
            break
        op, args = code[pc]
        pc += 1
        try:
            match op, args:
                case "PUSH", [v]:
                    stack.append(v)
                case "POP", []:
                    stack.pop()
                case "DUP", []:
                    stack.append(stack[-1])
                case "SWAP", []:
                    stack[-1], stack[-2] = stack[-2], stack[-1]
                case "LOAD", [n]:
                    stack.append(mem[n])
                case "STORE", [n]:
                    mem[n] = stack.pop()
                case "JMP", [int(t)]:
                    pc = t
                case "JZ", [int(t)]:
                    if not stack.pop():
                        pc = t
                case "CALL", [int(t)]:
                    calls.append(pc)
                    pc = t
                case "RET", []:
                    pc = calls.pop()
                case "PRINT", []:
                    out.append(stack.pop())
                case "HALT", []:
                    break
                case name, [] if name in binary:
                    b, a = stack.pop(), stack.pop()
                    stack.append(binary[name](a, b))
                case _:
                    raise VMError(pc - 1, f"bad instruction {op} {args}")
        except (IndexError, KeyError, ZeroDivisionError) as e:
            raise VMError(pc - 1, f"{op}: {type(e).__name__} {e}") from e
    else:
        raise VMError(pc, "step limit")
    return out, stack, step


FACT = """
    store n
    push 1
    store acc
loop:
    load n
    jz done
    load acc
    load n
    mul
    store acc
    load n
    push 1
    sub
    store n
    jmp loop
done:
    load acc
    print
"""
for n in (0, 1, 5, 20, 30):
    print(n, run(assemble(FACT), n))
GCD = """
loop: ; a b -> gcd
    dup
    jz end
    dup
    store t
    mod
    load t
    swap
    jmp loop
end:
    pop
    print
"""
print(run(assemble(GCD), 1071, 462), run(assemble(GCD), 17, 5)[0])
FIB = """
    call fib
    print
    halt
fib:
    dup
    push 2
    lt
    jz rec
    ret
rec:
    dup
    push 1
    sub
    call fib
    swap
    push 2
    sub
    call fib
    add
    ret
"""
print([run(assemble(FIB), n)[0][0] for n in range(10)])
for src, args in (("add", ()), ("push 1\npush 0\ndiv", ()), ("load x", ()), ("jmp nowhere", ()), ("x:\njmp x", ()), ("push", ()), ("ret", ()), ("frob 1", ()), ("a:\na:", ()), ("push 1\nprint\nprint", ())):
    try:
        print(run(assemble(src), *args))
    except VMError as e:
        print(e, "|", repr(e.__cause__))
    except SyntaxError as e:
        print(e.msg, e.lineno, e.text)
BF = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+."


def brainf(src):
    stack, jump = [], {}
    for i, c in enumerate(src):
        if c == "[":
            stack.append(i)
        elif c == "]":
            j = stack.pop()
            jump[i], jump[j] = j, i
    tape, p, pc, out = bytearray(30), 0, 0, ""
    while pc < len(src):
        match src[pc]:
            case ">":
                p += 1
            case "<":
                p -= 1
            case "+":
                tape[p] = (tape[p] + 1) & 255
            case "-":
                tape[p] = (tape[p] - 1) & 255
            case ".":
                out += chr(tape[p])
            case "[" if not tape[p]:
                pc = jump[pc]
            case "]" if tape[p]:
                pc = jump[pc]
        pc += 1
    return out


print(brainf(BF))
try:
    brainf("]")
except IndexError as e:
    print(e)
