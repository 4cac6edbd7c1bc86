import type { Profile } from "@/lib/run/profile";
import { openCallTree } from "./call-tree";

const SCHEMA = "https://www.speedscope.app/file-format-schema.json";

/**
 * A profile as JSON that speedscope opens (https://www.speedscope.app/file-format-schema.json), times in milliseconds.
 * Calls are written as openings and closings, each call's own time before that of what it calls. A list of stacks would
 * say the same, but grows with the square of a recursion's depth.
 */
export function speedscopeJson(profile: Profile, programName: string): string {
  const tree = openCallTree(profile);
  const frames = tree.functions.map(({ name, file, line }) => ({
    name,
    ...(file === null ? {} : { file }),
    ...(line === null ? {} : { line }),
  }));
  const events: { type: "O" | "C"; frame: number; at: number }[] = [];
  let at = 0;
  tree.walk({
    enter: (call) => {
      events.push({ type: "O", frame: call.function, at });
      at += call.node.ownMs;
    },
    leave: (call) => events.push({ type: "C", frame: call.function, at }),
  });
  return JSON.stringify({
    $schema: SCHEMA,
    name: programName,
    activeProfileIndex: 0,
    exporter: "Lento",
    shared: { frames },
    profiles: [
      { type: "evented", name: programName, unit: "milliseconds", startValue: 0, endValue: at, events },
    ],
  });
}
