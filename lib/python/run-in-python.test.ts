import { expect, test } from "vitest";
import { openOutputWriter } from "@/lib/machine/output-writer";
import type { FromProcess } from "@/lib/machine/process-message";
import type { CheckPlan } from "@/lib/run/check-plan";
import type { Instrument } from "@/lib/run/instrument";
import { Limits } from "@/lib/run/limits";
import { MachineSettings } from "@/lib/run/machine-settings";
import { bootInNode } from "./boot-in-node";
import { connectOutput } from "./connect-output";
import { runInPython } from "./run-in-python";

const { python, runtime, kernel, broken } = await bootInNode();
const limits = Limits.parse({});

/** All that the process tells about one run, neighbouring output of one stream joined. */
async function told(
  code: string,
  {
    before = [],
    checks = null,
    instrument,
  }: { before?: string[]; checks?: CheckPlan | null; instrument?: Instrument } = {},
) {
  const messages: FromProcess[] = [];
  const send = (message: FromProcess) => {
    const last = messages.at(-1);
    if (message.type === "output" && last?.type === "output" && last.stream === message.stream)
      last.text += message.text;
    else messages.push(message);
  };
  const output = openOutputWriter({ ring: null, outputLimitBytes: limits.outputLimitBytes, send });
  connectOutput(python, output);
  await runInPython(
    { runtime, kernel, broken, output, send, waitedMs: () => 0 },
    {
      language: "python",
      ...(instrument && { instrument }),
      program: { path: "caesar.py", code },
      before: before.map((earlier, index) => ({ path: `before-${index}.py`, code: earlier })),
      files: [],
      settings: MachineSettings.parse({}),
      limits,
      checks,
    },
  );
  return messages;
}
const measurement = { wallMs: expect.any(Number), waitingMs: expect.any(Number) };

test("a run starts, prints and ends", async () => {
  expect(await told("print('Grüße')")).toEqual([
    { type: "started" },
    { type: "output", stream: "stdout", text: "Grüße\n" },
    { type: "ended", end: { outcome: "finished" }, exitCode: 0, measurement },
  ]);
});

test("a character whose bytes are written one by one is one character", async () => {
  const [, output] = await told(`import os\nfor byte in "é😀".encode(): os.write(1, bytes([byte]))`);
  expect(output).toEqual({ type: "output", stream: "stdout", text: "é😀" });
});

test("what earlier files print is not heard, and their time does not count", async () => {
  const messages = await told("print(x)", {
    before: ["import time\ntime.sleep(0.2)\nprint('unheard')\nx = 1"],
  });
  expect(messages).toMatchObject([{ type: "started" }, { text: "1\n" }, { type: "ended" }]);
  const ended = messages.at(-1);
  expect(ended?.type === "ended" && ended.measurement.wallMs).toBeLessThan(150);
});

test("an error in an earlier file ends the run, and its traceback is heard", async () => {
  const messages = await told("print('never')", { before: ["print('unheard')\n1 / 0"] });
  expect(messages).toMatchObject([
    { type: "started" },
    { type: "output", stream: "stderr", text: expect.stringContaining(`File "before-0.py", line 2`) },
    { type: "ended", end: { outcome: "raised", message: "ZeroDivisionError: division by zero" } },
  ]);
});

const starter = `
def encrypt(text, key):
    for letter in text:
        for number in range(26): pass
    return "".join([chr(97 + (ord(letter) - 97 + key) % 26) for letter in text])`;
const plan = (work: boolean): CheckPlan => ({
  cases: [{ id: "a", call: "encrypt", arguments: ["abc", 3], returns: "def" }],
  script: null,
  work: work ? { call: "encrypt", arguments: ["abc".repeat(100), 3], starter } : null,
});
const solution = `
def encrypt(text, key):
    print("called")
    return "".join(chr(97 + (ord(letter) - 97 + key) % 26) for letter in text)`;

test("a check gives evidence, with the work of the solution and of the starter", async () => {
  expect(await told(solution, { checks: plan(true) })).toEqual([
    { type: "started" },
    { type: "output", stream: "stdout", text: "called\n" },
    {
      type: "evidence",
      evidence: {
        cases: [{ id: "a", outcome: "equal" }],
        work: {
          unit: "steps",
          count: 911,
          starterCount: 17_104,
          otherResult: false,
          busiest: { line: 4, share: expect.closeTo(0.99, 2) },
        },
      },
    },
    { type: "ended", end: { outcome: "finished" }, exitCode: 0, measurement },
  ]);
});

test("a call that gives something else than the starter's is told", async () => {
  const cheat = `${solution}[:3]`;
  const [, , evidence] = await told(cheat, { checks: plan(true) });
  expect(evidence).toMatchObject({ evidence: { work: { otherResult: true } } });
});

const places = `
def places(names):
    return [names.index(name) for name in names]`;

