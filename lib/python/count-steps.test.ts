import { expect, test } from "vitest";
import * as z from "zod/mini";
import { bootInNode } from "./boot-in-node";

const { python } = await bootInNode({ from: "sources" });

const Comparison = z.object({ plain: z.string(), counted: z.string(), count: z.int() });

python.runPython(`
import sys
sys.path.insert(0, "/machine")
from machine_runtime import counting_pass
from machine_runtime.count_steps import compile_counted
from machine_runtime.step_meter import steps_so_far

def execute(code):
    names = {"__name__": "snippet"}
    try:
        exec(code, names)
    except Exception as error:
        return f"{type(error).__name__}: {error} @{error.__traceback__.tb_next.tb_lineno}"
    return repr(names.get("result"))

def compare(source):
    import json
    code = compile_counted({"path": "snippet.py", "code": source})
    before = steps_so_far()
    counted = execute(code)
    count = steps_so_far() - before
    return json.dumps({
        "plain": execute(compile(source, "snippet.py", "exec", dont_inherit=True)),
        "counted": counted,
        "count": count,
    })
`);

function compare(code: string) {
  python.globals.set("source", code);
  return Comparison.parse(JSON.parse(String(python.runPython("compare(source)"))));
}

test.each(
  Object.entries({
    "a generator": `
def numbers(n):
    """Docs."""
    for i in range(n):
        got = yield i
        if got: yield -got
g = numbers(3); result = [next(g), g.send(7), next(g), *g]`,
    "yield from and return": `
def inner(): yield 1; return 2
def outer(): result = yield from inner(); yield result
result = list(outer())`,
    "a closure with nonlocal": `
def counter():
    n = 0
    def add():
        nonlocal n
        n += 1
        return n
    return add
add = counter(); add(); result = add()`,
    "a global declaration": `
total = 0
def add(n):
    global total
    total += n
add(2); add(3); result = total`,
    "comprehensions with conditions": `
result = ([x for x in range(20) if x % 2 if x % 3], {x: y for x in "ab" for y in range(2) if y}, {x for x in "aab"},
          list(x * y for x in range(3) for y in range(x)), [last := n for n in range(4)], last)`,
    "a comprehension in a class body": `
class Table:
    """Docs."""
    size = 3
    cells = [n * 2 for n in range(size)]
    first = (lambda: 5)()
result = (Table.__doc__, Table.cells, Table.first)`,
    docstrings: `"""Module."""
def f():
    "function"
class C:
    'class'
    def m(self):
        """method"""
        return 1
result = (__doc__, f.__doc__, f(), C.__doc__, C.m.__doc__, C().m())`,
    "try, except, else and finally": `
log = []
def f(n):
    try:
        log.append("try"); 1 / n
    except ZeroDivisionError as error:
        log.append(str(error)); return "raised"
    else:
        log.append("else"); return "fine"
    finally:
        log.append("finally")
result = (f(0), f(1), log)`,
    "except groups": `
caught = []
try:
    raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
except* ValueError as group: caught.append(len(group.exceptions))
except* TypeError: caught.append("type")
result = caught`,
    match: `
def kind(value):
    match value:
        case {"a": a} if a > 1: return ("large", a)
        case {"a": a}: return ("a", a)
        case [first, *rest]: return (first, rest)
        case str() | None: return "text"
        case _: return "other"
result = [kind(v) for v in ({"a": 2}, {"a": 1}, [1, 2, 3], "x", None, 4)]`,
    "decorators and defaults": `
import functools
def twice(f):
    @functools.wraps(f)
    def wrapped(*args, **named): return f(f(*args, **named))
    return wrapped
@twice
def add(n, by=(lambda: 3)()): return n + by
@functools.lru_cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
result = (add(1), add.__name__, fib(20), fib.cache_info().misses)`,
    "loops with else, break and continue": `
found = []
for n in range(10):
    if n % 2: continue
    if n > 6: break
    found.append(n)
else: found.append("never")
while n:
    n -= 1
else: found.append("else")
result = (found, n)`,
    "walrus, ternary and boolean operators": `
if (n := 5) and n > 3 or n: result = [n if n > 1 else 0, not n, (m := n + 1) > 2 and m]`,
    "lambdas whose value is falsy": `result = [(lambda x: x)(v) for v in (0, "", None, [], 1)]`,
    "async functions": `
import contextlib
async def ticks(n):
    for i in range(n): yield i
@contextlib.asynccontextmanager
async def opened(): yield "open"
async def main():
    async with opened() as name:
        out = [name, [i async for i in ticks(3) if i]]
        async for i in ticks(2): out.append(i)
        return out
try: main().send(None)
except StopIteration as stop: result = stop.value`,
    "postponed annotations": `from __future__ import annotations
import typing
def f(x: [n for n in ()] = 1, *, y: (lambda: 1) = 2) -> list[int]: return x
z: {n for n in ()} = 3
result = (f.__annotations__, __annotations__, f())`,
    "type parameters": `
type Pair[T] = tuple[T, T]
def first[T](pair: Pair[T]) -> T: return pair[0]
class Box[T]:
    def __init__(self, value: T): self.value = value
result = (first((1, 2)), Box(3).value, str(Pair))`,
    "super, properties and dataclasses": `
import dataclasses
@dataclasses.dataclass
class Point:
    x: int
    y: int = 2
    @property
    def sum(self): return self.x + self.y
class Far(Point):
    def __init__(self, x): super().__init__(x * 10)
result = (Far(1), Far(1).sum)`,
    "f-strings": `n = 3; result = f"{n=} {[i for i in range(n)]} {(lambda: n)():>4} {'a' 'b'!r}"`,
    "an error on its line": `
def f(n):
    total = 0
    return total / n
result = f(
    0
)`,
    "comparisons in a chain, once each": `
log = []
def note(value): log.append(value); return value
result = (note(1) < note(5) < note(3) < note(9), 1 < 2 <= 2 != 3, note("b") > note("a") in ["a"], log)
low, high = [1], [3]
result = (result, low <= [2] <= high, low < high == [3] > [2])`,
    "slices, assigned and deleted": `
class Row(list):
    def __setitem__(self, key, value): log.append((key, value)); super().__setitem__(key, value)
    def __delitem__(self, key): log.append(key); super().__delitem__(key)
log = []; row = Row(range(6)); row[1:3] = "abc"; del row[0], row[-1:]; row[0] = row[1] = 7
first, row[2:3], *row[3:] = 1, [5, 6], 8, 9
result = (row, log)`,
    "additions in place": `
class Account:
    total = ()
    @property
    def notes(self): log.append("read"); return self._notes
    @notes.setter
    def notes(self, value): log.append("written"); self._notes = value
log = []; account = Account(); account._notes = [1]; same = account._notes
account.notes += [2]; account.total += (1,); table = {"a": (1,)}; table["a"] += (2,)
text = "a"; text += "b"; text = text + "c"; number = 2; number *= 3; many = {1}; many |= {2}; many -= {1}
log += "xy"
result = (same, log, account.total, table, text, number, many)`,
    "operators of a class": `
class Vector:
    def __init__(self, *parts): self.parts = parts
    def __add__(self, other): return Vector(*(a + b for a, b in zip(self.parts, other.parts)))
    def __mul__(self, factor): return Vector(*(factor * part for part in self.parts))
    __rmul__ = __mul__
    def __mod__(self, other): return ("mod", other)
    def __eq__(self, other): return "never a bool"
    def __lt__(self, other): return self.parts < other.parts
    def __contains__(self, part): return part in self.parts
    def __getitem__(self, key): return key
    def __hash__(self): return 1
v = Vector(1, 2)
result = ((v + v).parts, (2 * v).parts, v % 3, v == v, v < Vector(3), 2 in v, 5 not in v, v[1:2, ...], v[::2], {v: 1}[v])`,
    "an error of an own comparison": `
class Odd:
    def __eq__(self, other): raise ValueError("mine")
def tried(act):
    try: return act()
    except Exception as error: return repr(error)
result = [tried(lambda: 3 in [Odd()]), tried(lambda: 3 in [1, 2]), tried(lambda: [1].index(2)), tried(lambda: "a" + 1),
          tried(lambda: 1 in 2), tried(lambda: sum(3)), tried(lambda: "a" < 1), tried(lambda: max()), tried(lambda: [].pop(0)),
          tried(lambda: int("x")), tried(lambda: str(1, 2)), tried(lambda: list(1)), tried(lambda: print(1, end=2)),
          tried(lambda: f"{3:s}"), tried(lambda: [1][1:2:0]), tried(lambda: (lambda a: a)(*3)), tried(lambda: dict([1]))]`,
    "names and signatures": `
import inspect
def outer(a, b=2, *rest, key: int = 3, **named) -> str:
    "Docs."
    def inner(): return inspect.currentframe().f_back.f_code.co_name
    return inner()
class Shape:
    def area(self): return self.__class__.__name__
result = (outer(1), outer.__name__, outer.__doc__, str(inspect.signature(outer)), outer.__annotations__, Shape().area.__qualname__)`,
    "private names": `
class Safe:
    def __init__(self): self.__things = ["a"]; self.__count = 0
    def __add(self, thing): self.__things += [thing]; self.__count += 1
    def put(self, thing): self.__add(thing); return self.__things, self.__count
result = Safe().put("b"), sorted(vars(Safe()))`,
    "super, properties, class methods and metaclasses": `
class Meta(type):
    def __call__(cls, *given): made = super().__call__(*given); made.meta = True; return made
class Base(metaclass=Meta):
    def __init__(self, x): self.x = x
    @classmethod
    def make(cls, x): return cls(x)
    @staticmethod
    def double(x): return x * 2
    def __init_subclass__(cls, /, **named): cls.named = named
class Child(Base, tag="t"):
    def __init__(self, x): super().__init__(x + 1)
    def __call__(self, *given, **named): return (self.x, given, named)
child = Child.make(3)
result = (child(1, a=2), child.meta, Child.named, Child.double("ab"), isinstance(child, Base), callable(child))`,
    "locals, exec and eval": `
def f(a):
    b = a + 1
    exec("c = a + b; print(c)")
    return sorted(locals()), eval("a * b"), eval("x", {"x": [1]}, {"x": 2})
space = {}; exec("def g(n): return [m for m in range(n)]", space)
code = compile("1 + 2", "<made>", "eval")
exec("made_here = 5")
result = (f(2), space["g"](3), eval(code), made_here)`,
    "generators in calls": `
log = []
def numbers():
    for n in range(5): log.append(n); yield n
source = numbers()
result = (any(n > 1 for n in source), list(source), log, 3 in numbers(), next(filter(None, [0, 0, 7])), dict(zip("ab", numbers())),
          max((n for n in numbers()), key=lambda n: -n), [*map(str, numbers())], {**{"a": 1}}, sum(numbers(), start=10))`,
    texts: `
name, width = "Ada", 7
result = (f"{name:>{width}}|{name!r:^9}|{3.14159:.2f}|{width=}|{'{}'}", "%s-%d" % (name, 3), "%(a)s" % {"a": 1}, "{:>4}{x}".format(1, x=[2]),
          "a,b".split(","), ",".join(str(n) for n in range(3)), name * 2, name[::-1], "b" in "abc", b"ab" + b"c", "x".join([]), 7 % 3, -7 % 3)`,
    "sorting by what the program defines": `
import functools
class Card:
    def __init__(self, n): self.n = n
    def __lt__(self, other): return self.n < other.n
    def __repr__(self): return f"<{self.n}>"
cards = [Card(n) for n in (3, 1, 2)]
result = (sorted(cards), max(cards), sorted("bca", key=functools.cmp_to_key(lambda a, b: (a < b) - (a > b))), sorted([(2, "b"), (1, "c")], reverse=True),
          min([], default="none"), sorted(["b", "A"], key=str.lower))`,
    "collections of the library": `
from collections import Counter, defaultdict, deque, OrderedDict, namedtuple, ChainMap
import itertools, functools, operator, heapq, bisect, re, json, copy, string
Point = namedtuple("Point", "x y"); groups = defaultdict(list); groups["a"].append(1)
heap = [5, 1]; heapq.heapify(heap); heapq.heappush(heap, 0); line = deque([1, 2, 3], maxlen=2); line.rotate(1)
result = (Counter("hello").most_common(1), groups, line, Point(1, y=2)._replace(x=3), dict(ChainMap({1: 2}, {3: 4})), heapq.nsmallest(2, heap),
          list(itertools.islice(itertools.count(3), 2)), [(k, list(v)) for k, v in itertools.groupby("aab")], functools.reduce(operator.mul, [1, 2, 3]),
          re.sub(r"\\d", lambda m: m[0] * 2, "a1b2"), re.findall("(a)(b)?", "abab"), re.split(",", "a,b,c", maxsplit=1), bool(re.match("A", "a", re.I)),
          json.loads(json.dumps({"a": [1, None]}, indent=1)), copy.deepcopy([[1]]), bisect.bisect([1, 3], 2), dict.fromkeys("ab", ()),
          OrderedDict(b=1), operator.itemgetter(1)([5, 6]), list(map(operator.methodcaller("upper"), "ab")), functools.partial(int, base=2)("101"))`,
    "a built-in under a name of the program's": `
def len(things): return "mine"
class str: pass
sum = max
result = (len([1]), str.__name__, sum([1, 2]), (lambda sorted: sorted(3))(lambda n: n + 1))`,
    "star expressions and slices": `a, *b = range(5); result = [*b, a][::-1], {**{"a": a}}`,
    "del, assert and with": `
import io
x = [1, 2]; del x[0]
assert x == [2], "never"
with io.StringIO() as f, io.StringIO() as g: f.write("a"); result = (f.getvalue(), x)`,
  }),
)("%s means the same when counted", (_name, code) => {
  const first = compare(code);
  expect(first.counted).toBe(first.plain);
  expect(first.plain).not.toBe("None");
  expect(first.count).toBeGreaterThan(0);
  expect(compare(code)).toEqual(first);
});

