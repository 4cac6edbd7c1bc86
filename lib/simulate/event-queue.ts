/** Events that lie ahead, given out by time; those of one moment in the order in which they were planned. */
export type EventQueue<Event> = {
  readonly plan: (event: Event, atMs: number) => void;
  /** When the next event is due; Infinity when none lies ahead. */
  readonly nextAtMs: () => number;
  readonly take: () => Event | undefined;
};

type Planned<Event> = { readonly event: Event; readonly atMs: number; readonly order: number };

/** Opens an empty queue: a binary heap. */
export function openEventQueue<Event>(): EventQueue<Event> {
  const heap: Planned<Event>[] = [];
  let planned = 0;
  const swap = (one: number, other: number) => {
    const [left, right] = [heap[one], heap[other]];
    if (left === undefined || right === undefined) return;
    heap[one] = right;
    heap[other] = left;
  };
  const isEarlier = (one: number, other: number) => {
    const [left, right] = [heap[one], heap[other]];
    if (left === undefined || right === undefined) return false;
    return left.atMs < right.atMs || (left.atMs === right.atMs && left.order < right.order);
  };
  const rise = (from: number) => {
    let at = from;
    for (let above = (at - 1) >> 1; at > 0 && isEarlier(at, above); above = (at - 1) >> 1) {
      swap(at, above);
      at = above;
    }
  };
  const sink = () => {
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = isEarlier(right, left) ? right : left;
      if (!isEarlier(child, at)) return;
      swap(at, child);
      at = child;
    }
  };
  return {
    plan: (event, atMs) => {
      planned += 1;
      heap.push({ event, atMs, order: planned });
      rise(heap.length - 1);
    },
    nextAtMs: () => heap[0]?.atMs ?? Infinity,
    take: () => {
      swap(0, heap.length - 1);
      const next = heap.pop();
      sink();
      return next?.event;
    },
  };
}
