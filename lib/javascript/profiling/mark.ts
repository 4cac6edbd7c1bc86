/** What a mark in a rewritten program tells. The number a mark is called with is `subject * KINDS + kind`. */
export const mark = {
  /** A function begins; the subject is its index. */
  enter: 1,
  /** The function that began last is left. */
  leave: 2,
  /** A line begins; the subject is its index. */
  line: 3,
  /** The function that began last waits: it yields, or awaits. */
  pause: 4,
  /** A function goes on that waited; the subject is the node in which it began. */
  resume: 5,
  /** A built-in is about to be called; the subject is its index among the built-ins. */
  call: 6,
  /** A built-in has returned. */
  returned: 7,
} as const;

export const MARK_KINDS = 8;

/** The number that a mark is called with. */
export const markCode = (kind: (typeof mark)[keyof typeof mark], subject = 0) => subject * MARK_KINDS + kind;
