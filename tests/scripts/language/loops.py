"""Loops."""
def show(*a): print(*a)


def lo():
    out = []
    i = 0
    while i < 10:
        i += 1
        if i % 2: continue
        if i > 6: break
        out.append(i)
    else: out.append("else")
    while i and not i == 3: i -= 1
    for x in []: pass
    else: out.append("e")
    for x, (y, *z) in [(1, (2, 3, 4))]: out.append((x, y, z))
    for out2 in [1, 2]:
        for q in [3]:
            if out2 == 1: break
        else: out.append("inner else")
    return out, i
show(lo())
