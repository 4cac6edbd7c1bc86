import * as z from "zod/mini";
import { Language } from "@/lib/run/language";
import { RunEvent } from "@/lib/run/run-event";
import { RunRequest } from "@/lib/run/run-request";
import { FromLinux, ToLinux } from "./linux-message";

const INPUT_LIMIT_CHARACTERS = 10_000;
const bytes = z.instanceof(ArrayBuffer);

/** The page's first message to the frame; the port it carries is the only channel from then on. */
export const Connect = z.strictObject({ type: z.literal("connect") });

/** What the page asks of the frame. */
export const ToFrame = z.discriminatedUnion("type", [
  /** What a language's processes are, once; its first process starts, and waits for the parts that follow. */
  z.strictObject({
    type: z.literal("install"),
    language: Language,
    worker: bytes,
    /** Whether one follows; else processes boot from the interpreter's sources. */
    hasSnapshot: z.boolean(),
    hasLibrary: z.boolean(),
  }),
  /**
   * A part of the language's kernel: shared memory and compiled modules cannot cross into the frame, bytes can. Null
   * where it could not be fetched.
   */
  z.strictObject({
    type: z.literal("part"),
    language: Language,
    /** The WebAssembly, and a snapshot packed by `packSnapshot`. */
    part: z.enum(["interpreter", "snapshot"]),
    bytes: z.nullable(bytes),
  }),
  /** The worker that runs JavaScript on the browser's own engine, once, when it is first wanted. */
  z.strictObject({ type: z.literal("install-browser-engine"), worker: bytes }),
  /** The standard library's archive, asked for or not; null where it could not be fetched. */
  z.strictObject({ type: z.literal("library"), language: Language, bytes: z.nullable(bytes) }),
  /** A run is likely soon: boot so many processes ahead. */
  z.strictObject({
    type: z.literal("prepare"),
    language: Language,
    processes: z.int().check(z.positive(), z.lte(16)),
  }),
  z.strictObject({ type: z.literal("run"), runId: z.string(), request: RunRequest }),
  z.strictObject({ type: z.literal("stop"), runId: z.string() }),
  /** What the learner typed, with its line break; nothing: the end of the input. */
  z.strictObject({
    type: z.literal("input"),
    runId: z.string(),
    text: z.string().check(z.maxLength(INPUT_LIMIT_CHARACTERS)),
  }),
  /** A machine with Linux on it: its worker and the emulator's WebAssembly; they get ready while the image is on its way. */
  z.strictObject({
    type: z.literal("open-linux"),
    linuxId: z.string(),
    worker: bytes,
    emulator: bytes,
  }),
  /** What it starts from, once. */
  z.strictObject({ type: z.literal("linux-image"), linuxId: z.string(), image: bytes }),
  z.strictObject({ type: z.literal("linux"), linuxId: z.string(), message: ToLinux }),
  z.strictObject({ type: z.literal("close-linux"), linuxId: z.string() }),
]);
export type ToFrame = z.infer<typeof ToFrame>;

/** What the frame tells the page, which treats it as untrusted: learner code runs behind it. */
export const FromFrame = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("opened") }),
  /** A program needs the standard library's archive. */
  z.strictObject({ type: z.literal("library-wanted"), language: Language }),
  z.strictObject({ type: z.literal("event"), runId: z.string(), event: RunEvent }),
  z.strictObject({ type: z.literal("linux"), linuxId: z.string(), message: FromLinux }),
]);
export type FromFrame = z.infer<typeof FromFrame>;
