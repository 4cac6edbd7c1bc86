/** How a cost grows with the size n of its input, slowest first. */
export const GROWTH_CLASSES = ["O(1)", "O(log n)", "O(n)", "O(n log n)", "O(n²)", "O(n³)"] as const;
export type GrowthClass = (typeof GROWTH_CLASSES)[number];

/** The part of a cost that grows, as a function of n ≥ 1 and up to a factor. */
export const GROWTH = {
  "O(1)": () => 0,
  "O(log n)": (n) => Math.log2(n),
  "O(n)": (n) => n,
  "O(n log n)": (n) => n * Math.log2(n),
  "O(n²)": (n) => n ** 2,
  "O(n³)": (n) => n ** 3,
} satisfies Record<GrowthClass, (n: number) => number>;
