import type { GivenFile } from "@/lib/run/run-request";

/** The folders in a lesson's `files/`, by name. */
export type FileTrees = ReadonlyMap<string, readonly GivenFile[]>;

/** The files of two folders in one home: where both have a path, the later one's stands. */
export function mergeFiles(earlier: readonly GivenFile[], later: readonly GivenFile[]): readonly GivenFile[] {
  if (earlier.length === 0 || later.length === 0) return earlier.length === 0 ? later : earlier;
  return [...new Map([...earlier, ...later].map((file) => [file.path, file])).values()];
}
