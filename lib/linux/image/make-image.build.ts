import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { bootImage } from "./boot-image.build";
import { fetchPackages } from "./fetch-packages.build";
import type { ImageManifest } from "@/lib/linux/image-manifest";
import { initialRamdisk } from "./initial-ramdisk";
import { licencesOf } from "./licences";
import { bootPackages, rootPackages } from "./packages";
import { rootTree } from "./root-tree";
import { servedFiles } from "./served-files";
import type { TreeFile } from "./tree";
import { readTree, unpackPackages } from "./unpack-packages.build";

const compress = promisify(brotliCompress);
/** A tenth more than at best, in a tenth of the time: of these files most are never fetched. */
const FILE_QUALITY = 9;

/** Makes an image from Debian's packages into `folder`, whole or not at all; minutes, most of them compressing. */
export async function makeImage(folder: string) {
  const work = await mkdtemp(path.join(tmpdir(), "lento-linux-"));
  const made = `${folder}.${process.pid}`;
  try {
    await mkdir(path.join(made, "files"), { recursive: true });
    const packages = await fetchPackages({ ...bootPackages, ...rootPackages }, work);
    const isBoot = ({ name }: { readonly name: string }) => Object.hasOwn(bootPackages, name);
    const boot = await unpackPackages(packages.filter(isBoot), path.join(work, "boot"));
    const rest = packages.filter((each) => !isBoot(each));
    const root = await unpackPackages(rest, path.join(work, "root"));
    const served = servedFiles(rootTree(root, await readTree("lib/linux/image/root")));
    const image = await bootImage(
      {
        kernel: bytesOf(boot, /^\/boot\/vmlinuz/),
        bios: bytesOf(boot, /\/bios\.bin$/),
        videoBios: bytesOf(boot, /\/vgabios-stdvga\.bin$/),
        ramdisk: initialRamdisk(bytesOf(root, /\/bin\/busybox$/), boot),
        ...served,
      },
      work,
    );
    const [packed] = await Promise.all([
      packedWith(constants.BROTLI_MAX_QUALITY, image),
      ...[...served.contents].map(async ([name, bytes]) =>
        writeFile(path.join(made, "files", name), await packedWith(FILE_QUALITY, bytes)),
      ),
    ]);
    const name = `image.${createHash("sha256").update(image).digest("hex").slice(0, 16)}.bin`;
    await writeFile(path.join(made, name), packed);
    await writeFile(path.join(made, "licences.txt"), licencesOf(packages, new Map([...boot, ...root])));
    const manifest: ImageManifest = {
      image: name,
      imageBytes: image.length,
      packedBytes: packed.length,
      files: [...served.contents.keys()],
      packages: packages.map(({ name: each, version, sha256 }) => ({ name: each, version, sha256 })),
    };
    await writeFile(path.join(made, "manifest.json"), JSON.stringify(manifest));
    await rm(folder, { recursive: true, force: true });
    await rename(made, folder);
  } finally {
    await rm(made, { recursive: true, force: true });
    await rm(work, { recursive: true, force: true });
  }
}

const packedWith = (quality: number, bytes: Uint8Array) =>
  compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });

function bytesOf(files: ReadonlyMap<string, TreeFile>, pattern: RegExp) {
  const [, found] = [...files].find(([name]) => pattern.test(name)) ?? [];
  if (found?.kind !== "file") throw new Error(`No package brought ${String(pattern)}.`);
  return found.bytes;
}
