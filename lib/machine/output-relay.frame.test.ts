import { expect, test } from "vitest";
import type { RunEvent } from "@/lib/run/run-event";
import { openRunOutput } from "./output-relay.frame";
import { newOutputRing, openRingWriter } from "./output-ring";

function openTwo({ outputLimitBytes = 1_000 } = {}) {
  let text = "";
  const onEvent = (event: RunEvent) => {
    if (event.type === "output") text += event.text;
    if (event.type === "output-cut") text += "(cut)";
  };
  const run = openRunOutput({ outputLimitBytes, onEvent });
  const [parent, child] = [newOutputRing(), newOutputRing()].map((ring) => ({
    ...run.relay(ring),
    ...openRingWriter(ring, () => {}),
  }));
  if (parent === undefined || child === undefined) throw new Error("There are two.");
  return { parent, child, text: () => text };
}

const untilLater = () => {
  const start = performance.now();
  while (performance.now() - start < 0.1);
};

test("what two processes write in turns is told in that order, whoever is heard first", () => {
  const { parent, child, text } = openTwo();
  for (const [process, said] of [
    [parent, "back from"],
    [parent, " 2\n"],
    [child, "child 3\n"],
    [parent, "back from 3\n"],
  ] as const) {
    process.write("stdout", said);
    untilLater();
  }
  child.flush();
  expect(text()).toBe("back from 2\nchild 3\nback from 3\n");
});

test("a process that has ended is told to its last word, and no more is heard of it", () => {
  const { parent, child, text } = openTwo();
  child.write("stdout", "last word\n");
  child.close();
  child.write("stdout", "from the grave\n");
  parent.flush();
  expect(text()).toBe("last word\n");
});

test("all processes of a run share what it may print, and that it was cut is told once", () => {
  const { parent, child, text } = openTwo({ outputLimitBytes: 5 });
  parent.write("stdout", "one ");
  untilLater();
  child.write("stdout", "two");
  parent.flush();
  child.write("stdout", "three");
  child.flush();
  expect(text()).toBe("one t(cut)");
});
