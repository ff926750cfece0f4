"""A tour of the language: run it with `bin/coachwhip examples/tour.py`."""
from dataclasses import dataclass, field
import json
import re


@dataclass(order=True)
class Item:
    price: float
    name: str = field(compare=False)
    tags: list[str] = field(default_factory=list, compare=False)


def kinds(value):
    match value:
        case {"kind": "circle", "r": r}:
            return f"circle of radius {r}"
        case [x, y, *rest]:
            return f"sequence starting {x}, {y} and {len(rest)} more"
        case Item(name=n) if n.startswith("t"):
            return f"an item called {n!r}"
        case int() | float() as n:
            return f"the number {n:>8.2f}"
        case _:
            return "something else"


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def first[T](items: list[T]) -> T:
    return items[0]


def main():
    items = [Item(3.5, "tea", ["drink"]), Item(1.25, "bread"), Item(12.0, "book", ["paper", "gift"])]
    print(sorted(items)[0])
    print(json.dumps({i.name: i.tags for i in items}, sort_keys=True))
    for value in ({"kind": "circle", "r": 2}, (1, 2, 3, 4), items[0], 7, None):
        print(kinds(value))
    gen = fibonacci()
    print([next(gen) for _ in range(15)], 2**100)
    print(re.sub(r"(\w+)@(\w+)\.org", r"\2: \1", "ann@example.org, bob@sample.org"))
    try:
        try:
            {}["missing"]
        except KeyError as e:
            raise ValueError("no such entry") from e
    except ValueError as e:
        print(type(e).__name__, e, "<-", repr(e.__cause__))
    try:
        raise ExceptionGroup("two at once", [TypeError("a"), OSError("b")])
    except* TypeError as g:
        print("caught", g.exceptions)
    except* OSError as g:
        print("caught", g.exceptions)
    print(first(["generic", "functions"]), f"{sum(range(1_000_000)):_}")


main()
