"""Text adventure driven by a script; state saved as JSON and pickle."""
import json, pickle, random, textwrap, collections, functools, io, abc, re, sys
from pathlib import Path
import tempfile, contextlib, string
class GameError(Exception): "base"
class CannotGo(GameError):
    def __init__(self, d, room): super().__init__(d, room); self.d, self.room = d, room
    def __str__(self): return f"You cannot go {self.d} from {self.room.name}."
class NoItem(GameError, LookupError): pass
class Registry(dict):
    def __missing__(self, k): raise GameError(f"Unknown command: {k!r}. " + (f"Did you mean {m[0]!r}?" if (m := __import__("difflib").get_close_matches(k, self)) else ""))
COMMANDS = Registry()
def command(*names, usage=None):
    def deco(f):
        @functools.wraps(f)
        def w(self, *args):
            try: return f(self, *args)
            except TypeError as e:
                if "positional argument" in str(e): raise GameError(f"Usage: {usage or names[0]} ({e})") from None
                raise
        for n in names: COMMANDS[n] = w
        return w
    return deco
class Thing(abc.ABC):
    __slots__ = ("name", "weight", "_state")
    registry = {}
    def __init_subclass__(cls, kind=None, **k): super().__init_subclass__(**k); Thing.registry[kind or cls.__name__.lower()] = cls
    def __init__(self, name, weight=1): self.name, self.weight, self._state = name, weight, {}
    @abc.abstractmethod
    def use(self, game): ...
    def __getstate__(self): return {"n": self.name, "w": self.weight, "s": self._state}
    def __setstate__(self, s): self.name, self.weight, self._state = s["n"], s["w"], s["s"]
    def __repr__(self): return f"{type(self).__name__}({self.name!r}, {self.weight})"
    def __eq__(self, o): return isinstance(o, Thing) and self.__getstate__() == o.__getstate__()
    def __hash__(self): return hash(self.name)
class Lamp(Thing):
    def use(self, game): self._state["on"] = not self._state.get("on", False); game.say(f"The {self.name} is {'on' if self._state['on'] else 'off'}.")
class Key(Thing, kind="key"):
    def use(self, game):
        for d, door in game.room.doors.items():
            if door.get("lock") == self.name: door["lock"] = None; return game.say(f"You unlock the {d} door.")
        raise GameError("Nothing to unlock here.")
class Food(Thing):
    def use(self, game): game.hp = min(10, game.hp + 3); game.inv.remove(self); game.say(f"Yum. HP {game.hp}")
class Room:
    def __init__(self, name, desc, dark=False): self.name, self.desc, self.dark = name, desc, dark; self.doors = {}; self.items = []; self.visits = 0
    def connect(self, d, other, lock=None): self.doors[d] = {"to": other.name, "lock": lock}; other.doors[OPP[d]] = {"to": self.name, "lock": lock}; return self
OPP = {"north": "south", "south": "north", "east": "west", "west": "east"}
class Inventory(collections.UserList):
    LIMIT = 6
    def append(self, it):
        if sum(x.weight for x in self.data) + it.weight > self.LIMIT: raise GameError(f"The {it.name} is too heavy.")
        super().append(it)
    def find(self, n):
        for x in self.data:
            if x.name == n: return x
        raise NoItem(f"You have no {n}.")
    def __format__(self, spec): return spec.join(x.name for x in self) or "nothing"
