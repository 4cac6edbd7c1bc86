import { expect, test } from "vitest";
import * as z from "zod/mini";
import { bootInNode } from "./boot-in-node";

const { python } = await bootInNode({ from: "sources" });

python.runPython(`
import sys
sys.path.insert(0, "/machine")
from machine_runtime import counting_pass
from machine_runtime.count_steps import compile_counted
from machine_runtime.step_meter import steps_so_far

def steps_of(source):
    code = compile_counted({"path": "snippet.py", "code": source})
    names = {"__name__": "snippet"}
    before = steps_so_far()
    exec(code, names)
    return steps_so_far() - before
`);

function stepsOf(code: string) {
  python.globals.set("source", code);
  return z.int().parse(python.runPython("steps_of(source)"));
}

const N = 200;

const GIVEN = `
names = list(range(n)); row = tuple(names); text = "x" * n; words = [str(i) for i in names]; many = set(names)
table = dict.fromkeys(names); pairs = [(i, i) for i in names]
`;

/** How many times the steps grow when the input doubles. */
function growth(program: string) {
  const stepsAt = (n: number) => stepsOf(`n = ${n}\n${GIVEN}\n${program}`) - stepsOf(`n = ${n}\n${GIVEN}`);
  return stepsAt(2 * N) / stepsAt(N);
}

const times = (work: string) => `for i in range(n):\n${work.replaceAll(/^/gm, "    ")}`;
const after = (before: string, work: string) => `${before}\n${times(work)}`;

