import type { Timeline, TimelineLane, TimelineSpan, TimelineTask } from "@/lib/run/timeline";

/** A stretch as it is drawn: one state, or `count` stretches that alone would be too narrow to be seen. */
export type TimelineBlock = Pick<TimelineSpan, "state" | "label" | "fromMs" | "toMs"> & {
  readonly count: number;
};

/** A task as it is drawn, or `count` tasks that alone would be too narrow. */
export type TaskBlock = Pick<TimelineTask, "label" | "fromMs" | "toMs"> & { readonly count: number };

export type TimelineRow = {
  /** Index in the timeline's `lanes`. */
  readonly lane: number;
  readonly kind: TimelineLane["kind"];
  readonly name: string;
  /** 0 for the program, one more for what it has started. */
  readonly depth: number;
  /** In order, without overlap. */
  readonly blocks: readonly TimelineBlock[];
  readonly tasks: readonly TaskBlock[];
};

export type TimelineRows = {
  readonly rows: readonly TimelineRow[];
  /** How many lanes more there are than were asked for. */
  readonly leftOut: number;
};

/**
 * A row for each lane, under the one that started it, `rowsAtMost` of them. Stretches shorter than `narrowestMs` that
 * follow one another become one block, in the state that has most of it: what is drawn grows with the width of the
 * picture, not with the run.
 */
export function layOutTimeline(
  timeline: Timeline,
  { narrowestMs, rowsAtMost }: { narrowestMs: number; rowsAtMost: number },
): TimelineRows {
  const spansOf = grouped(timeline.spans);
  const tasksOf = grouped(timeline.tasks);
  const ordered = inTreeOrder(timeline.lanes);
  return {
    rows: ordered.slice(0, rowsAtMost).map(({ lane, depth }) => ({
      lane,
      kind: timeline.lanes[lane]?.kind ?? "process",
      name: timeline.lanes[lane]?.name ?? "",
      depth,
      blocks: merged(spansOf.get(lane) ?? [], narrowestMs, asBlock),
      tasks: merged(tasksOf.get(lane) ?? [], narrowestMs, asTask),
    })),
    leftOut: Math.max(0, ordered.length - rowsAtMost),
  };
}

function grouped<Stretch extends { lane: number; fromMs: number }>(stretches: readonly Stretch[]) {
  const groups = new Map<number, Stretch[]>();
  for (const each of stretches) {
    const group = groups.get(each.lane);
    if (group === undefined) groups.set(each.lane, [each]);
    else group.push(each);
  }
  for (const group of groups.values()) group.sort((one, other) => one.fromMs - other.fromMs);
  return groups;
}

/** Every lane after the one that started it, its own before the next one's. */
function inTreeOrder(lanes: readonly TimelineLane[]) {
  const children = new Map<number | null, number[]>();
  for (const [lane, { parent }] of lanes.entries()) {
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [lane]);
    else siblings.push(lane);
  }
  const ordered: { lane: number; depth: number }[] = [];
  const waiting = (children.get(null) ?? []).toReversed().map((lane) => ({ lane, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    ordered.push(next);
    const { depth } = next;
    for (const lane of (children.get(next.lane) ?? []).toReversed()) waiting.push({ lane, depth: depth + 1 });
  }
  return ordered;
}

/** Leaves long stretches as they are and makes one of short neighbours. */
function merged<Stretch extends { fromMs: number; toMs: number }, Block>(
  stretches: readonly Stretch[],
  narrowestMs: number,
  blockOf: (together: readonly [Stretch, ...Stretch[]]) => Block,
): Block[] {
  const blocks: Block[] = [];
  let short: [Stretch, ...Stretch[]] | null = null;
  const settle = () => {
    if (short !== null) blocks.push(blockOf(short));
    short = null;
  };
  for (const each of stretches) {
    if (each.toMs - each.fromMs >= narrowestMs) {
      settle();
      blocks.push(blockOf([each]));
      continue;
    }
    if (short !== null && each.fromMs - short[0].fromMs >= narrowestMs) settle();
    if (short === null) short = [each];
    else short.push(each);
  }
  settle();
  return blocks;
}

const endOf = (together: readonly { toMs: number }[]) => Math.max(...together.map(({ toMs }) => toMs));

function asBlock(together: readonly [TimelineSpan, ...TimelineSpan[]]): TimelineBlock {
  const [first] = together;
  const ofStates = new Map<string, { span: TimelineSpan; ms: number }>();
  for (const span of together) {
    const key = `${span.state} ${span.label}`;
    const known = ofStates.get(key);
    ofStates.set(key, { span, ms: (known?.ms ?? 0) + span.toMs - span.fromMs });
  }
  const [most] = [...ofStates.values()].toSorted((one, other) => other.ms - one.ms);
  const { state, label } = most?.span ?? first;
  return { state, label, fromMs: first.fromMs, toMs: endOf(together), count: together.length };
}

function asTask(together: readonly [TimelineTask, ...TimelineTask[]]): TaskBlock {
  const [{ label, fromMs }] = together;
  const { length: count } = together;
  return {
    label: count === 1 ? label : `${count.toLocaleString("en")} tasks`,
    fromMs,
    toMs: endOf(together),
    count,
  };
}
