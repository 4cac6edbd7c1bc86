import { fetchBytes } from "./fetch-kernel";
import type { LinuxFiles } from "./machine-files";

/** Fetches what a machine with Linux on it starts with, and tells what share of it has come, from 0 to 1. */
export async function fetchLinux(files: LinuxFiles, onShare: (share: number) => void) {
  const [worker, emulator, image] = await Promise.all([
    fetchBytes(files.worker),
    fetchBytes(files.emulator),
    fetchImage(files, onShare),
  ]);
  return { worker, emulator, image };
}

const PROBLEM = "This computer could not be fetched. Check your connection, then start it again.";

/** Into memory of the right size at once: it is most of what is fetched. */
async function fetchImage({ image, imageBytes }: LinuxFiles, onShare: (share: number) => void) {
  const response = await fetch(image).catch((cause: unknown) => {
    throw new Error(PROBLEM, { cause });
  });
  if (!response.ok || response.body === null) throw new Error(`${PROBLEM} (${response.status} for ${image})`);
  const bytes = new Uint8Array(imageBytes);
  let received = 0;
  try {
    for await (const part of response.body) {
      bytes.set(part, received);
      received += part.length;
      onShare(received / imageBytes);
    }
  } catch (cause) {
    throw new Error(PROBLEM, { cause });
  }
  if (received !== imageBytes) throw new Error(PROBLEM);
  return bytes.buffer;
}
