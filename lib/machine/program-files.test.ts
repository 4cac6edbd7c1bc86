import { expect, test } from "vitest";
import { listFiles, writtenFiles } from "./file-tree";
import { newTestFiles } from "./files-for-tests";
import { ownPaths, placeProgram } from "./program-files";

const request = {
  program: { path: "main.py", code: "import one\n" },
  before: [{ path: "one.py", code: "x = 1\n" }],
  files: [
    { path: "data/words.txt", text: "Grüße\n" },
    { path: "one.py", text: "given" },
  ],
};

test("a program's home has what was given, the files before it and the program itself", () => {
  const { files, text } = newTestFiles();
  placeProgram(files, request);
  const found = listFiles(files, "/home/learner").map(({ path, node }) => [path, text(node)]);
  // What the learner sees in the notebook counts more than a given file of the same name.
  expect(found).toEqual([
    ["data/words.txt", "Grüße\n"],
    ["main.py", "import one\n"],
    ["one.py", "x = 1\n"],
  ]);
});

test("a program that writes nothing leaves nothing behind: neither itself nor what was given", () => {
  const { files } = newTestFiles();
  placeProgram(files, request);
  expect(writtenFiles(files, request.files, { own: ownPaths(request) })).toEqual({ files: [], leftOut: 0 });
});
