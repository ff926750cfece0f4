def solve(board):
    grid = [0 if c in ".0" else int(c) for c in board if c in ".0123456789"]
    rows, cols, boxes = [0] * 9, [0] * 9, [0] * 9

    def flip(i, v):
        r, c = divmod(i, 9)
        rows[r] ^= 1 << v
        cols[c] ^= 1 << v
        boxes[r // 3 * 3 + c // 3] ^= 1 << v

    for i, v in enumerate(grid):
        if v:
            flip(i, v)
    steps = 0

    def options(i):
        r, c = divmod(i, 9)
        used = rows[r] | cols[c] | boxes[r // 3 * 3 + c // 3]
        return [v for v in range(1, 10) if not used >> v & 1]

    def go():
        nonlocal steps
        steps += 1
        best = min(((i, options(i)) for i in range(81) if not grid[i]), key=lambda t: len(t[1]), default=None)
        if best is None:
            return True
        i, opts = best
        for v in opts:
            grid[i] = v
            flip(i, v)
            if go():
                return True
            flip(i, v)
        grid[i] = 0
        return False

    return ("\n".join("".join(map(str, grid[r * 9:r * 9 + 9])) for r in range(9)), steps) if go() else (None, steps)


print(*solve("53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"), sep="\n")


def life(cells):
    from collections import Counter
    near = Counter((x + dx, y + dy) for x, y in cells for dx in (-1, 0, 1) for dy in (-1, 0, 1) if dx or dy)
    return {c for c, n in near.items() if n == 3 or n == 2 and c in cells}


def draw(cells, w=8, h=5):
    return "\n".join("".join(".#"[(x, y) in cells] for x in range(w)) for y in range(h))


glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
for gen in range(3):
    print(draw(glider), "--", sep="\n")
    glider = life(glider)
blinker = {(1, 2), (2, 2), (3, 2)}
print(life(blinker) != blinker, life(life(blinker)) == blinker)
r = {(1, 0), (2, 0), (0, 1), (1, 1), (1, 2)}
sizes = []
for _ in range(20):
    sizes.append(len(r))
    r = life(r)
print(sizes)


def queens(n, row=0, cols=0, d1=0, d2=0, placed=()):
    if row == n:
        yield placed
        return
    free = ~(cols | d1 | d2) & (1 << n) - 1
    while free:
        bit = free & -free
        free ^= bit
        yield from queens(n, row + 1, cols | bit, (d1 | bit) << 1, (d2 | bit) >> 1, placed + (bit.bit_length() - 1,))


print([sum(1 for _ in queens(n)) for n in range(1, 8)], next(queens(8)))
for row in next(queens(5)):
    print("." * row + "Q" + "." * (4 - row))


def rule(n, width=31, gens=8):
    row = [0] * width
    row[width // 2] = 1
    for _ in range(gens):
        yield "".join(" #"[c] for c in row)
        row = [n >> (row[i - 1] << 2 | row[i] << 1 | row[(i + 1) % width]) & 1 for i in range(width)]


print(*(l.rstrip() for l in rule(90)), sep="\n")
