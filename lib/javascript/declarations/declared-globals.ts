/** What every program finds beside the language itself, as TypeScript declares it. */
export const declaredGlobals = /* TypeScript */ `
interface Console {
  log(...values: unknown[]): void;
  info(...values: unknown[]): void;
  debug(...values: unknown[]): void;
  warn(...values: unknown[]): void;
  error(...values: unknown[]): void;
  dir(value?: unknown, options?: { depth?: number | null; showHidden?: boolean }): void;
  dirxml(...values: unknown[]): void;
  table(rows?: unknown, columns?: readonly string[]): void;
  time(label?: string): void;
  timeLog(label?: string, ...values: unknown[]): void;
  timeEnd(label?: string): void;
  count(label?: string): void;
  countReset(label?: string): void;
  group(...values: unknown[]): void;
  groupCollapsed(...values: unknown[]): void;
  groupEnd(): void;
  assert(condition?: boolean, ...values: unknown[]): void;
  trace(...values: unknown[]): void;
  clear(): void;
}
declare var console: Console;

declare var performance: {
  /** Milliseconds since the program began. */
  now(): number;
  readonly timeOrigin: number;
};

/** Asks for a line of input; null at its end. */
declare function prompt(question?: string): string | null;

declare var process: {
  exitCode: number | undefined;
  exit(code?: number): never;
};

declare function setTimeout(callback: (nothing: void) => void, delayMs?: number): number;
declare function setTimeout<Values extends unknown[]>(callback: (...values: Values) => void, delayMs?: number, ...values: Values): number;
declare function setInterval(callback: (nothing: void) => void, delayMs?: number): number;
declare function setInterval<Values extends unknown[]>(callback: (...values: Values) => void, delayMs?: number, ...values: Values): number;
declare function setImmediate(callback: (nothing: void) => void): number;
declare function setImmediate<Values extends unknown[]>(callback: (...values: Values) => void, ...values: Values): number;
declare function clearTimeout(id?: number): void;
declare function clearInterval(id?: number): void;
declare function clearImmediate(id?: number): void;
declare function queueMicrotask(callback: () => void): void;

declare function structuredClone<Value>(value: Value, options?: { transfer?: Iterable<ArrayBuffer> }): Value;
declare function atob(data: string): string;
declare function btoa(data: string): string;

declare class TextEncoder {
  readonly encoding: "utf-8";
  encode(text?: string): Uint8Array;
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: "utf-8";
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(source?: ArrayBufferLike | ArrayBufferView, options?: { stream?: boolean }): string;
}

/** True in the program itself, false in the processes of its Pools. */
declare var isMain: boolean;

/** Processes that call functions of this program's top level. */
declare class Pool {
  /** As many workers as the machine has processors, where no number is given. */
  constructor(size?: number);
  readonly size: number;
  /** Calls the function with each item; gives the results in the order of the items. */
  map<Item, Result>(fn: (item: Item) => Result, items: Iterable<NoInfer<Item>>, options?: { chunkSize?: number }): Promise<Awaited<Result>[]>;
  /** The results one by one, in the order of the items. */
  imap<Item, Result>(fn: (item: Item) => Result, items: Iterable<NoInfer<Item>>, options?: { chunkSize?: number }): AsyncGenerator<Awaited<Result>, void, void>;
  /** The results one by one, whichever is there first. */
  imapUnordered<Item, Result>(fn: (item: Item) => Result, items: Iterable<NoInfer<Item>>, options?: { chunkSize?: number }): AsyncGenerator<Awaited<Result>, void, void>;
  /** Calls the function once with all that follows. */
  submit<Values extends unknown[], Result>(fn: (...values: Values) => Result, ...values: Values): Promise<Awaited<Result>>;
  /** Takes nothing more, finishes what it has; resolves when its workers have ended. */
  close(): Promise<void>;
  /** Ends the workers at once. */
  terminate(): void;
}
`;
