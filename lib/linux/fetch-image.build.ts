import { createWriteStream } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import http from "node:http";
import https from "node:https";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { ImageManifest } from "./image-manifest";

const AT_ONCE = 8;

/**
 * Fetches a built image from `address`, a folder as a site of the same version serves it
 * (`https://…/machine/linux/<key>`), into `folder`, whole or not at all.
 */
export async function fetchImage(address: string, folder: string) {
  const coming = `${folder}.${process.pid}`;
  try {
    await mkdir(path.join(coming, "files"), { recursive: true });
    const bring = (name: string) => fetchAsSent(`${address}/${name}`, path.join(coming, name));
    await bring("manifest.json");
    await bring("licences.txt");
    const text = await readFile(path.join(coming, "manifest.json"), "utf8");
    const { image, files } = ImageManifest.parse(JSON.parse(text));
    await bring(image);
    const left = files.map((name) => `files/${name}`);
    const bringLeft = async () => {
      for (let name = left.pop(); name !== undefined; name = left.pop()) await bring(name);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, bringLeft));
    await rename(coming, folder);
  } finally {
    await rm(coming, { recursive: true, force: true });
  }
}

/** The bytes as they were sent, still compressed: `fetch` would unpack them. */
async function fetchAsSent(address: string, file: string) {
  const { get } = address.startsWith("https:") ? https : http;
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    get(address, resolve).on("error", reject);
  });
  if (response.statusCode !== 200) throw new Error(`${address} answered ${response.statusCode}.`);
  await pipeline(response, createWriteStream(file));
}
