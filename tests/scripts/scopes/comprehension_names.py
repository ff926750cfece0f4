# A comprehension's variable that has the name of a variable further out, which
# blocks inside the same function use.
def outer(log):
    c = 1

    def use():
        log.append([c for c in (1, 2)])
        log.append([c + i for i in range(2)])
        log.append([lambda: c for c in range(2)][0]())
        log.append(c)

        def inner():
            return c

        log.append(inner())

        class K:
            log.append([c for c in range(3) if c])
            log.append(c)
            d = c

        log.append(K.d)

    use()


l = []
outer(l)
print(l)


def hidden():
    c = "outer"

    def use():
        x = [c for c in (1, 2)]

        class K:
            d = [c for c in "ab"]

        def inner():
            return [c for c in x]

        return x, inner(), K.d

    return use()


print(hidden())
