import { expect, test } from "vitest";
import * as z from "zod/mini";
import { bootInNode } from "./boot-in-node";

const { python } = await bootInNode({ from: "sources" });

python.runPython(`
import io, json, random, sys, types, zipfile
sys.path.insert(0, "/machine")
from machine_runtime import counting_pass
from machine_runtime.count_steps import count_text
from machine_runtime.step_meter import steps_so_far

library = zipfile.ZipFile(next(path for path in sys.path if path.endswith(".zip")))

def loaded(name, compiled):
    """The module, executed afresh."""
    path = name.replace(".", "/") + ".py"
    if path not in library.namelist():
        path = name.replace(".", "/") + "/__init__.py"
    made = types.ModuleType(name)
    made.__file__, made.__package__ = path, name.rpartition(".")[0]
    known, sys.modules[name] = sys.modules.get(name), made
    try:
        exec(compiled(library.read(path).decode(), path, "exec"), vars(made))
    finally:
        del sys.modules[name]
        if known is not None:
            sys.modules[name] = known
    return made

def compare(name, work):
    random.seed(0)
    plain = repr(eval(work, {"m": loaded(name, compile), "io": io}))
    module = loaded(name, count_text)
    before = steps_so_far()
    random.seed(0)
    counted = repr(eval(work, {"m": module, "io": io}))
    return json.dumps({"plain": plain, "counted": counted, "steps": steps_so_far() - before})
`);
const Comparison = z.object({ plain: z.string(), counted: z.string(), steps: z.int() });

// Large programs that nobody wrote for this test.
test.each([
  [
    "textwrap",
    `m.wrap("The quick brown fox jumps over the lazy dog. " * 9, 40), m.dedent("  a\\n   b"), m.shorten("a b c d", 5)`,
  ],
  [
    "difflib",
    `list(m.unified_diff(list("abcdef"), list("abxdeef"))), m.get_close_matches("appel", ["ape", "apple"]), m.SequenceMatcher(None, "abcdxyz", "abxcdyz").ratio()`,
  ],
  [
    "fractions",
    `str(m.Fraction(3, 7) + m.Fraction("1.25")), f"{m.Fraction(22, 7):.5f}", m.Fraction(0.1).limit_denominator(100)`,
  ],
  ["statistics", `m.mean([1, 2, 3.5]), m.median([3, 1, 2]), m.stdev([1, 2, 4]), m.quantiles(range(20))`],
  ["heapq", `m.nsmallest(3, [5, 1, 4, 2]), list(m.merge([1, 4], [2, 3])), m.nlargest(2, "hello", key=ord)`],
  ["pprint", `m.pformat({i: list(range(i)) for i in range(20)})`],
  ["shlex", `m.split("a 'b c' \\"d e\\" f\\\\ g"), m.quote("a b")`],
  [
    "_pydatetime",
    `str(m.datetime(2024, 2, 28, 3) + m.timedelta(days=3)), m.date(2024, 1, 1).isocalendar(), m.datetime.fromisoformat("2024-01-02T03:04:05+02:00").isoformat()`,
  ],
  ["json.decoder", `m.JSONDecoder().decode('{"a": [1, 2.5, null], "b": {"c": true}}')`],
  ["configparser", `(lambda c: (c.read_string("[a]\\nx=1\\ny=%(x)s2"), dict(c["a"])))(m.ConfigParser())`],
  [
    "string",
    `m.Formatter().format("{0!r:>5} {a[0]}", 1, a=[2]), m.Template("$x \${y}").substitute(x=1, y=2)`,
  ],
  ["enum", `list(m.Enum("Colour", "red green")), m.IntFlag("Mode", "read write")(3).name`],
  [
    "dataclasses",
    `(lambda D: (D(1), D(1) == D(1), m.asdict(D(2))))(m.make_dataclass("D", [("a", int), ("b", list, m.field(default_factory=list))]))`,
  ],
  ["copy", `m.deepcopy({"a": [1, {2}, (3, [4])]})`],
  ["random", `(lambda r: (r.sample(range(100), 5), r.choices("abc", k=4), r.gauss(0, 1)))(m.Random(4))`],
  ["csv", `list(m.DictReader(io.StringIO("a,b\\n1,2"))), m.Sniffer().sniff("a;b\\n1;2").delimiter`],
  ["calendar", `m.month(2024, 2)`],
  ["ipaddress", `str(m.ip_network("10.0.0.0/29")[3]), m.ip_address("::1").exploded`],
  [
    "urllib.parse",
    `m.urlparse("http://a:b@c.d:80/e?f=g#h"), m.urlencode({"a": [1, 2]}, doseq=True), m.unquote("%C3%A9")`,
  ],
  ["graphlib", `sorted(m.TopologicalSorter({"d": {"b", "c"}, "b": {"a"}, "c": {"a"}}).static_order())`],
])("the library's module %s does the same when it is counted", (name, work) => {
  const { plain, counted, steps } = Comparison.parse(
    JSON.parse(String(python.globals.get("compare")(name, work))),
  );
  expect(counted).toBe(plain);
  expect(steps).toBeGreaterThan(0);
});
