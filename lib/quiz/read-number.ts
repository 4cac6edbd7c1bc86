const GROUPED = /^[+-]?\d{1,3}(?:[ ,'’\u00A0\u202F]\d{3})+(?:\.\d+)?$/;
const PLAIN = /^[+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)$/;

/**
 * The number that a person wrote; null if it is none. `1,300` and `1 300` are one thousand three hundred, `0,5` is a half; a
 * unit after the number may be there or not.
 */
export function readNumber(text: string, unit?: string): number | null {
  const bare = withoutUnit(text.normalize("NFKC").trim().replace("\u2212", "-"), unit);
  if (GROUPED.test(bare)) return Number(bare.replaceAll(/[^\d.+-]/g, ""));
  return PLAIN.test(bare) ? Number(bare.replace(",", ".")) : null;
}

function withoutUnit(text: string, unit: string | undefined) {
  const end = unit?.normalize("NFKC").toLowerCase();
  return end !== undefined && text.toLowerCase().endsWith(end) ? text.slice(0, -end.length).trim() : text;
}
