/** A table as a picture shows it too. */
export type Table = {
  readonly columns: readonly string[];
  /** As many cells each as there are columns; null is an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
};

/** A table as CSV by RFC 4180: lines end with CR LF, the first has the columns' names. */
export const csvText = ({ columns, rows }: Table): string =>
  [columns, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");

function csvCell(cell: string | number | null) {
  const text = String(cell ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
