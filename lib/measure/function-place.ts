import type { ProfiledFunction } from "@/lib/run/profile";

/** The file that Python's own profilers name where a function has none. */
const BUILT_IN_FILE = "~";

/** A function's place as the formats of other tools want it: one line each, and something for what has no file. */
export const functionPlace = ({ name, file, line }: ProfiledFunction) => ({
  name: oneLine(name) || "(no name)",
  file: oneLine(file ?? BUILT_IN_FILE) || BUILT_IN_FILE,
  line: Math.max(line ?? 0, 0),
});

// A line break in a name would forge a record of its own.
const oneLine = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
