import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { modes } from "./modes";
import { printedByEngine, printedByNode, printedOnMachine } from "./modes-for-tests";

/** Each file holds programs; a line that begins with three dashes names the one below it. */
const folder = new URL("programs/", import.meta.url);
const programs = readdirSync(folder).flatMap((file) =>
  readFileSync(new URL(file, folder), "utf8")
    .split(/^--- /m)
    .slice(1)
    .map((text) => {
      const end = text.indexOf("\n");
      return { about: file.replace(".txt", ""), title: text.slice(0, end), code: text.slice(end + 1) };
    }),
);
/** What is refused where work is counted, as the counting tests say: code that is made while the program runs, and `with`. */
const canBeCounted = ({ about, code }: { about: string; code: string }) =>
  about !== "evaluated" && !/\bwith \(/.test(code);

test("there are several hundred programs, each of another name", () => {
  expect(programs.length).toBeGreaterThan(300);
  expect(new Set(programs.map(({ title }) => title)).size).toBe(programs.length);
});

test.each(programs)("$about: $title", async (program) => {
  // What the engine itself does otherwise is not ours, but must be the same in each mode.
  const isOfEngine = program.about === "engine";
  const expected = isOfEngine ? printedByEngine(program.code) : await printedByNode(program.code);
  expect(expected).not.toBe("");
  for (const mode of modes) {
    if (mode === "counted" && !canBeCounted(program)) continue;
    expect({ mode, printed: printedOnMachine(program.code, mode) }).toEqual({ mode, printed: expected });
  }
});