class Game:
    def __init__(self, seed=7, out=None):
        self.rng = random.Random(seed); self.out = out or sys.stdout; self.hp = 10; self.turn = 0; self.inv = Inventory(); self.log = collections.deque(maxlen=5); self.build()
    def build(self):
        hall, cave, vault = Room("Hall", "A vast hall with ${count} torches."), Room("Cave", "Dripping water.", dark=True), Room("Vault", "Gold everywhere!")
        hall.connect("north", cave).connect("east", vault, lock="rusty key"); hall.items += [Lamp("lamp", 2), Food("bread")]; cave.items.append(Key("rusty key")); vault.items.append(Food("cake", 5)); self.rooms = {r.name: r for r in (hall, cave, vault)}; self.room = hall
    def say(self, s): print(textwrap.fill(s, 50, subsequent_indent="  "), file=self.out)
    @command("look", "l")
    def look(self):
        r = self.room; r.visits += 1
        lit = not r.dark or any(isinstance(i, Lamp) and i._state.get("on") for i in self.inv)
        self.say(string.Template(r.desc).safe_substitute(count=self.rng.randint(2, 9)) if lit else "It is pitch dark.")
        if lit: self.say(f"Items: {', '.join(sorted(i.name for i in r.items)) or 'none'}. Exits: {', '.join(d + ('*' if x['lock'] else '') for d, x in sorted(r.doors.items()))}.")
    @command("go", "walk", usage="go DIR")
    def go(self, d):
        if d not in self.room.doors: raise CannotGo(d, self.room)
        door = self.room.doors[d]
        if door["lock"]: raise GameError(f"The door is locked ({door['lock']}).")
        self.room = self.rooms[door["to"]]
        if self.room.dark and self.rng.random() < .5: self.hp -= 4; self.say(f"A bat bites you! HP {self.hp}")
        if self.hp <= 0: raise SystemExit("You died.")
        self.look()
    @command("take", "get", usage="take ITEM...")
    def take(self, *words):
        n = " ".join(words); it = next((i for i in self.room.items if i.name == n), None)
        if it is None: raise NoItem(f"No {n or 'thing'} here.")
        self.inv.append(it); self.room.items.remove(it); self.say(f"Taken: {it!r}")
    @command("drop")
    def drop(self, *w): it = self.inv.find(" ".join(w)); self.inv.remove(it); self.room.items.append(it); self.say("Dropped.")
    @command("use")
    def use(self, *w): self.inv.find(" ".join(w)).use(self)
    @command("inv", "i")
    def inventory(self): self.say(f"You carry {self.inv:, } (weight {sum(i.weight for i in self.inv)}/{self.inv.LIMIT}).")
    @command("crash")
    def crash(self): return {}["no"][0]
    def do(self, line):
        self.turn += 1; self.log.append(line); cmd, *args = line.split() or [""]
        print(f"[{self.turn}]> {line}", file=self.out)
        try: COMMANDS[cmd](self, *args)
        except NoItem as e: self.say(f"? {e}")
        except GameError as e: self.say(f"! {e}")
        except (KeyError, TypeError) as e: self.say(f"BUG {type(e).__name__}: {e}")
    def save(self, p): p.write_bytes(pickle.dumps({k: v for k, v in self.__dict__.items() if k != "out"}, 5))
    @classmethod
    def load(cls, p, out=None): g = cls.__new__(cls); g.__dict__.update(pickle.loads(p.read_bytes()), out=out or sys.stdout); return g
    def snapshot(self): return json.dumps({"room": self.room.name, "hp": self.hp, "inv": self.inv, "rooms": self.rooms, "log": self.log}, default=self.enc, indent=1, sort_keys=True)
    @staticmethod
    def enc(o):
        match o:
            case Thing(name=n, weight=w): return {"@": next(k for k, v in Thing.registry.items() if v is type(o)), "n": n, "w": w}
            case Room(): return {k: v for k, v in vars(o).items() if k != "desc"}
            case collections.UserList() | collections.deque(): return list(o)
        raise TypeError(f"cannot encode {type(o)}")
SCRIPT = "look\nexamine\nlok\ntake lamp\ntake sword\ngo west\ngo east\ngo north\nuse lamp\nlook\ntake rusty key\ni\ngo south\nuse rusty key\ntake bread\nuse bread\ndrop nothing\ngo\ngo north south\ncrash\n\ngo east\ntake cake\ndrop lamp\ntake cake\ni\nlook x"
g = Game()
tmp = Path(tempfile.mkdtemp()) / "save.bin"
for n, line in enumerate(SCRIPT.split("\n")):
    g.do(line)
    if n == 12: g.save(tmp)
print(g.snapshot())
h = Game.load(tmp, io.StringIO()); print(h.room.name, h.inv, h.turn, list(h.log), h.room is h.rooms["Hall"]); h.do("use rusty key"); print(h.out.getvalue()); print(h.inv.find("lamp") == g.rooms["Vault"].items[-1], sorted(COMMANDS), Thing.registry)
try: Thing("x")
except TypeError as e: print(e)
try: Lamp("x").bogus = 1
except AttributeError as e: print(e)
with contextlib.suppress(SystemExit):
    k = Game(3, io.StringIO()); k.hp = 1
    try:
        for _ in range(20): k.do("go north"); k.do("go south")
    except SystemExit as e: print("exit:", e, k.turn); raise
tmp.unlink(); tmp.parent.rmdir()
g.room.doors = None
g.do("go north")
g.enc(5)
