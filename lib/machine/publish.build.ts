import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { hashOf } from "./hash-of";

/** Where the machine's parts are kept, brotli bytes only, each under a name with the hash of its content. */
const OUTPUT = "public/machine";

const QUALITY = constants.BROTLI_MAX_QUALITY;
const compress = promisify(brotliCompress);
const published = new Set<string>();

type File = { readonly name: string; readonly extension: string };

/** Gives the address of these bytes. Compressing takes seconds: a file whose hash is there already is as it was. */
export async function publish({ name, extension, bytes }: File & { bytes: Uint8Array }): Promise<string> {
  const file = `${name}.${hashOf(bytes, String(QUALITY))}.${extension}`;
  if (!(await publishedBefore()).includes(file)) await write(file, bytes);
  return address(file);
}

/** The same for bytes that are made slowly and differ every time: they are made again only for other `inputs`. */
export async function publishMade({
  name,
  extension,
  inputs,
  make,
}: File & { inputs: string; make: () => Promise<Uint8Array> }): Promise<string> {
  const known = (await publishedBefore()).find((file) => file.startsWith(`${name}.${inputs}-`));
  if (known !== undefined) return address(known);
  const bytes = await make();
  const file = `${name}.${inputs}-${hashOf(bytes)}.${extension}`;
  await write(file, bytes);
  return address(file);
}

/** Removes what earlier builds published and this one did not; folders are kept by whoever made them. */
export async function removeUnpublished() {
  for (const file of await publishedBefore()) if (!published.has(file)) await rm(path.join(OUTPUT, file));
}

function address(file: string) {
  published.add(file);
  return `/machine/${file}`;
}

async function publishedBefore() {
  await mkdir(OUTPUT, { recursive: true });
  const entries = await readdir(OUTPUT, { withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

async function write(file: string, bytes: Uint8Array) {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(path.join(OUTPUT, file), await compress(bytes, { params }));
}
