import { Profile } from "@/lib/run/profile";

/** A call with its own milliseconds and, after it, what it calls. */
type CallForTests = [name: string, calls: number, ownMs: number, ...callees: CallForTests[]];

/**
 * A profile of `program.py` with these calls. Functions are defined on the lines 10, 20, 30… in the order in which they
 * are met; a name in angle brackets that is not `<module>` is the language's own.
 */
export function profileForTests(
  roots: readonly CallForTests[],
  more: Partial<Pick<Profile, "lines" | "mode" | "wallMs" | "samples">> = {},
): Profile {
  const functions: Profile["functions"] = [];
  const nodes: Profile["nodes"] = [];
  const functionIndex = (name: string) => {
    const known = functions.findIndex((each) => each.name === name);
    if (known !== -1) return known;
    const isOwn = name === "<module>" || !name.startsWith("<");
    const place = isOwn
      ? { file: "program.py", line: 10 * (functions.length + 1) }
      : { file: null, line: null };
    return functions.push({ name, ...place }) - 1;
  };
  const add = ([name, calls, ownMs, ...callees]: CallForTests, parent: number | null) => {
    const index = nodes.push({ function: functionIndex(name), parent, calls, ownMs }) - 1;
    for (const callee of callees) add(callee, index);
  };
  for (const root of roots) add(root, null);
  const wallMs = nodes.reduce((sum, { ownMs }) => sum + ownMs, 0);
  return Profile.parse({
    mode: "deterministic",
    wallMs,
    samples: 0,
    functions,
    nodes,
    lines: [],
    isCut: false,
    ...more,
  });
}

/** A program that sorts and searches; `search` calls itself. 100 ms in all. */
export const SEARCHING = profileForTests([
  [
    "<module>",
    1,
    5,
    ["sort", 1, 20, ["key", 200, 10], ["<built-in len>", 400, 5]],
    ["search", 3, 15, ["search", 30, 25, ["<built-in len>", 60, 8]], ["key", 33, 12]],
  ],
]);
