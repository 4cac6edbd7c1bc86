/** What a file in Callgrind's format says; costs in its one event. */
export type CallgrindFile = {
  readonly summary: number;
  readonly totals: number;
  readonly own: Readonly<Record<string, number>>;
  readonly calls: Readonly<Record<string, { calls: number; cost: number }>>;
};

/**
 * Reads Callgrind's format by the grammar in its manual and throws at any line that is not in it. Functions are named
 * `file:name`, calls `file:name > file:name`.
 */
export function readCallgrindFile(text: string): CallgrindFile {
  const own: Record<string, number> = {};
  const calls: Record<string, { calls: number; cost: number }> = {};
  const sums: Record<string, number> = {};
  const names: Record<"file" | "function", Map<string, string>> = { file: new Map(), function: new Map() };
  const place = { fl: "", fn: "", cfi: "", cfn: "" };
  let call: { count: number } | null = null;
  for (const [index, line] of text.split("\n").entries()) {
    const wrong = (problem: string) => new Error(`line ${index + 1}: ${problem}: ${line}`);
    const header =
      /^(version: 1|creator: .*|cmd: .*|positions: line|event: us : .*|events: us|# callgrind format|)$/;
    if (header.test(line)) continue;
    const sum = /^(summary|totals): (\d+)$/.exec(line);
    const position = /^(fl|fn|cfi|cfn)=\((\d+)\)(?: (.+))?$/.exec(line);
    const called = /^calls=([1-9]\d*) \d+$/.exec(line);
    const cost = /^\d+ (\d+)$/.exec(line);
    if (sum?.[1] !== undefined) sums[sum[1]] = Number(sum[2]);
    else if (position) {
      const [, kind = "", id = "", name] = position;
      const known = names[kind.endsWith("n") ? "function" : "file"];
      if (name !== undefined && known.has(id)) throw wrong("a number is given twice");
      if (name !== undefined) known.set(id, name);
      Object.assign(place, { [kind]: known.get(id) ?? fail(wrong("no name has this number")) });
    } else if (called) call = { count: Number(called[1]) };
    else if (cost && call !== null) {
      const key = `${place.fl}:${place.fn} > ${place.cfi}:${place.cfn}`;
      if (key in calls) throw wrong("a pair stands twice");
      calls[key] = { calls: call.count, cost: Number(cost[1]) };
      call = null;
    } else if (cost) own[`${place.fl}:${place.fn}`] = (own[`${place.fl}:${place.fn}`] ?? 0) + Number(cost[1]);
    else throw wrong("not in the format");
  }
  return { summary: sums.summary ?? -1, totals: sums.totals ?? -1, own, calls };
}

function fail(error: Error): never {
  throw error;
}
