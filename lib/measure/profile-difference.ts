import type { Profile, ProfiledLine } from "@/lib/run/profile";
import { functionTable } from "./function-table";
import { matchLines } from "./match-lines";

/** A profile and the program's files at that time, by name. */
export type ProfiledVersion = { readonly profile: Profile; readonly files: Readonly<Record<string, string>> };

type FunctionCost = { readonly calls: number; readonly ownMs: number; readonly cumulativeMs: number };
type LineCost = { readonly line: number; readonly hits: number; readonly ownMs: number };

/** A function before and after; null where it was not called. */
export type FunctionChange = {
  readonly name: string;
  readonly file: string | null;
  readonly before: FunctionCost | null;
  readonly after: FunctionCost | null;
  /** Above 0 where it takes longer now. */
  readonly ownMsChange: number;
};

/** A line before and after; null where it was not run, or is not in that version. */
export type LineChange = {
  readonly file: string;
  readonly before: LineCost | null;
  readonly after: LineCost | null;
  readonly ownMsChange: number;
};

/** What went and what came from one profile to the next, the largest change first. */
export type ProfileDifference = {
  readonly functions: readonly FunctionChange[];
  readonly lines: readonly LineChange[];
  /** One was sampled and the other not: they cost differently, so times must not be compared. */
  readonly areOfDifferentModes: boolean;
};

/**
 * Compares two profiles. A function is the same where its file and name are, for an edit shifts lines; a line is the
 * same where the text says so (longest common subsequence), or its number where a version's text is not known.
 */
export function profileDifference(before: ProfiledVersion, after: ProfiledVersion): ProfileDifference {
  return {
    functions: functionChanges(before.profile, after.profile),
    lines: lineChanges(before, after),
    areOfDifferentModes: before.profile.mode !== after.profile.mode,
  };
}

function functionChanges(before: Profile, after: Profile): FunctionChange[] {
  const [left, right] = [costsByFunction(before), costsByFunction(after)];
  const keys = new Set([...left.keys(), ...right.keys()]);
  const changes = Array.from(keys, (key) => {
    const [was, is] = [left.get(key), right.get(key)];
    const { name, file } = was ?? is ?? { name: key, file: null };
    return { name, file, before: was?.cost ?? null, after: is?.cost ?? null };
  });
  return largestFirst(changes);
}

/** Functions that share file and name, as lambdas do, are added up. */
function costsByFunction(profile: Profile) {
  const costs = new Map<string, { name: string; file: string | null; cost: FunctionCost }>();
  for (const { function: each, calls, ownMs, cumulativeMs } of functionTable(profile)) {
    const { name, file } = each;
    const key = JSON.stringify([file, name]);
    const known = costs.get(key)?.cost ?? { calls: 0, ownMs: 0, cumulativeMs: 0 };
    const cost = {
      calls: known.calls + calls,
      ownMs: known.ownMs + ownMs,
      cumulativeMs: known.cumulativeMs + cumulativeMs,
    };
    costs.set(key, { name, file, cost });
  }
  return costs;
}

function lineChanges(before: ProfiledVersion, after: ProfiledVersion): LineChange[] {
  const isKept = new Set<ProfiledLine>();
  const nowAt = lineFinder(before, after);
  const changes = before.profile.lines.map((was) => {
    const is = nowAt(was);
    if (is !== undefined) isKept.add(is);
    return { file: was.file, before: costOf(was), after: is === undefined ? null : costOf(is) };
  });
  const came = after.profile.lines
    .filter((line) => !isKept.has(line))
    .map((is) => ({ file: is.file, before: null, after: costOf(is) }));
  return largestFirst([...changes, ...came]);
}

/** Finds the line of the later profile that an earlier one's has become. */
function lineFinder(before: ProfiledVersion, after: ProfiledVersion) {
  const later = new Map(after.profile.lines.map((each) => [`${each.line} ${each.file}`, each]));
  const matched = new Map<string, Map<number, number>>();
  return ({ file, line }: ProfiledLine) => {
    const [text, newText] = [before.files[file], after.files[file]];
    if (text === undefined || newText === undefined) return later.get(`${line} ${file}`);
    const matches = matched.get(file) ?? matchLines(text, newText);
    matched.set(file, matches);
    return later.get(`${matches.get(line)} ${file}`);
  };
}

const costOf = ({ line, hits, ownMs }: ProfiledLine): LineCost => ({ line, hits, ownMs });

function largestFirst<Change extends { before: { ownMs: number } | null; after: { ownMs: number } | null }>(
  changes: readonly Change[],
): (Change & { ownMsChange: number })[] {
  return changes
    .map((change) => ({ ...change, ownMsChange: (change.after?.ownMs ?? 0) - (change.before?.ownMs ?? 0) }))
    .toSorted((one, other) => Math.abs(other.ownMsChange) - Math.abs(one.ownMsChange));
}
