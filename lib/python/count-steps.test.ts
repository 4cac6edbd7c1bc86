import { expect, test } from "vitest";
import { compareCounted, python } from "./counted-for-tests";

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
    "star expressions and slices": `a, *b = range(5); result = [*b, a][::-1], {**{"a": a}}`,
    "del, assert and with": `
import io
x = [1, 2]; del x[0]
assert x == [2], "never"
with io.StringIO() as f, io.StringIO() as g: f.write("a"); result = (f.getvalue(), x)`,
  }),
)("%s means the same when counted", (_name, code) => {
  const first = compareCounted(code);
  expect(first.counted).toBe(first.plain);
  expect(first.plain).not.toBe("None");
  expect(first.count).toBeGreaterThan(0);
  expect(compareCounted(code)).toEqual(first);
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
  expect(compareCounted(code).count).toBeGreaterThanOrEqual(BUSY);
});

test("declarations and docstrings are not work", () => {
  expect(compareCounted(`"""Docs."""\nfrom __future__ import annotations\nx = 1`).count).toBe(1);
});

test("no name leads to the counter, so a program cannot set it back", () => {
  const { counted } = compareCounted(`
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
