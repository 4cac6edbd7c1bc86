/** Who waits, first come, first served. */
export type WaitingLine<Entry> = {
  readonly join: (entry: Entry) => void;
  readonly leave: () => Entry | undefined;
  readonly length: () => number;
};

/** Past this, entries that have left are cleared away; `shift` would move the whole line for each. */
const LEFT_LIMIT = 1_000;

/** Opens an empty line. */
export function openWaitingLine<Entry>(): WaitingLine<Entry> {
  const entries: Entry[] = [];
  let left = 0;
  return {
    join: (entry) => void entries.push(entry),
    leave: () => {
      if (left === entries.length) return undefined;
      const entry = entries[left];
      left += 1;
      if (left > LEFT_LIMIT && left * 2 > entries.length) {
        entries.splice(0, left);
        left = 0;
      }
      return entry;
    },
    length: () => entries.length - left,
  };
}
