import { fetchBytes } from "./fetch-kernel";
import type { LinuxFiles } from "./machine-files";

/** What a machine with Linux on it starts with, on its way. */
export type LinuxParts = {
  /** Its worker and the emulator's WebAssembly. */
  readonly code: Promise<readonly [worker: ArrayBuffer, emulator: ArrayBuffer]>;
  readonly image: Promise<ArrayBuffer>;
  /** Tells what share of it has come, from 0 to 1, now and from now on. */
  readonly follow: (onShare: (share: number) => void) => void;
};

/** Begins to fetch them. */
export function fetchLinux(files: LinuxFiles): LinuxParts {
  let share = 0;
  let tell = (_share: number) => {};
  const parts = {
    code: Promise.all([fetchBytes(files.worker), fetchBytes(files.emulator)]),
    image: fetchImage(files, (come) => tell((share = come))),
    follow(onShare: (share: number) => void) {
      tell = onShare;
      if (share > 0) onShare(share);
    },
  };
  // Whoever waits for them hears of what fails.
  for (const part of [parts.code, parts.image]) part.catch(() => {});
  return parts;
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
