import type { Language } from "@/lib/run/language";
import type { ToFrame } from "./frame-message";
import type { MachineFiles } from "./machine-files";

type KernelFiles = MachineFiles["kernels"][Language];

/** Fetches what a language's processes start with, as the message that brings it to the frame. */
export async function fetchKernel(language: Language, files: KernelFiles) {
  const [worker, interpreter, snapshot] = await Promise.all([
    fetchBytes(files.worker),
    fetchBytes(files.interpreter),
    files.snapshot === null ? null : fetchBytes(files.snapshot),
  ]);
  const hasLibrary = files.library !== null;
  const message: ToFrame = { type: "install", language, worker, interpreter, snapshot, hasLibrary };
  return { message, transfer: [worker, interpreter, snapshot].filter((buffer) => buffer !== null) };
}

export async function fetchBytes(address: string) {
  const problem = "Part of the machine could not be fetched. Check your connection, then press Run again.";
  const response = await fetch(address).catch((cause: unknown) => {
    throw new Error(problem, { cause });
  });
  if (!response.ok) throw new Error(`${problem} (${response.status} for ${address})`);
  return response.arrayBuffer();
}