const BUSY = 1_000;
test.each(
  Object.entries({
    "a for loop": `for n in range(${BUSY}): pass`,
    "a while loop with else": `n = ${BUSY}\nwhile (n := n - 1): pass\nelse: n = 1`,
    "a list comprehension": `[n for n in range(${BUSY})]`,
    "elements that a condition refuses": `[n for n in range(${BUSY}) if False]`,
    "a generator expression": `sum(n for n in range(${BUSY}))`,
    "a nested comprehension": `[[m for m in range(100)] for n in range(10)]`,
    "a lambda in map": `list(map(lambda n: n, range(${BUSY})))`,
    "a generator function": `def g():\n    for n in range(${BUSY}): yield n\nlist(g())`,
    "a nested function": `def f():\n    def g(): return 1\n    for n in range(500): g()\nf()`,
    "a recursive lambda": `f = lambda n: n and f(n - 1)\n[f(90) for n in range(11)]`,
    "a method behind an operator": `class N:\n    def __add__(self, o): return self\nn = N()\nfor i in range(500): n + n`,
    "a class body": `for n in range(300):\n    class C:\n        a = 1\n        b = 2`,
  }),
)("work hidden in %s is counted", (_name, code) => {
  expect(compare(code).count).toBeGreaterThanOrEqual(BUSY);
});

