import * as z from "zod/mini";
import { openOutputWriter } from "@/lib/machine/output-writer";
import { ToProcess, type FromProcess, type ProcessEnd } from "@/lib/machine/process-message";
import { removeGlobals } from "@/lib/machine/remove-globals.worker";
import type { OutputStream } from "@/lib/run/run-event";
import type { RunRequest } from "@/lib/run/run-request";
import keptSource from "./guest/kept.guest.js";
import { printingSources } from "./prelude-sources";
import { openScripts } from "./scripts.worker";

type Write = (stream: OutputStream, text: string) => boolean;
type Boot = Extract<ToProcess, { type: "boot" }>;

const functionOf = <Type>() => z.custom<Type>((value) => typeof value === "function");
const Make = functionOf<(parts: object) => object>();
const Prelude = z.object({
  inspect: functionOf<(value: unknown) => string>(),
  timers: z.object({ untilNextMs: functionOf<() => number>(), runNext: functionOf<() => void>() }),
});

/** A program that waits for a timer hears Stop this often. */
const INTERRUPT_POLL_MS = 50;
/** What is neither a timer nor ready (an `import()`) cannot be seen: so long it may still come, outside the time. */
const LATE_PROMISES_MS = 100;

// Kept here before the globals go, and before the program can put others in their place.
const post = globalThis.postMessage.bind(globalThis);
const report = globalThis.reportError.bind(globalThis);
const now = performance.now.bind(performance);
const later = globalThis.setTimeout.bind(globalThis);
const hear = globalThis.addEventListener.bind(globalThis);
const send = (message: FromProcess) => post(message);
const sleep = (delayMs: number) => new Promise<void>((resolve) => void later(resolve, delayMs));

/** Closes the worker off and gives it a console and timers that work as those of the course's own interpreter do. */
function bootBrowserEngine({ interrupt, output }: Boot) {
  const scripts = openScripts();
  const stop = interrupt && new Uint8Array(interrupt);
  let write: Write = () => true;
  const keep = Make.parse(scripts.valueOf(keptSource));
  const made = Object.values(printingSources).map((source) => Make.parse(scripts.valueOf(source)));
  removeGlobals();
  const parts = {
    kept: keep({}),
    now,
    write: (stream: OutputStream, ...pieces: string[]) => write(stream, pieces.join("\0")),
    // No promise tells at once how it is.
    promiseState: (value: unknown) => (value instanceof Promise ? { state: "pending" } : null),
  };
  for (const make of made) Object.assign(parts, make(parts));
  const { inspect, timers } = Prelude.parse(parts);
  return {
    scripts,
    inspect,
    timers,
    ring: output,
    isInterrupted: () => stop !== null && Atomics.load(stop, 0) !== 0,
    writeTo: (target: Write) => (write = target),
  };
}

async function runOnBrowserEngine(booted: Booted, request: RunRequest) {
  if (request.checks !== null)
    throw new Error("The browser's own engine checks nothing: run checks on QuickJS.");
  const { scripts, timers, isInterrupted } = booted;
  const writer = openOutputWriter({
    ring: booted.ring,
    outputLimitBytes: request.limits.outputLimitBytes,
    send,
  });
  let waitedMs = 0;
  let lastActiveAt = now();
  booted.writeTo((stream, text) => {
    lastActiveAt = now();
    return writer.write(stream, text);
  });
  const rejections: unknown[] = [];
  hear("unhandledrejection", (event) => {
    event.preventDefault();
    rejections.push(event.reason);
  });

  /** A script's statements, then its promises and timers until nothing is left to wait for. */
  const runToEnd = async (program: RunRequest["program"]): Promise<ProcessEnd> => {
    try {
      scripts.run(program);
      for (;;) {
        await scripts.turn();
        lastActiveAt = now();
        while (timers.untilNextMs() < 0 && rejections.length === 0 && now() - lastActiveAt < LATE_PROMISES_MS)
          await sleep(LATE_PROMISES_MS);
        if (rejections.length > 0) return raised(rejections[0]);
        const dueMs = timers.untilNextMs();
        if (dueMs < 0) return { outcome: "finished" };
        if (isInterrupted()) return { outcome: "interrupted" };
        const sleptAt = now();
        if (dueMs > 0) await sleep(Math.min(dueMs, INTERRUPT_POLL_MS));
        waitedMs += now() - sleptAt;
        timers.runNext();
      }
    } catch (error) {
      lastActiveAt = now();
      return raised(error);
    }
  };
  const paths = [...request.before, request.program].map(({ path }) => path);
  const raised = (error: unknown): ProcessEnd => {
    const { message, stack } = described(error, paths, booted.inspect);
    writer.unmute();
    writer.write("stderr", `${[message, ...stack].join("\n")}\n`);
    return { outcome: "raised", message };
  };

  send({ type: "started" });
  let end: ProcessEnd = { outcome: "finished" };
  writer.mute();
  for (const earlier of request.before) if (end.outcome === "finished") end = await runToEnd(earlier);
  writer.unmute();
  waitedMs = 0;
  const startedAt = now();
  if (end.outcome === "finished") end = await runToEnd(request.program);
  const measurement = { wallMs: lastActiveAt - startedAt, waitingMs: waitedMs };
  send({ type: "ended", end, exitCode: end.outcome === "finished" ? 0 : 1, measurement });
}

/** What was thrown, with the lines of its stack that are in the learner's files. */
function described(error: unknown, paths: readonly string[], inspect: (value: unknown) => string) {
  if (!(error instanceof Error)) return { message: `Uncaught ${inspect(error)}`, stack: [] };
  const stack = (error.stack ?? "")
    .split("\n")
    .filter((line) => paths.some((path) => line.includes(`${path}:`)))
    .map((line) => `    ${line.trim()}`);
  return { message: `${error.name}: ${error.message}`, stack };
}

type Booted = ReturnType<typeof bootBrowserEngine>;
let booted: Booted | null = null;

async function obey(message: ToProcess) {
  switch (message.type) {
    case "boot":
      booted = bootBrowserEngine(message);
      return send({ type: "ready" });
    case "snapshot":
      throw new Error("The browser's own engine starts from no snapshot.");
    case "run":
      if (booted === null) throw new Error("`run` came before the worker was ready. Wait for `ready`.");
      if (message.job.kind !== "program") throw new Error("The browser's own engine runs programs only.");
      return runOnBrowserEngine(booted, message.job.request);
    default:
      return message satisfies never;
  }
}

// An error that is only a rejected promise would not be heard outside the worker.
hear("message", ({ data }) => void obey(ToProcess.parse(data)).catch(report));
