import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * After `next build`: has the browser compile all of the terminal's code while it comes, beside the page. Else the page does that
 * when the code is run, for up to a tenth of a second in which it answers nothing. The comment is Chromium's, and for
 * others nothing but a comment: https://github.com/WICG/explicit-javascript-compile-hints-file-based
 */
const HINT = "//# allFunctionsCalledOnLoad\n";
/** A class name of xterm.js, which no other chunk has. */
const MARK = "xterm-helper-textarea";

const [distDir = ".next"] = process.argv.slice(2);
const folder = path.join(distDir, "static", "chunks");
const files = (await readdir(folder)).filter((name) => name.endsWith(".js"));
let hinted = 0;
for (const name of files) {
  const file = path.join(folder, name);
  const code = await readFile(file, "utf8");
  if (!code.includes(MARK)) continue;
  if (!code.startsWith(HINT)) await writeFile(file, HINT + code);
  hinted += 1;
}
if (hinted === 0) throw new Error(`No chunk in ${folder} holds the terminal: "${MARK}" is in none of them.`);
