import { MEMORY_LOOKS_LIMIT, type MemoryLook } from "@/lib/run/memory-profile";

/** Keeps looks from the first on, thinned out evenly where they are more than fit; `end` adds the last. */
export function openMemoryLooks() {
  let looks: MemoryLook[] = [];
  let every = 1;
  let skipped = 0;
  let skippedPeak = 0;
  const put = (look: MemoryLook) => {
    looks.push({ ...look, peak: Math.max(look.peak, skippedPeak) });
    [skipped, skippedPeak] = [0, 0];
  };
  const thin = () => {
    every *= 2;
    looks = looks.flatMap((look, index) => {
      const before = looks[index - 1];
      if (index === 0 || before === undefined) return [look];
      if (index % 2 === 1) return [];
      return [{ ...look, peak: Math.max(look.peak, before.peak) }];
    });
  };
  return {
    add(look: MemoryLook) {
      skipped += 1;
      skippedPeak = Math.max(skippedPeak, look.peak);
      if (looks.length > 0 && skipped < every) return;
      if (looks.length === MEMORY_LOOKS_LIMIT - 1) thin();
      put(look);
    },
    end: (look: MemoryLook): readonly MemoryLook[] => [
      ...looks,
      { ...look, peak: Math.max(look.peak, skippedPeak) },
    ],
  };
}
