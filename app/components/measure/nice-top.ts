const STEPS = [1, 2, 3, 4, 5, 6, 8, 10] as const;

/** The end of an axis from 0 that holds `max` and halves into round numbers: a small number times a power of ten. */
export function niceTop(max: number, least: number): number {
  const wanted = Math.max(max, least);
  const power = 10 ** Math.floor(Math.log10(wanted));
  return (STEPS.find((step) => step * power >= wanted) ?? 10) * power;
}
