"""throw() into `x = yield ...` leaves x as it was."""
def k(x):
    x = yield x
    try:
        x = yield x
    except ValueError:
        print("kept", x)
    yield x
it = k(1)
print(next(it), it.send(2), it.throw(ValueError), next(it, "end"))
