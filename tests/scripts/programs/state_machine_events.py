from enum import Enum, auto
from collections import defaultdict


class State(Enum):
    IDLE = auto()
    READY = auto()
    VENDING = auto()
    BROKEN = auto()


class InvalidTransition(Exception):
    pass


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)
        self.depth = 0

    def on(self, event, prio=0):
        def deco(f):
            self.handlers[event].append((prio, f))
            self.handlers[event].sort(key=lambda t: -t[0])
            return f
        return deco

    def emit(self, event, *a, **k):
        self.depth += 1
        if self.depth > 5:
            self.depth = 0
            raise RecursionError("events go in circles")
        out = []
        for _, f in list(self.handlers[event]):
            try:
                out.append(f(*a, **k))
            except StopIteration:
                out.append("stopped")
                break
        self.depth -= 1 if self.depth else 0
        return out


bus = Bus()


class Machine:
    table = {
        (State.IDLE, "coin"): State.READY,
        (State.READY, "coin"): State.READY,
        (State.READY, "select"): State.VENDING,
        (State.READY, "refund"): State.IDLE,
        (State.VENDING, "done"): State.IDLE,
    }

    def __init__(self):
        self.state, self.credit, self.history = State.IDLE, 0, []

    def __call__(self, event, *a):
        new = self.table.get((self.state, event))
        if event == "kick":
            new = State.BROKEN
        if new is None:
            raise InvalidTransition(f"{event!r} in {self.state.name}")
        old, self.state = self.state, new
        self.history.append((old.name, event, new.name))
        getattr(self, f"do_{event}", lambda *a: None)(*a)
        bus.emit("moved", old, new)

    def do_coin(self, value=1):
        self.credit += value

    def do_refund(self):
        print("refund", self.credit)
        self.credit = 0

    def do_select(self, what):
        cost = {"tea": 2, "soup": 5}[what]
        if cost > self.credit:
            self.state = State.READY
            raise ValueError(f"{what} costs {cost}, credit is {self.credit}")
        self.credit -= cost
        bus.emit("vend", what)


@bus.on("moved")
def log(old, new):
    print(f"  {old.name} -> {new.name}")


@bus.on("vend", prio=1)
def check(what):
    if what == "soup":
        raise StopIteration
    return "checked"


@bus.on("vend")
def pour(what):
    print("  pouring", what)
    return "poured"


m = Machine()
for ev in ("select tea", "coin", "coin 2", "select soup", "select tea", "coin", "done", "refund", "coin", "select cola", "refund", "kick", "coin"):
    name, *args = ev.split()
    args = [int(x) if x.isdigit() else x for x in args]
    print(ev)
    try:
        m(name, *args)
    except (InvalidTransition, ValueError, KeyError) as e:
        print("  !", type(e).__name__, e)
print(m.state, m.credit, len(m.history), m.history[-1])
print(bus.emit("vend", "tea"), bus.emit("vend", "soup"), bus.emit("nothing"))


@bus.on("loop")
def again():
    bus.emit("loop")


try:
    bus.emit("loop")
except RecursionError as e:
    print(e)
print({s.name: sum(1 for o, _, n in m.history if n == s.name) for s in State})
for s, e in sorted(Machine.table, key=lambda t: (t[0].value, t[1])):
    print(f"{s.name:8}{e:8}{Machine.table[s, e].name}")
