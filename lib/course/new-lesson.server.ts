import "server-only";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { contentFolder, numberedFolders, shownPath } from "./content-folders.server";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NUMBER_DIGITS = 2;

/** A lesson with a text and a cell, to be written over. */
const lessonText = (title: string) => `---
title: ${JSON.stringify(title)}
description: What the reader can do after this lesson, in a sentence.
---

What is slow here, and for whom?

<Cell id="first" title="Measure it first">

\`\`\`python
from time import perf_counter

start = perf_counter()
total = sum(range(100_000))
print(f"{perf_counter() - start:.4f} s (measured)")
\`\`\`

</Cell>
`;

/**
 * Starts a lesson behind the others of its module; gives its file and address, or as a sentence why there is none. `module`
 * and `slug` are as in addresses.
 */
export async function newLesson({
  module,
  slug,
  title,
}: {
  readonly module: string;
  readonly slug: string;
  readonly title: string;
}): Promise<{ readonly file: string; readonly address: string } | { readonly problem: string }> {
  if (!SLUG.test(slug))
    return { problem: `"${slug}" cannot be in an address: use lower case, digits and single hyphens.` };
  const modules = (await numberedFolders(contentFolder())).folders;
  const found = modules.find((each) => each.slug === module);
  if (found === undefined)
    return {
      problem: `There is no module "${module}". There are ${modules.map((each) => each.slug).join(", ")}.`,
    };
  const lessons = (await numberedFolders(found.folder)).folders;
  const other = lessons.find((each) => each.slug === slug);
  if (other !== undefined)
    return { problem: `The lesson is there already: ${shownPath(other.folder)}. Give another address.` };
  const number = String((lessons.at(-1)?.number ?? 0) + 1).padStart(NUMBER_DIGITS, "0");
  const folder = path.join(found.folder, `${number}-${slug}`);
  const file = path.join(folder, "lesson.mdx");
  await mkdir(folder);
  await writeFile(file, lessonText(title), { flag: "wx" });
  return { file: shownPath(file), address: `/lessons/${module}/${slug}` };
}