/** Each does the starter's work, but only when somebody looks at what it gave. */
test.each([
  [
    "a list that is filled when it is read",
    `
class Later(list):
    def __init__(self, names): self.names = names
    def __len__(self): return len(self.names)
    def __iter__(self): return iter([self.names.index(name) for name in self.names])
def places(names): return Later(names)`,
  ],
  [
    "numbers that are looked up when they are compared",
    `
class Place:
    def __init__(self, names, name): self.names, self.name = names, name
    def __eq__(self, other): return self.names.index(self.name) == other
def places(names): return [Place(names, name) for name in names]`,
  ],
])("%s has cost what reading it costs", async (_, late) => {
  const names = Array.from({ length: 60 }, (_, index) => `name ${index}`);
  const checks: CheckPlan = {
    cases: [{ id: "a", call: "places", arguments: [["fox"]], returns: [0] }],
    script: null,
    work: { call: "places", arguments: [names], starter: places },
    growth: {
      call: "places",
      runs: [30, 60].map((size) => ({ size, arguments: [names.slice(0, size)] })),
      starter: places,
    },
  };
  const messages = await told(late, { checks });
  const found = messages.find((message) => message.type === "evidence");
  const { work, growth } = found?.evidence ?? {};
  expect(work).toMatchObject({ otherResult: false });
  expect(work?.count).toBeGreaterThanOrEqual(work?.starterCount ?? Infinity);
  const [half = Infinity, whole = 0] = growth?.points.map(({ count }) => count) ?? [];
  expect(whole / half).toBeGreaterThan(3);
});

test("work is not counted before every case is equal", async () => {
  const [, evidence] = await told("def encrypt(text, key): return text", { checks: plan(true) });
  expect(evidence).toMatchObject({ evidence: { cases: [{ outcome: "different" }], work: null } });
});

test("work that cannot be counted is null, with a traceback", async () => {
  const broken = `${solution}\nencrypt = (lambda f: lambda t, k: 1 / 0 if len(t) > 99 else f(t, k))(encrypt)`;
  const messages = await told(broken, { checks: plan(true) });
  expect(messages).toContainEqual(
    expect.objectContaining({ stream: "stderr", text: expect.stringContaining("ZeroDivisionError") }),
  );
  expect(messages).toContainEqual(
    expect.objectContaining({ evidence: { cases: [{ id: "a", outcome: "equal" }], work: null } }),
  );
});

test("a file that cannot be loaded ends raised, without evidence", async () => {
  expect(await told("def encrypt(:", { checks: plan(false) })).toMatchObject([
    { type: "started" },
    { stream: "stderr", text: expect.stringContaining("SyntaxError") },
    { type: "ended", end: { outcome: "raised" } },
  ]);
});

test.each(["deterministic", "sampling"] as const)(
  "a %s profile comes after the output and before the end, also where the program raises",
  async (mode) => {
    expect(await told("print(1)\n1 / 0", { instrument: { kind: "profile", mode } })).toMatchObject([
      { type: "started" },
      { type: "output", stream: "stdout", text: "1\n" },
      { type: "output", stream: "stderr", text: expect.stringContaining("ZeroDivisionError") },
      { type: "profile", profile: { mode, isCut: false } },
      { type: "ended", end: { outcome: "raised" } },
    ]);
  },
);

const counted = async (code: string, before: string[] = []) => {
  const messages = await told(code, { before, instrument: { kind: "count" } });
  return messages.filter(({ type }) => type !== "output");
};

test("a counted run tells its work before it ends, the same each time, without what came before it", async () => {
  const code = "names = [n for n in range(many)]\nprint(-1 in names, 'Grüße')";
  const messages = await counted(code, ["many = 100\nfor n in range(9_999): pass"]);
  expect(messages).toEqual([
    { type: "started" },
    { type: "work", work: { unit: "steps", count: expect.any(Number), varies: false } },
    { type: "ended", end: { outcome: "finished" }, exitCode: 0, measurement },
  ]);
  const [, work] = messages;
  expect(work).toMatchObject({ work: { count: 2 + 100 + 101 + 1 + "FalseGrüße".length } });
  expect(await counted(code, ["many = 100"])).toMatchObject([{}, work, {}]);
});

test("a counted run that raises tells its work, with the learner's line in the traceback", async () => {
  const messages = await told("total = 0\nprint(sum([1]) / total)", { instrument: { kind: "count" } });
  expect(messages).toMatchObject([
    { type: "started" },
    {
      stream: "stderr",
      text: `Traceback (most recent call last):
  File "caesar.py", line 2, in <module>
    print(sum([1]) / total)
          ~~~~~~~~~^~~~~~~
ZeroDivisionError: division by zero
`,
    },
    { type: "work", work: { varies: false } },
    { type: "ended", end: { outcome: "raised" } },
  ]);
});

test.each([
  ["reads a clock", "from time import perf_counter\nstart = perf_counter()", true],
  ["has a built-in read a clock", "import time\nlist(map(lambda clock: clock(), [time.time]))", true],
  ["asks for the date", "from datetime import datetime\ndatetime.now()", true],
  ["draws from chance that nobody fixed", "import random\nrandom.seed()", true],
  ["draws from chance that is fixed", "import random\nrandom.seed(3)\nrandom.random()", false],
  ["only sleeps", "import time\ntime.sleep(0)", false],
  [
    "sleeps in a thread",
    "import threading, time\nthreading.Thread(target=time.sleep, args=(0,)).start()",
    true,
  ],
  [
    "has two threads that compute",
    `import threading
log = []
def work(name):
    for n in range(5_000): log.append(name)
pair = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for each in pair: each.start()
for each in pair: each.join()
print(sum(1 for one, other in zip(log, log[1:]) if one != other))`,
    false,
  ],
])("a program that %s: its count varies, or not", async (_, code, varies) => {
  const first = await told(code, { instrument: { kind: "count" } });
  expect(first.find(({ type }) => type === "work")).toMatchObject({ work: { varies } });
  const said = (messages: FromProcess[]) =>
    messages.filter(({ type }) => type === "output" || (type === "work" && !varies));
  expect(said(await told(code, { instrument: { kind: "count" } }))).toEqual(said(first));
});
