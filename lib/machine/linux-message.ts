import * as z from "zod/mini";
import { LINUX_WINDOWS } from "@/lib/run/linux-windows";

const COMMAND_LIMIT_CHARACTERS = 64_000;
const INPUT_LIMIT_CHARACTERS = 100_000;
const OUTPUT_LIMIT_BYTES = 1_000_000;

const bytes = z.instanceof(ArrayBuffer);
const view = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);
const LinuxWindow = z.int().check(z.gte(0), z.lt(LINUX_WINDOWS));
const path = z.string().check(z.regex(/^\/[^\0]+$/), z.maxLength(4000));

/** A file that a machine finds when it starts. */
export const LinuxFile = z.strictObject({
  path,
  bytes: view,
  /** Whether it can be run as a command. */
  isExecutable: z.boolean(),
});
export type LinuxFile = z.infer<typeof LinuxFile>;

/** What a machine starts with. */
export const LinuxStart = z.strictObject({
  /** Where it was left, as `saved` gave it; null: freshly booted. */
  state: z.nullable(bytes),
  /** Written into a machine that was not left anywhere before. */
  files: z.array(LinuxFile),
  /** Shell commands that the machine runs for itself, as root, when `files` are there: services to start, say. */
  setup: z.string().check(z.maxLength(COMMAND_LIMIT_CHARACTERS)),
});
export type LinuxStart = z.infer<typeof LinuxStart>;

/** How a command ended that the machine's agent was asked to run. */
export const AgentAnswer = z.strictObject({ exitCode: z.int(), output: z.string() });
export type AgentAnswer = z.infer<typeof AgentAnswer>;

const asked = { id: z.int() };

/** What the page asks of a machine; what has an `id` is answered under it. */
export const ToLinux = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("start"), ...LinuxStart.shape }),
  /** Keys, or what was pasted. */
  z.strictObject({
    type: z.literal("input"),
    window: LinuxWindow,
    text: z.string().check(z.maxLength(INPUT_LIMIT_CHARACTERS)),
  }),
  z.strictObject({
    type: z.literal("resize"),
    window: LinuxWindow,
    columns: z.int().check(z.gte(2), z.lte(1000)),
    rows: z.int().check(z.gte(1), z.lte(1000)),
  }),
  /** Has the agent run a shell command, which no window shows. */
  z.strictObject({
    type: z.literal("ask"),
    ...asked,
    command: z.string().check(z.maxLength(COMMAND_LIMIT_CHARACTERS)),
  }),
  z.strictObject({ type: z.literal("read-file"), ...asked, path }),
  z.strictObject({ type: z.literal("write-file"), ...asked, file: LinuxFile }),
  z.strictObject({ type: z.literal("save"), ...asked }),
  /** A file of the image that the machine reads for the first time; null where it could not be fetched. */
  z.strictObject({ type: z.literal("image-file"), name: z.string(), bytes: z.nullable(bytes) }),
]);
export type ToLinux = z.infer<typeof ToLinux>;

/** What a machine tells. */
export const FromLinux = z.discriminatedUnion("type", [
  /** The prompt answers. */
  z.strictObject({ type: z.literal("started") }),
  z.strictObject({
    type: z.literal("output"),
    window: LinuxWindow,
    bytes: view.check(z.refine(({ byteLength }) => byteLength <= OUTPUT_LIMIT_BYTES)),
  }),
  z.strictObject({ type: z.literal("image-file-wanted"), name: z.string() }),
  z.strictObject({ type: z.literal("answered"), ...asked, answer: AgentAnswer }),
  z.strictObject({ type: z.literal("file"), ...asked, bytes: z.nullable(view) }),
  z.strictObject({ type: z.literal("saved"), ...asked, state: bytes }),
  /** It was asked for something that it could not do. */
  z.strictObject({ type: z.literal("refused"), ...asked, reason: z.string() }),
  /** It will not go on: it crashed, or its kernel panicked. */
  z.strictObject({ type: z.literal("ended"), reason: z.string() }),
]);
export type FromLinux = z.infer<typeof FromLinux>;
