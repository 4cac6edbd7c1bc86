import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { modes, type Mode } from "./modes";
import { openEngineRealm, openMachineRealm, type Realm } from "./realms-for-tests";
import { runsOfTest, type Test262Run } from "./test262-file";
import { Test262Job, type Test262Result } from "./test262-result";

/** Judges files of test262 as the command hands them over, one at a time. */
const LIMIT_MS = { engine: 10_000, machine: 60_000 };

process.on("message", (message) => {
  const { folder, file } = Test262Job.parse(message);
  process.send?.({ file, runs: judgeFile(folder, file) } satisfies Test262Result);
});

function judgeFile(folder: string, file: string): Test262Result["runs"] {
  const text = readFileSync(path.join(folder, "test", file), "utf8");
  const harness = (name: string) => readFileSync(path.join(folder, "harness", name), "utf8");
  const files = filesBeside(folder, file);
  return runsOfTest(text).map((run) => {
    const includes = run.includes.map((name) => ({ path: name, code: harness(name) }));
    const runOn = (open: (isInterrupted: () => boolean) => Realm, limitMs: number) => {
      const endMs = performance.now() + limitMs;
      const realm = open(() => performance.now() > endMs);
      try {
        return outcome(realm, run, [...includes, { path: file, code: run.code }]);
      } finally {
        realm.dispose();
      }
    };
    const engine = runOn((isInterrupted) => openEngineRealm({ isInterrupted, files }), LIMIT_MS.engine);
    if (engine !== null) return { isStrict: run.isStrict, engine, machine: {} };
    const onMachine = (mode: Mode) =>
      runOn((isInterrupted) => openMachineRealm(mode, { isInterrupted, files }), LIMIT_MS.machine);
    return {
      isStrict: run.isStrict,
      engine,
      machine: Object.fromEntries(modes.map((mode) => [mode, onMachine(mode)])),
    };
  });
}

/** What a test's modules import stands beside it. */
function filesBeside(folder: string, file: string) {
  const beside = path.dirname(file);
  return readdirSync(path.join(folder, "test", beside))
    .filter((name) => name.includes("_FIXTURE"))
    .map((name) => path.posix.join(beside, name))
    .map((name) => ({ path: name, code: readFileSync(path.join(folder, "test", name), "utf8") }));
}

const UNNAMED = /^Error|Test262Error/;
const ASYNC_END = /^Test262:Async(TestComplete|TestFailure:.*)$/m;

/** What is wrong with a run; null where all is as the test says. */
function outcome(
  realm: Realm,
  { error, isAsync }: Test262Run,
  files: readonly { readonly path: string; readonly code: string }[],
): string | null {
  let thrown: string | null = null;
  for (const file of files) thrown ??= realm.evaluate(file);
  thrown ??= realm.settle();
  if (error !== null) {
    if (thrown === null) return `No ${error} was thrown.`;
    // What the harness throws has no name of its own.
    const isExpected = error === "Test262Error" ? UNNAMED.test(thrown) : thrown.startsWith(error);
    return isExpected ? null : thrown;
  }
  if (thrown !== null || !isAsync) return thrown;
  const told = ASYNC_END.exec(realm.printed())?.[1];
  return told === "TestComplete" ? null : (told ?? "The test did not say that it was complete.");
}
