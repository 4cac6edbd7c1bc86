import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import { inject } from "vitest";
import { openUnpacker, packSnapshot } from "@/lib/machine/packed-snapshot";
import { makeSnapshot } from "./make-snapshot";
import { readInterpreter } from "./node-parts";
import { splitPyodideSnapshot } from "./pyodide-snapshot";

const LOOK_AGAIN_MS = 50;

/**
 * The interpreter and its snapshot for one run of the tests: whoever needs them first makes them, which takes seconds,
 * and others wait.
 */
export async function partsForTests() {
  const folder = inject("snapshotFolder");
  const snapshot = path.join(folder, "snapshot");
  const interpreter = path.join(folder, "interpreter");
  const claim = path.join(folder, "making");
  while (!existsSync(snapshot)) {
    if (isClaimed(claim)) await pass(LOOK_AGAIN_MS);
    else {
      try {
        const { interpreter: bytes } = readInterpreter();
        const made = splitPyodideSnapshot(await makeSnapshot());
        const packed = packSnapshot({ interpreter: bytes, ...made });
        writeFileSync(interpreter, bytes);
        writeFileSync(
          `${snapshot}.part`,
          new Uint8Array(openUnpacker(bytes)(packed.buffer, (size) => new ArrayBuffer(size))),
        );
        renameSync(`${snapshot}.part`, snapshot);
      } finally {
        rmdirSync(claim);
      }
    }
  }
  return { interpreter: readBytes(interpreter), snapshot: readBytes(snapshot).buffer };
}

const readBytes = (file: string) => new Uint8Array(readFileSync(file));

/** False for the first one who asks: it is theirs to make. */
function isClaimed(claim: string) {
  try {
    mkdirSync(claim);
    return false;
  } catch {
    return true;
  }
}
