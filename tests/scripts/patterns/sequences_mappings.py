def m(v):
    match v:
        case []:
            return "empty"
        case [x]:
            return f"one {x!r}"
        case [int(a), int(b)]:
            return f"ints {a} {b}"
        case [("go" | "move") as verb, ("north" | "south") as where, *rest]:
            return f"{verb} {where} {rest}"
        case ["add", *nums] if all(isinstance(n, int) for n in nums):
            return f"sum {sum(nums)}"
        case [first, *_, last] if first == last:
            return f"palindromic {first}"
        case [[a, b], [c, *d]]:
            return f"nested {a}{b}{c}{d}"
        case (1, _, 3):
            return "1_3"
        case [*_, {"k": v}]:
            return f"ends with mapping {v}"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": t, **rest} if rest:
            return f"type {t} {rest}"
        case {"a": {"b": [_, x]}}:
            return f"deep {x}"
        case {1: one, None: none}:
            return f"keys {one} {none}"
        case {}:
            return "some mapping"
        case _:
            return f"other {type(v).__name__}"


for v in ([], (), [1], ["x"], [1, 2], [True, 2], ["go", "north"], ["move", "south", 1, 2], ["go", "up"], ["add", 1, 2, 3], ["add", "x", 1], [7, 8, 9, 7], [[1, 2], [3, 4, 5]], (1, "any", 3), [0, {"k": 5}], "ab", b"ab", bytearray(b"a"), range(2), range(1),
          {"type": "circle", "r": 2}, {"type": "sq", "side": 3}, {"type": "only"}, {"a": {"b": [1, 2]}}, {1: "x", None: "y", 3: 4}, {}, {"z": 1}, {1}, None, 5, iter([1]), [[], []]):
    print(v if not hasattr(v, "__next__") else "iterator", "->", m(v))
import collections.abc


class Seq(collections.abc.Sequence):
    def __len__(self):
        print("len")
        return 3

    def __getitem__(self, i):
        print("item", i)
        return [0, 10, 20][i]


match Seq():
    case [a, b]:
        print("two")
    case [a, b, c]:
        print(a, b, c)
match collections.deque([1, 2]):
    case [a, b]:
        print("deque", a, b)
match collections.defaultdict(int):
    case {"x": v}:
        print("has x")
    case {}:
        print("no x added")
match collections.ChainMap({"a": 1}, {"b": 2}):
    case {"a": 1, "b": b, **rest}:
        print(b, rest)
