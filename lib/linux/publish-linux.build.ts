import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { hashOf } from "@/lib/machine/hash-of";
import { publish } from "@/lib/machine/publish.build";
import type { LinuxFiles } from "@/lib/machine/machine-files";
import { fetchImage } from "./fetch-image.build";
import { ImageManifest } from "./image-manifest";
import { makeImage } from "./image/make-image.build";

const PUBLISHED = "public/machine/linux";
/** All that makes an image, but the emulator. */
const MAKERS = "lib/linux/image";
const EMULATOR = "node_modules/v86/build/v86.wasm";

/** Images are kept outside the project: they are made in minutes, and the same for every clone. */
const CACHE = path.join(process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache"), "lento");

/**
 * Puts the Linux image where it is served and gives its addresses. Takes the kept one; else fetches a built one from
 * `LINUX_IMAGE_URL`; else makes one, where Debian's tools are there. Null, and a sentence, where none of it can be done.
 */
export async function publishLinux(
  bundleWorker: (entry: string) => Promise<Buffer>,
): Promise<LinuxFiles | null> {
  const key = await keyOfImage();
  const kept = folderOf(key);
  const problem = await bringImage(kept);
  if (problem !== null) {
    console.warn(`The course is built without Linux. ${problem}`);
    return null;
  }
  const manifest = ImageManifest.parse(JSON.parse(await readFile(path.join(kept, "manifest.json"), "utf8")));
  const served = `${PUBLISHED}/${key}`;
  if (!existsSync(path.join(served, manifest.image))) {
    await rm(PUBLISHED, { recursive: true, force: true });
    await mkdir(PUBLISHED, { recursive: true });
    await cp(kept, served, { recursive: true });
  }
  const [worker, emulator] = await Promise.all([
    publish({ name: "linux", extension: "js", bytes: await bundleWorker("lib/linux/linux.worker.ts") }),
    publish({ name: "linux", extension: "wasm", bytes: readFileSync(EMULATOR) }),
  ]);
  const address = `/machine/linux/${key}`;
  return {
    name: `${key}.${manifest.image}`,
    worker,
    emulator,
    image: `${address}/${manifest.image}`,
    imageBytes: manifest.imageBytes,
    packedBytes: manifest.packedBytes,
    files: `${address}/files`,
    licences: `${address}/licences.txt`,
  };
}

/** Makes the image of this version, and keeps it. */
export async function makeKeptImage() {
  await mkdir(CACHE, { recursive: true });
  const folder = folderOf(await keyOfImage());
  await makeImage(folder);
  console.log(`The Linux image is in ${folder}.`);
}

const folderOf = (key: string) => path.join(CACHE, `linux-${key}`);

/** Null when there is one in `folder`; else why not, and what to do. */
async function bringImage(folder: string): Promise<string | null> {
  if (existsSync(path.join(folder, "manifest.json"))) return null;
  await mkdir(CACHE, { recursive: true });
  const address = process.env["LINUX_IMAGE_URL"];
  try {
    if (address !== undefined) await fetchImage(address, folder);
    else if (hasDebianTools()) {
      console.log("Making the Linux image from Debian's packages, once for this computer: some minutes …");
      await makeImage(folder);
    } else
      return "There is no apt-get and dpkg-deb to make its image with: build it on Debian or Ubuntu, or set LINUX_IMAGE_URL to the address of a built one.";
    return null;
  } catch (error) {
    return `Its image could not be had: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function hasDebianTools() {
  try {
    for (const tool of ["apt-get", "dpkg-deb"]) execFileSync(tool, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Changes with whatever the image is made by. */
async function keyOfImage() {
  const files = (await readdir(MAKERS, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  return hashOf(...files.flatMap((file) => [file, readFileSync(file)]), readFileSync(EMULATOR));
}
