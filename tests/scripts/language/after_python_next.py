# What follows a loop over an iterator written in Python hears nothing of the StopIteration that ended the loop.


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


def show(f):
    try:
        print(f.__name__, f())
    except BaseException as e:
        print(f.__name__, repr(e))


@show
def list_after():
    for x in Count(2):
        pass
    return [x, x + 1]


@show
def comprehension():
    found = [x for x in Count(2)]
    return found == [1, 0]


@show
def list_sum():
    for x in Count(1):
        pass
    return [1] + [x]


@show
def set_dict_tuple_slice():
    for x in Count(1):
        pass
    return {x}, {x: x}, (x, [x]), "abc"[x:], f"{x}"


@show
def function_after():
    for x in Count(1):
        pass
    return (lambda: x)(), (lambda a=x: a)()


@show
def class_after():
    for x in Count(1):
        pass

    class C:
        y = [x]
    return C.y


@show
def star_call():
    for x in Count(1):
        pass
    return max(*[x, 1], **{})


@show
def unpacked():
    for x in Count(1):
        pass
    a, *b = [x, 2, 3]
    return a, b


@show
def generator_after():
    for x in Count(1):
        pass
    return list(y for y in [x, x])


@show
def nested():
    out = []
    for x in Count(2):
        for y in Count(2):
            pass
        out.append([x, y])
    return out


def g():
    for x in Count(1):
        pass
    got = yield [x]
    for x in Count(1):
        pass
    yield [got]
    return [x]


def driver():
    return [(yield from g())]


d = driver()
print(next(d), d.send(5), end=" ")
try:
    next(d)
except StopIteration as e:
    print(e.value)
