/** A lesson's source in its two parts; `body` keeps the file's line numbers, so that messages point right. */
export type LessonSource = { readonly frontMatter: string | null; readonly body: string };

/**
 * Takes the YAML front matter off a lesson. Only plain `---` opens one: other fences would let a file choose a parser
 * that runs code, so a lesson that opens with one has its first line blanked and counts as having none.
 */
export function splitFrontMatter(source: string): LessonSource {
  const text = source.replace(/\r\n/g, "\n");
  const lines = text.split("\n");
  const end = lines[0]?.trimEnd() === "---" ? lines.indexOf("---", 1) : -1;
  if (end === -1) return { frontMatter: null, body: text.replace(/^---.*/, "") };
  return {
    frontMatter: lines.slice(1, end).join("\n"),
    body: [...lines.slice(0, end + 1).map(() => ""), ...lines.slice(end + 1)].join("\n"),
  };
}
