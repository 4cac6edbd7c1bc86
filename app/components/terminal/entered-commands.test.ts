import { expect, test } from "vitest";
import { SubmissionRequest } from "@/lib/grading/submission-request";
import { enteredCommands } from "./entered-commands";

const entered = (...texts: string[]) => texts.map((text) => ({ text, exitCode: 0 }));

test("what was entered in one window is handed in line by line", () => {
  expect(enteredCommands({ commands: [[], entered("ls", "ab -n 2 x")] })).toBe("ls\nab -n 2 x");
});

test("what was entered in several is told apart", () => {
  expect(enteredCommands({ commands: [entered("top"), [], entered("ls")] })).toBe(
    "# Terminal 1\ntop\n# Terminal 3\nls",
  );
});

test("nothing entered is nothing, and of very much the end is handed in, as the server takes it", () => {
  expect(enteredCommands({ commands: [[], []] })).toBe("");
  const code = enteredCommands({
    commands: [[...entered(`echo ${"x".repeat(60_000)}`), ...entered("a\0b")]],
  });
  expect(code.endsWith("x\nab")).toBe(true);
  expect(SubmissionRequest.shape.code.safeParse(code).success).toBe(true);
});
