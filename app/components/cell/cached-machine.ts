import type { Language } from "@/lib/run/language";
import { readStored, writeStored } from "./stored-value";

/** A hash of where the parts are. */
const parts = process.env["MACHINE_HASH"] ?? "";
const keyOf = (language: Language) => `lento:machine:${language}`;

/** A process of this language has started: its parts are in the browser's cache, where they may stay for good. */
export function noteCached(language: Language) {
  if (!isInCache(language)) writeStored(keyOf(language), parts);
}

/** Whether the very parts that are served now have been here before; booting ahead then costs no download. */
export const isInCache = (language: Language) => readStored(keyOf(language)) === parts;
