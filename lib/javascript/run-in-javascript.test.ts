import { expect, test } from "vitest";
import { listFiles, HOME_FOLDER } from "@/lib/machine/file-tree";
import { openProcess } from "./process-for-tests";
import { runInJavaScript } from "./run-in-javascript";

async function run(parts: Parameters<typeof openProcess>[0]) {
  const { process, request, printed, told } = await openProcess(parts);
  await runInJavaScript(process, request);
  return { process, printed, told };
}

test("a program finds its given files and itself in its home", async () => {
  const { process } = await run({
    program: { path: "main.js", code: "" },
    files: [{ path: "data/prod.txt", text: "one" }],
  });
  const paths = listFiles(process.kernel.files, HOME_FOLDER).map(({ path }) => path);
  expect(paths).toEqual(["data/prod.txt", "main.js"]);
});

test("the time in which a program waits is told as waiting", async () => {
  const { told } = await run({ program: { path: "main.js", code: "setTimeout(() => {}, 30);" } });
  const ended = told.find((message) => message.type === "ended");
  expect(ended).toMatchObject({ end: { outcome: "finished" }, exitCode: 0 });
  expect(ended?.measurement.waitingMs).toBeGreaterThan(20);
});

test("what comes before runs unheard in the same machine, and its error is heard", async () => {
  const { printed } = await run({
    before: [{ path: "first.js", code: "const kept = 7; console.log('unheard');" }],
    program: { path: "main.js", code: "console.log(kept);" },
  });
  expect(printed).toEqual({ stdout: "7\n", stderr: "" });
  const broken = await run({
    before: [{ path: "first.js", code: "null.x;" }],
    program: { path: "main.js", code: "console.log('never');" },
  });
  expect(broken.printed.stdout).toBe("");
  expect(broken.printed.stderr).toContain("first.js:1");
});
