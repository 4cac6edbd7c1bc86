import { expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { endOfBrokenRun } from "./broken-run";

/** The error with which an interpreter of its own leaves Python, past every Python handler. */
async function breakPython(code: string) {
  const { python, runtime } = await bootInNode();
  await runtime.replay([]);
  try {
    await runtime.run({ path: "caesar.py", code });
    python.runPython(code);
  } catch (error) {
    return endOfBrokenRun(error);
  }
  throw new Error("Python did not break.");
}

test("os._exit is an exit with a code", async () => {
  expect(await breakPython("import os; os._exit(3)")).toEqual({ outcome: "raised", message: "exit code 3" });
  expect(await breakPython("import os; os._exit(0)")).toEqual({ outcome: "finished" });
});

test("an abort is a crash, told in a sentence", async () => {
  expect(await breakPython("import os; os.abort()")).toEqual({
    outcome: "crashed",
    message: "Python itself broke while it ran this program: unreachable",
  });
});

test("an interpreter that overflows the browser's stack says that it did", () => {
  expect(endOfBrokenRun(new RangeError("Maximum call stack size exceeded"))).toMatchObject({
    outcome: "crashed",
    message: expect.stringContaining("ran out of stack"),
  });
});

test("a Stop or a lack of memory that comes between the program and its report is still what it is", async () => {
  const { python } = await bootInNode();
  const thrownBy = (code: string) => {
    try {
      python.runPython(code);
    } catch (error) {
      return endOfBrokenRun(error);
    }
    throw new Error("Python did not raise.");
  };
  expect(thrownBy("class StopRequested(KeyboardInterrupt): pass\nraise StopRequested")).toEqual({
    outcome: "interrupted",
  });
  expect(thrownBy("raise MemoryError")).toEqual({ outcome: "out-of-memory" });
});
