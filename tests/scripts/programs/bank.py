from collections import defaultdict
from contextlib import contextmanager
import itertools


class BankError(Exception):
    code = "E00"

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class Insufficient(BankError):
    code = "E01"

    def __init__(self, acct, need):
        super().__init__(f"{acct.owner} lacks {need - acct.balance:.2f}")
        self.missing = need - acct.balance


class Closed(BankError):
    code = "E02"


class Account:
    _ids = itertools.count(100)
    rate = 0.01

    def __init__(self, owner, balance=0):
        self.id, self.owner, self.balance, self.open = next(self._ids), owner, balance, True
        self.log = []

    def _check(self):
        if not self.open:
            raise Closed(f"account {self.id} is closed")

    def deposit(self, x):
        self._check()
        if x <= 0:
            raise ValueError(f"bad amount {x!r}")
        self.balance += x
        self.log.append(("+", x))
        return self

    def withdraw(self, x):
        self._check()
        if x > self.available:
            raise Insufficient(self, x)
        self.balance -= x
        self.log.append(("-", x))
        return self

    @property
    def available(self):
        return self.balance

    def month_end(self):
        self.balance = round(self.balance * (1 + self.rate), 2)

    def __str__(self):
        return f"{type(self).__name__:8} {self.id} {self.owner:6} {self.balance:>10,.2f}"

    def __lt__(self, o):
        return (self.balance, self.owner) < (o.balance, o.owner)


class Savings(Account):
    rate = 0.05


class Credit(Account):
    limit = 500

    @property
    def available(self):
        return self.balance + self.limit

    def month_end(self):
        if self.balance < 0:
            self.balance = round(self.balance * 1.2, 2)


class Bank:
    def __init__(self):
        self.accounts = {}
        self.stats = defaultdict(int)

    def add(self, a):
        self.accounts[a.id] = a
        return a.id

    @contextmanager
    def transaction(self, *ids):
        saved = [(self.accounts[i], self.accounts[i].balance, len(self.accounts[i].log)) for i in ids]
        try:
            yield [a for a, _, _ in saved]
        except BankError as e:
            for a, bal, n in saved:
                a.balance = bal
                del a.log[n:]
            self.stats[type(e).__name__] += 1
            print("rolled back:", e)
        else:
            self.stats["ok"] += 1

    def transfer(self, src, dst, x):
        with self.transaction(src, dst) as (a, b):
            b.deposit(x)
            a.withdraw(x)


b = Bank()
ann, bob, cid = (b.add(a) for a in (Account("Ann", 100), Savings("Bob", 50), Credit("Cid")))
b.transfer(ann, bob, 30)
b.transfer(ann, bob, 300)
b.transfer(cid, ann, 450)
b.transfer(cid, ann, 100)
b.accounts[bob].open = False
b.transfer(ann, bob, 1)
b.accounts[bob].open = True
for bad in ((1, ann, 5), (ann, bob, -5), (ann, bob, "x")):
    try:
        b.transfer(*bad)
    except (KeyError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
for _ in range(3):
    for a in b.accounts.values():
        a.month_end()
print(*sorted(b.accounts.values(), reverse=True), sep="\n")
print(dict(b.stats), {a.owner: a.log for a in b.accounts.values()})
print(f"total {sum(a.balance for a in b.accounts.values()):.2f}", max(b.accounts.values()).owner)
try:
    b.accounts[cid].deposit(10).withdraw(1).deposit(0)
except (ValueError, BankError) as e:
    print(e, b.accounts[cid].balance)
