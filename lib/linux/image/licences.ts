import type { TreeFile } from "./tree";

type Package = { readonly name: string; readonly version: string; readonly sha256: string };

/** The text beside an image: what it is made of, where the sources are, and every package's own terms. */
export function licencesOf(packages: readonly Package[], unpacked: ReadonlyMap<string, TreeFile>): string {
  const rows = packages.map(({ name, version, sha256 }) => `${name} ${version}  ${sha256}`);
  const terms = packages.map(({ name }) => {
    const file = unpacked.get(`/usr/share/doc/${name}/copyright`);
    const text =
      file?.kind === "file" ? Buffer.from(file.bytes).toString("utf8") : sharedTerms(name, unpacked);
    return `\n${"=".repeat(80)}\n${name}\n${"=".repeat(80)}\n${text}`;
  });
  return `The Linux of this site runs in an emulator in your browser. It is made of packages of Debian, unchanged:

${rows.join("\n")}

Their sources are at https://snapshot.debian.org/ under these names and versions, free to anybody. Whoever runs this
site gives them to you on request as well, for three years from when you were given the programs.

The emulator is v86 (https://github.com/copy/v86), under the two-clause BSD licence:
Copyright (c) 2012, The v86 contributors.
${terms.join("\n")}
`;
}

/** Some packages share the folder of another with their terms. */
function sharedTerms(name: string, unpacked: ReadonlyMap<string, TreeFile>) {
  const link = unpacked.get(`/usr/share/doc/${name}`);
  return link?.kind === "link" ? `As of ${link.target}.` : "As of the package it belongs to.";
}
