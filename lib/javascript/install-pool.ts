import type { QuickJSHandle, VmFunctionImplementation } from "quickjs-emscripten-core";
import cloneSource from "./guest/clone.guest.js";
import errorsSource from "./guest/pool-errors.guest.js";
import jobsSource from "./guest/pool-jobs.guest.js";
import notesSource from "./guest/pool-notes.guest.js";
import poolSource from "./guest/pool.guest.js";
import type { GuestError } from "./guest-error";
import type { PipeMessage } from "./pipe-messages";
import type { VirtualMachine } from "./virtual-machine";

/** What the guest's pools need of the process. */
export type PoolDoor = {
  /** The process number of a new worker, or why there is none. */
  readonly start: () => number | string;
  readonly post: (pid: number, message: PipeMessage) => void;
  readonly finish: (pid: number) => void;
  readonly kill: (pid: number) => void;
  /** In a worker: what it answers. */
  readonly reply: (message: PipeMessage) => void;
  /** In a worker: hears of every call of a function of the program's; null where nobody notes them. */
  readonly task: TaskHeard | null;
};

export type TaskHeard = { readonly begin: (label: string) => void; readonly end: () => void };

/** Who the process is that the machine runs in. */
export type PoolIdentity = {
  /** What the program's `isMain` is. */
  readonly isMain: boolean;
  /** A worker starts no pools. */
  readonly isWorker: boolean;
  readonly pid: number;
  readonly cpuCount: number;
  /** The program's file. */
  readonly file: string;
};

/** A machine that only counts work has no process around it, and `isMain` is false there. */
const nowhere: PoolDoor = {
  start: () => "There are no processes where work is counted.",
  post() {},
  finish() {},
  kill() {},
  reply() {},
  task: null,
};

/** Gives a virtual machine `Pool` and `isMain`; pools work once it is connected to its process. */
export function installPool(machine: VirtualMachine) {
  const { context } = machine;
  let door = nowhere;

  const messageOf = (text: QuickJSHandle, buffers: readonly QuickJSHandle[]): PipeMessage => ({
    text: context.getString(text),
    buffers: buffers.map((handle) => {
      using bytes = context.getArrayBuffer(handle);
      return new Uint8Array(bytes.value);
    }),
  });
  using guestDoor = context.newObject();
  const give = (name: string, action: VmFunctionImplementation<QuickJSHandle>) => {
    using handle = context.newFunction(name, action);
    context.setProp(guestDoor, name, handle);
  };
  give("start", () => {
    const started = door.start();
    return typeof started === "number" ? context.newNumber(started) : context.newString(started);
  });
  give("post", (pid, text, ...buffers) => door.post(context.getNumber(pid), messageOf(text, buffers)));
  give("finish", (pid) => door.finish(context.getNumber(pid)));
  give("kill", (pid) => door.kill(context.getNumber(pid)));
  give("reply", (text, ...buffers) => door.reply(messageOf(text, buffers)));
  give("beginTask", (label) => door.task?.begin(context.getString(label)));
  give("endTask", () => door.task?.end());
  give("find", (name) => functionNamed(machine, context.getString(name)));

  const clone = machine.install(cloneSource, "clone");
  const errors = machine.install(errorsSource, "pool-errors");
  const jobs = machine.install(jobsSource, "pool-jobs", clone, errors);
  const notes = machine.install(notesSource, "pool-notes", guestDoor);
  const pool = machine.install(poolSource, "pool", guestDoor, clone, errors, jobs, notes);

  const call = (name: string, ...values: QuickJSHandle[]) => {
    using method = context.getProp(pool, name);
    const outcome = machine.call(method, ...values);
    for (const value of values) value.dispose();
    return outcome;
  };
  const parts = ({ text, buffers }: PipeMessage) => [
    context.newString(text),
    ...buffers.map((bytes) => context.newArrayBuffer(Uint8Array.from(bytes).buffer)),
  ];
  const done = (outcome: ReturnType<typeof call>): GuestError | null => {
    if ("error" in outcome) return outcome.error;
    outcome.value.dispose();
    return null;
  };

  return {
    /** From here on the machine's pools are those of this process. */
    connect(target: PoolDoor, { isMain, isWorker, pid, cpuCount, file }: PoolIdentity) {
      door = target;
      const identity = JSON.stringify({
        isMain,
        isWorker,
        pid,
        cpuCount,
        file,
        notesTasks: door.task !== null,
      });
      return done(call("become", context.newString(identity)));
    },
    /** True while a pool has something to do, or is about to end. */
    isWaiting(): boolean {
      const waiting = call("isWaiting");
      if ("error" in waiting) return false;
      using value = waiting.value;
      return context.dump(value) === true;
    },
    received: (pid: number, message: PipeMessage) =>
      done(call("received", context.newNumber(pid), ...parts(message))),
    ended: (pid: number, exitCode: number) =>
      done(call("ended", context.newNumber(pid), context.newNumber(exitCode))),
    /** In a worker: begins what the program asks for; the answer goes through the door. */
    work: (message: PipeMessage) => done(call("work", ...parts(message))),
    /** In a worker: tells the program that it could not be loaded. */
    cannotLoad: ({ message, stack }: GuestError) =>
      done(call("cannotLoad", context.newString(message), context.newString(stack))),
  };
}
export type GuestPool = ReturnType<typeof installPool>;

/** The function of that name at the top level of the program. */
function functionNamed(machine: VirtualMachine, name: string) {
  const found = machine.lookUp(name);
  if (found === null || machine.context.typeof(found) === "function") return found ?? undefined;
  found.dispose();
  return undefined;
}
