/** The form in which short answers are compared: case, spaces, quotes and a full stop at the end make no difference. */
export const normalText = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/["'`“”‘’]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim()
    .replace(/[.!]$/, "")
    .trim();
