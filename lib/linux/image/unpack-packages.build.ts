import { execFile } from "node:child_process";
import { lstat, mkdir, readdir, readFile, readlink, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { FetchedPackage } from "./fetch-packages.build";
import { chosenFiles } from "./packages";
import type { TreeFile } from "./tree";

const run = promisify(execFile);

/** What packages bring, by absolute path, without running any of their scripts. */
export async function unpackPackages(packages: readonly FetchedPackage[], folder: string) {
  const unpacked = new Map<string, TreeFile>();
  for (const { name, file } of packages) {
    const own = path.join(folder, name);
    await rm(own, { recursive: true, force: true });
    await mkdir(own, { recursive: true });
    await run("dpkg-deb", ["--extract", file, own]);
    for (const [place, entry] of await readTree(own))
      if (chosenFiles[name]?.test(place) ?? true) unpacked.set(place, entry);
  }
  return unpacked;
}

/** Every file and link under `folder`, by its absolute path as if `folder` were the root. */
export async function readTree(folder: string): Promise<Map<string, TreeFile>> {
  const files = new Map<string, TreeFile>();
  const read = async (name: string) => {
    const file = path.join(folder, name);
    const facts = await lstat(file);
    if (facts.isDirectory())
      for (const entry of (await readdir(file)).toSorted()) await read(`${name}/${entry}`);
    else if (facts.isSymbolicLink()) files.set(name, { kind: "link", target: await readlink(file) });
    else if (facts.isFile())
      files.set(name, {
        kind: "file",
        bytes: await readFile(file),
        isExecutable: (facts.mode & 0o100) !== 0,
      });
  };
  for (const entry of (await readdir(folder)).toSorted()) await read(`/${entry}`);
  return files;
}
