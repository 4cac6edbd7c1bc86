import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { loadPyodide } from "pyodide";
import * as z from "zod/mini";
import { readInterpreter } from "./node-parts";
import type { Pyodide } from "./start-python";

const Script = z.object({
  default: z.custom<Pyodide["createPyodideModule"]>((value) => typeof value === "function"),
});
let opened: Promise<Pyodide> | undefined;

/** Pyodide for Node, its second half the script that belongs to the interpreter as it is served. */
export const pyodideInNode = (): Promise<Pyodide> => (opened ??= open());

async function open(): Promise<Pyodide> {
  const folder = mkdtempSync(path.join(tmpdir(), "python-script-"));
  try {
    const file = path.join(folder, "pyodide.asm.mjs");
    writeFileSync(file, readInterpreter().script);
    const script: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
    return { loadPyodide, createPyodideModule: Script.parse(script).default };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
