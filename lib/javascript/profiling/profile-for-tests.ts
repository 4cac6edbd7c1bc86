import type { Instrument } from "@/lib/run/instrument";
import { Profile } from "@/lib/run/profile";
import type { ProfiledLine } from "@/lib/run/profile";
import { openProcess } from "../process-for-tests";
import { runInJavaScript } from "../run-in-javascript";

type Mode = Extract<Instrument, { kind: "profile" }>["mode"];
type Parts = NonNullable<Parameters<typeof openProcess>[0]>;

/** Runs a program watched; gives its profile, what it printed and how it ended. */
export async function runProfiled(
  code: string,
  { mode = "deterministic", path = "main.js", ...parts }: { mode?: Mode; path?: string } & Parts = {},
) {
  const opened = await openProcess({
    ...parts,
    program: { path, code },
    instrument: { kind: "profile", mode },
  });
  await runInJavaScript(opened.process, opened.request);
  opened.dispose();
  const types = opened.told.map(({ type }) => type);
  const told = opened.told.find((message) => message.type === "profile");
  const ended = opened.told.find((message) => message.type === "ended");
  return { profile: Profile.parse(told?.profile), printed: opened.printed, ended, types };
}

/** What the same program prints unwatched, and how it ends. */
export async function runUnwatched(
  code: string,
  { path = "main.js", ...parts }: { path?: string } & Parts = {},
) {
  const opened = await openProcess({ ...parts, program: { path, code } });
  await runInJavaScript(opened.process, opened.request);
  opened.dispose();
  return { printed: opened.printed, ended: opened.told.find((message) => message.type === "ended") };
}

/** The calls of a profile by the names on their way: `(program) > fib > fib`. */
export function callsByStack({ nodes, functions }: Profile): Record<string, number> {
  const stacks: string[] = [];
  const calls: Record<string, number> = {};
  for (const node of nodes) {
    const name = functions[node.function]?.name ?? "?";
    const stack = node.parent === null ? name : `${stacks[node.parent]} > ${name}`;
    stacks.push(stack);
    calls[stack] = node.calls;
  }
  return calls;
}

/** How often each line began: `main.js:2`. */
export const hitsByLine = ({ lines }: Profile): Record<string, number> =>
  Object.fromEntries(lines.map(({ file, line, hits }: ProfiledLine) => [`${file}:${line}`, hits]));
