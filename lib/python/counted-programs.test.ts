import { expect, test } from "vitest";
import { compareCounted } from "./counted-for-tests";

test.each(
  Object.entries({
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
  }),
)("%s means the same when counted", (_name, code) => {
  const first = compareCounted(code);
  expect(first.counted).toBe(first.plain);
  expect(first.plain).not.toBe("None");
  expect(first.count).toBeGreaterThan(0);
  expect(compareCounted(code)).toEqual(first);
});
