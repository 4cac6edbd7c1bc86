import type { Profile } from "@/lib/run/profile";
import { openCallTree } from "./call-tree";
import type { openOriginalPlaces } from "./original-places";
import { openProfiledFunctions } from "./profiled-functions";
import type { ProgramIndex } from "./program-index";
import { openSpentTimes } from "./spent-times";
import { stackFrames } from "./stack-frames";

const NOTHING = -1;

/** What a look saw. */
type Look = {
  /** As the engine tells it, innermost first. Its lines are those of calls. */
  readonly stack: string;
  /** The index of the line of the loop that the program last began a turn of; -1 where a call is looked at. */
  readonly loopLine: number;
  /** The built-in that has just returned. */
  readonly builtIn: string | null;
};

/** Adds up looks at a program: the time since the last one belongs to what is seen. */
export function openSampler(
  index: ProgramIndex,
  { locate, nowMs }: { locate: ReturnType<typeof openOriginalPlaces>["locate"]; nowMs: () => number },
) {
  const { functions, indexOf } = openProfiledFunctions();
  let tree = openCallTree();
  let lineTimes = openSpentTimes();
  let samples = 0;
  let startedAtMs = nowMs();
  let lastMs = startedAtMs;

  const lineAt = (file: string, line: number) =>
    index.lines.findIndex((known) => known.file === file && known.line === line);

  return {
    sinceLastMs: () => nowMs() - lastMs,
    begin() {
      tree = openCallTree();
      lineTimes = openSpentTimes();
      samples = 0;
      startedAtMs = nowMs();
      lastMs = startedAtMs;
    },
    add({ stack, loopLine, builtIn }: Look) {
      const atMs = nowMs();
      const ms = atMs - lastMs;
      lastMs = atMs;
      samples += 1;
      let node = NOTHING;
      let leafLine = NOTHING;
      for (const { name, place } of stackFrames(stack).toReversed()) {
        if (place === null) {
          if (name !== "") node = tree.child(node, indexOf({ name, file: null, line: null }));
          continue;
        }
        const located = locate(place);
        const at = located === null ? NOTHING : index.functionAt(place.file, located.offset);
        const called = index.functions[at];
        if (located === null || called === undefined) continue;
        node = tree.child(node, indexOf({ name: called.name, file: called.file, line: called.line }));
        leafLine = index.owners[loopLine] === at ? loopLine : lineAt(place.file, located.line);
      }
      if (builtIn !== null) node = tree.child(node, indexOf({ name: builtIn, file: null, line: null }));
      if (node !== NOTHING) tree.addMs(node, ms);
      if (leafLine !== NOTHING) lineTimes.add(leafLine, ms);
    },
    profile: (): Profile => ({
      mode: "sampling",
      wallMs: nowMs() - startedAtMs,
      samples,
      functions,
      nodes: tree.nodes((subject) => subject, 0),
      lines: index.lines.flatMap(({ file, line }, at) => {
        const ownMs = lineTimes.ownMs(at, 0);
        return ownMs === 0 ? [] : [{ file, line, hits: 0, ownMs }];
      }),
      isCut: tree.isCut(),
    }),
  };
}