test("declarations and docstrings are not work", () => {
  expect(compare(`"""Docs."""\nfrom __future__ import annotations\nx = 1`).count).toBe(1);
});

test("no name leads to the counter, so a program cannot set it back", () => {
  const { counted } = compare(`
import builtins
result = [name for name in {**globals(), **vars(builtins)} if "count" in name or not name.isidentifier()]`);
  expect(counted).toBe("[]");
});

test("counting a tight loop slows it down by a bearable factor", () => {
  const slowdown: unknown = python.runPython(`
import time

SOURCE = """
total = 0
for n in range(300_000):
    total += n * n
"""

def seconds(code):
    start = time.perf_counter()
    exec(code, {})
    return time.perf_counter() - start

IN_FUNCTION = "def work():\\n" + "".join(f"    {line}\\n" for line in SOURCE.splitlines() if line) + "work()"
plain = compile(IN_FUNCTION, "tight.py", "exec")
counted = compile_counted({"path": "tight.py", "code": IN_FUNCTION})
min(seconds(counted) for _ in range(5)) / min(seconds(plain) for _ in range(5))
`);
  process.stdout.write(`counting slows a tight loop down ${Number(slowdown).toFixed(1)} times\n`);
  expect(Number(slowdown)).toBeGreaterThan(0);
});
