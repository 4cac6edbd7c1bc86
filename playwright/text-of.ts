/** Markdown in one line as it is read on the page. */
export const textOf = (markdown: string) => markdown.replaceAll(/[`*_]/g, "");
