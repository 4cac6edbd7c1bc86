import type { Profile } from "@/lib/run/profile";
import type { bootInNode } from "./boot-in-node";
import { runIn } from "./run-for-tests";

type Booted = Awaited<ReturnType<typeof bootInNode>>;

/** Runs a program watched; gives what it did and its profile. */
export async function profileIn(
  booted: Booted,
  code: string,
  { mode = "deterministic", before = [] }: { mode?: Profile["mode"]; before?: string[] } = {},
) {
  const files = before.map((earlier, index) => ({ path: `before-${index}.py`, code: earlier }));
  const watched = await runIn(
    { ...booted, runtime: { ...booted.runtime, run: (program) => booted.runtime.run(program, mode) } },
    code,
    files,
  );
  const profile = await booted.runtime.takeProfile();
  if (profile === null) throw new Error("There is no profile.");
  return { ...watched, profile };
}

/** A node by the names of its callers and its own: `<module>/fib/fib`. */
export function nodeAt({ functions, nodes }: Profile, path: string) {
  const found = nodes.find((_, index) => pathOf({ functions, nodes }, index) === path);
  if (found === undefined)
    throw new Error(
      `No ${path} in:\n${nodes.map((_, index) => pathOf({ functions, nodes }, index)).join("\n")}`,
    );
  return found;
}

export function pathOf({ functions, nodes }: Pick<Profile, "functions" | "nodes">, index: number): string {
  const names: string[] = [];
  for (let at: number | null = index; at !== null; at = nodes[at]?.parent ?? null)
    names.unshift(functions[nodes[at]?.function ?? -1]?.name ?? "?");
  return names.join("/");
}

/** How often each line began: `{ 1: 1, 2: 10 }`. */
export const hitsIn = ({ lines }: Profile, path = "caesar.py") =>
  Object.fromEntries(lines.filter(({ file }) => file === path).map(({ line, hits }) => [line, hits]));

/** Milliseconds of a function's nodes, however it was called. */
export const ownMsOf = ({ functions, nodes }: Profile, name: string) =>
  nodes.filter((node) => functions[node.function]?.name === name).reduce((sum, { ownMs }) => sum + ownMs, 0);