/** Each does quadratic work while its own statements are linear. */
test.each([
  ["`in` on a list", times("-1 in names")],
  ["`not in` on a tuple", times("-1 not in row")],
  ["`in` on the values of a dict", times("-1 in table.values()")],
  ["`in` on an iterator", times("-1 in iter(names)")],
  ["`in` on a `map`", times("-1 in map(abs, names)")],
  ["`in` on a `zip`", times("-1 in zip(names, names)")],
  ["a method", times("names.count(-1)")],
  ["an alias of a method", after("find = names.index", "find(n - 1)")],
  ["a method of the class", times("list.index(names, n - 1)")],
  ["a method of the class, kept", after("find = list.index", "find(names, n - 1)")],
  ["`getattr`", times("getattr(names, 'ind' + 'ex')(n - 1)")],
  ["a method in a table", after("ways = {'find': names.index}", "ways['find'](n - 1)")],
  ["a bound `__contains__`", times("names.__contains__(-1)")],
  ["`list.__contains__`", times("list.__contains__(names, -1)")],
  ["`__call__` of a method", times("names.count.__call__(-1)")],
  ["`map` over a method", "list(map(names.index, names))"],
  [
    "`map` over a function of `operator`",
    "import operator\nlist(map(operator.contains, [names] * n, [-1] * n))",
  ],
  ["`operator.contains` under another name", after("from operator import contains as c", "c(names, -1)")],
  ["`operator.indexOf`", after("import operator", "operator.indexOf(names, n - 1)")],
  ["`operator.methodcaller`", after("from operator import methodcaller", "methodcaller('count', -1)(names)")],
  [
    "`map` over a `methodcaller`",
    "from operator import methodcaller\nlist(map(methodcaller('count', -1), [names] * n))",
  ],
  [
    "`operator.itemgetter` of a slice",
    after("from operator import itemgetter\nall_of = itemgetter(slice(None))", "all_of(names)"),
  ],
  ["`functools.partial`", after("from functools import partial\nfind = partial(names.count, -1)", "find()")],
  [
    "`functools.reduce` over `operator.add`",
    "from functools import reduce\nimport operator\nreduce(operator.add, [[i] for i in names])",
  ],
  [
    "`functools.reduce` over a method",
    "from functools import reduce\nreduce(lambda found, each: found, map(names.count, names))",
  ],
  ["a key", "sorted(names, key=names.index)"],
  ["a key of `list.sort`", "names[:].sort(key=row.index)"],
  ["a key of `min`", "min(names, key=names.index)"],
  ["a key of `max` by another key", "max(names, key=row.count)"],
  ["a condition of `filter`", "list(filter(names.__contains__, range(n, 2 * n)))"],
  ["what `filter` passes over", after("zeros = [0] * n", "for each in filter(None, zeros): break")],
  ["`any` of a generator over a list", times("any(each < 0 for each in names)")],
  ["`any` of a `map`", times("any(map((-1).__eq__, names))")],
  ["`all`", after("ones = [1] * n", "all(ones)")],
  ["`sum`", times("sum(names)")],
  ["`sum` of lists", "sum([[i] for i in names], [])"],
  ["`max` with unpacked arguments", times("max(*names)")],
  ["`sorted`", times("sorted(names)")],
  ["`list`, `tuple` and `set`", times("list(row), tuple(names), set(names)")],
  ["a copy in a display", times("[*names]")],
  ["a copy in a dict", times("{**table}")],
  [
    "keyword arguments",
    after("named = {f'k{i}': i for i in names}\ndef idle(**rest): pass", "idle(**named)"),
  ],
  ["unpacking with a rest", times("first, *rest = names")],
  ["unpacking with a rest in a loop", "for first, *rest in [names] * n: pass"],
  ["a pattern with a rest", times("match names:\n    case [first, *rest]: pass")],
  ["a slice", times("names[1:]")],
  ["a slice that is kept", after("most = slice(1, None)", "names[most]")],
  ["`__getitem__`", after("most = slice(1, None)", "names.__getitem__(most)")],
  ["a slice that is assigned", times("names[0:0] = [i]")],
  ["`del` at the front", times("del names[0]")],
  ["`pop` at the front", times("names.pop(0)")],
  ["`insert` at the front", times("names.insert(0, i)")],
  ["`remove`", times("names.remove(n - 1)\nnames.append(n - 1)")],
  ["`extend`", times("other = []\nother.extend(names)")],
  ["adding lists", times("names + [i]")],
  ["adding a list to a name", times("names = names + [i]")],
  ["a tuple that grows", after("grown = ()", "grown += (i,)")],
  ["a tuple that grows as an attribute", `class Kept: rows = ()\n${times("Kept.rows += (i,)")}`],
  ["repetition", times("text * 2")],
  ["adding texts", times("'a' + text")],
  ["an f-string", times("f'{text}!'")],
  ["`%`", times("'%s!' % text")],
  ["`format`", times("'{}!'.format(text)")],
  ["`join`", times("''.join(words)")],
  ["`join` by another name", after("glue = str.join", "glue('', words)")],
  ["a search in a text", times("'y' in text")],
  ["`find`", times("text.find('y')")],
  ["`replace`, `split` and `strip`", times("text.replace('y', ''), text.split(), text.strip()")],
  ["`str.translate`", times("text.translate({})")],
  ["equal texts", after("other = text + ''.join(['y'])\nthird = text + ''.join(['y'])", "other == third")],
  ["equal lists", after("other = names[:]", "names == other")],
  ["equal texts in tuples", after("other = text[:1] + text[1:]", "(text,) == (other,)")],
  ["a chain of comparisons", after("other = names[:]", "names <= other <= names")],
  ["set operations", times("many - {1}, many | {1}, many & many")],
  ["methods of sets", times("many.union([1])")],
  ["a regular expression", after("import re", "re.search('y', text)")],
  ["a compiled regular expression", after("import re\nfind = re.compile('y').search", "find(text)")],
  ["`re.sub`", after("import re", "re.sub('y', '', text)")],
  ["JSON", after("import json", "json.dumps(names)")],
  ["JSON that is read", after("import json\nwritten = json.dumps(names)", "json.loads(written)")],
  ["`heapq`", after("import heapq", "heapq.nsmallest(2, names)")],
  ["`bisect.insort`", after("import bisect", "bisect.insort(names, -1)")],
  ["`collections.Counter`", after("from collections import Counter", "Counter(names)")],
  ["a deque", after("from collections import deque\nline = deque(names)", "-1 in line, line.index(n - 1)")],
  ["a deque that is filled", after("from collections import deque", "deque(zip(names, names), maxlen=0)")],
  ["`itertools.islice`", after("from itertools import islice", "next(islice(names, n - 1, None))")],
  ["`itertools.chain`", after("from itertools import chain", "sum(chain(names, names))")],
  ["`copy`", after("import copy", "copy.copy(names), copy.deepcopy([names])")],
  ["`statistics`", after("import statistics", "statistics.mean(names)")],
  ["`random.shuffle`", after("import random", "random.shuffle(names)")],
  ["an own class made from a list", `class Own(list): pass\nown = Own(names)\n${times("-1 in own")}`],
  ["an own class made from a list, filled", `class Own(list): pass\n${times("Own(names)")}`],
  [
    "`super`",
    `class Own(list):\n    def index(self, each): return super().index(each)\nown = Own(names)\n${times("own.index(n - 1)")}`,
  ],
  [
    "an own `__contains__`",
    `class Own:\n    def __contains__(self, each): return each in names\nown = Own()\n${times("-1 in own")}`,
  ],
  [
    "an own `__iter__` that gives a built-in iterator",
    `class Own:\n    def __iter__(self): return iter(names)\nown = Own()\n${times("sum(own)")}`,
  ],
  [
    "an own `append` that is something else",
    `class Own: pass\nown = Own()\nown.append = names.count\n${times("own.append(-1)")}`,
  ],
  ["a built-in that was renamed", after("ord = names.count", "ord(-1)")],
  [
    "a built-in that was replaced",
    `${after("import builtins\nkept = builtins.ord\nbuiltins.ord = names.count", "ord(-1)")}\nbuiltins.ord = kept`,
  ],
  ["a property", `class Own:\n    all = property(lambda self: names[:])\nown = Own()\n${times("own.all")}`],
  [
    "a decorated function",
    after("from functools import lru_cache\n@lru_cache\ndef find(each): return names.index(each)", "find(i)"),
  ],
  ["`yield from`", `def each():\n    yield from names\n${times("sum(each())")}`],
  ["printing", after("import io", "print(text, file=io.StringIO())")],
  ["a file that is read", after("import io\nfile = io.StringIO(text)", "file.seek(0)\nfile.read()")],
  ["the lines of a file", after("import io", "for line in io.StringIO(text): pass")],
  ["`eval`", times("eval('-1 in names')")],
  ["`exec`", times("exec('names.count(-1)')")],
  ["code that was compiled", after("code = compile('-1 in names', 'x', 'eval')", "eval(code)")],
  [
    "recursion without a statement",
    "down = lambda k: k and 1 + down(k - 1)\nfor i in range(n): down(90), down(n - 110)",
  ],
])("work hidden in %s is counted", (_, program) => {
  expect(growth(program)).toBeGreaterThan(3);
});

test.each([
  ["a loop", times("names[i]")],
  ["a search that ends early", times("0 in names")],
  ["a dict in a loop", after("seen = {}", "seen[i] = seen.get(i, 0) + 1")],
  ["`in` on a set", times("i in many")],
  ["a list that grows", after("grown = []", "grown.append(i)")],
  ["`pop` at the end", times("names.pop()")],
  ["`del` at the end", times("del names[-1]")],
  ["a text made piece by piece", after("made = ''", "made += 'ab'")],
  ["a short slice", times("names[:3], names[-2:]")],
  ["a queue", after("from collections import deque\nline = deque(names)", "line.popleft()")],
  ["a heap of few", after("import heapq\nheap = [1, 2]", "heapq.heappushpop(heap, i)")],
  ["methods one after the other", "sum(filter(None, map(abs, names)))"],
  ["a sieve", "flags = [True] * n\nfor i in range(2, n): flags[i] = i % 2 == 0"],
])("linear work stays linear: %s", (_, program) => {
  expect(growth(program)).toBeLessThan(2.4);
});
