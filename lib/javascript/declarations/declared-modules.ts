/** Declares a module under both of its names. */
const declared = (name: string, members: string) => `
declare module "node:${name}" {${members}}
declare module "${name}" {
  export * from "node:${name}";
  export { default } from "node:${name}";
}
`;

const FS = `
  export type Encoding = "utf8" | "utf-8";
  export type Reading = Encoding | { encoding: Encoding };
  export type Content = string | ArrayBufferView;
  export type Writing = Encoding | { encoding?: Encoding; flag?: "w" | "wx" | "a" };
  export interface Dirent {
    readonly name: string;
    readonly parentPath: string;
    isDirectory(): boolean;
    isFile(): boolean;
  }
  export interface Stats {
    readonly mode: number;
    readonly size: number;
    readonly mtimeMs: number;
    readonly birthtimeMs: number;
    readonly mtime: Date;
    readonly birthtime: Date;
    isDirectory(): boolean;
    isFile(): boolean;
    isSymbolicLink(): boolean;
  }
  export interface Removing {
    recursive?: boolean;
    force?: boolean;
  }
`;

/** The operations on files: `sync` is what their names end in, `Given` what they give. */
const operations = (sync: string, given: (type: string) => string) => `
  export function readFile${sync}(path: string, options: Reading): ${given("string")};
  export function readFile${sync}(path: string, options?: null | { encoding?: null }): ${given("Uint8Array")};
  export function writeFile${sync}(path: string, content: Content, options?: Writing): ${given("void")};
  export function appendFile${sync}(path: string, content: Content, options?: Writing): ${given("void")};
  export function readdir${sync}(path: string, options: { withFileTypes: true }): ${given("Dirent[]")};
  export function readdir${sync}(path: string, options?: { withFileTypes?: false }): ${given("string[]")};
  export function mkdir${sync}(path: string, options?: { recursive?: boolean }): ${given("void")};
  export function rm${sync}(path: string, options?: Removing): ${given("void")};
  export function rmdir${sync}(path: string): ${given("void")};
  export function unlink${sync}(path: string): ${given("void")};
  export function stat${sync}(path: string): ${given("Stats")};
  export function rename${sync}(from: string, to: string): ${given("void")};
  export function copyFile${sync}(from: string, to: string): ${given("void")};
`;

/** A module that is imported whole, too. */
const withDefault = (name: string) => `
  const whole: Omit<typeof import("node:${name}"), "default">;
  export default whole;
`;

const CHILD_PROCESS = `
  export interface Options {
    cwd?: string;
    encoding?: "utf8" | "utf-8" | "buffer" | null;
    stdio?: unknown;
  }
  export type AsText = Options & { encoding: "utf8" | "utf-8" };
  export interface Ended<Output> {
    readonly pid: number;
    readonly status: number | null;
    readonly signal: null;
    readonly stdout: Output;
    readonly stderr: Output;
    readonly output: [null, Output, Output] | null;
    readonly error?: Error & { code: string };
  }
  export type Heard = (error: (Error & { code: number | string }) | null, stdout: string, stderr: string) => void;
  export interface ExecFile {
    (file: string, heard?: Heard): void;
    (file: string, words: readonly string[], heard?: Heard): void;
    (file: string, words: readonly string[], options: Options, heard?: Heard): void;
    __promisify__: (file: string, words?: readonly string[], options?: Options) => Promise<{ stdout: string; stderr: string }>;
  }
  export const execFile: ExecFile;
  export function execFileSync(file: string, words: readonly string[], options: AsText): string;
  export function execFileSync(file: string, words?: readonly string[], options?: Options): Uint8Array;
  export function spawnSync(file: string, words: readonly string[], options: AsText): Ended<string>;
  export function spawnSync(file: string, options: AsText): Ended<string>;
  export function spawnSync(file: string, words?: readonly string[], options?: Options): Ended<Uint8Array>;
`;

const UTIL = `
  export function promisify<Promised>(original: { __promisify__: Promised }): Promised;
  export function promisify<Values extends unknown[], Value>(
    original: (...values: [...Values, (error: unknown, value: Value) => void]) => void,
  ): (...values: Values) => Promise<Value>;
`;

const PATH = `
  export const sep: "/";
  export const delimiter: ":";
  export function normalize(path: string): string;
  export function join(...paths: string[]): string;
  export function resolve(...paths: string[]): string;
  export function isAbsolute(path: string): boolean;
  export function basename(path: string, suffix?: string): string;
  export function dirname(path: string): string;
  export function extname(path: string): string;
`;

const PROCESS = `
  export const exitCode: number | undefined;
  export function exit(code?: number): never;
  const whole: typeof globalThis.process;
  export default whole;
`;

const promised = (type: string) => `Promise<${type}>`;

/** What programs can import beside files, as TypeScript declares it. */
export const declaredModules = [
  declared(
    "fs",
    `${FS}${operations("Sync", (type) => type)}
  export function existsSync(path: string): boolean;
  export const promises: Omit<typeof import("node:fs/promises"), "default">;
${withDefault("fs")}`,
  ),
  declared(
    "fs/promises",
    `
  import type { Content, Dirent, Reading, Removing, Stats, Writing } from "node:fs";
${operations("", promised)}
  export function access(path: string): Promise<void>;
${withDefault("fs/promises")}`,
  ),
  declared("path", `${PATH}${withDefault("path")}`),
  declared("process", PROCESS),
  declared("child_process", `${CHILD_PROCESS}${withDefault("child_process")}`),
  declared("util", `${UTIL}${withDefault("util")}`),
].join("");
