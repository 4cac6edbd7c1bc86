import type { QuickJSHandle, VmFunctionImplementation } from "quickjs-emscripten-core";
import * as z from "zod/mini";
import type { Commands, Ended } from "./commands/open-commands";
import type { Source } from "./event-loop";
import type { GuestError } from "./guest-error";
import childProcessSource from "./guest/child-process.guest.js";
import type { VirtualMachine } from "./virtual-machine";

const Text = z.string();
/** A command's name and its arguments. */
const Words = z.tuple([z.string()], z.string());

/** Gives a virtual machine the modules `node:child_process` and `node:util`; connected, they start the machine's commands. */
export function installCommands(machine: VirtualMachine, complain: (text: string) => void) {
  const { context } = machine;
  let commands: Commands | null = null;
  const problems: GuestError[] = [];

  const ended = (id: number, how: Ended) => {
    using method = context.getProp(guest, "ended");
    using number = context.newNumber(id);
    using answer = context.newString(JSON.stringify(how));
    const outcome = machine.call(method, number, answer);
    if ("error" in outcome) problems.push(outcome.error);
    else outcome.value.dispose();
  };
  const outside = () => {
    if (commands === null) throw new Error("There are no commands where work is counted.");
    return commands;
  };
  // Texts come as JSON: the engine's own would end at their first zero.
  const textOf = (handle: QuickJSHandle) => Text.parse(JSON.parse(context.getString(handle)));
  const wordsOf = (handle: QuickJSHandle) => Words.parse(JSON.parse(context.getString(handle)));

  using door = context.newObject();
  const give = (name: string, action: VmFunctionImplementation<QuickJSHandle>) => {
    using handle = context.newFunction(name, action);
    context.setProp(door, name, handle);
  };
  give("start", (id, words) => {
    const number = context.getNumber(id);
    const [name, ...rest] = wordsOf(words);
    return outside().start(name, rest, (how) => ended(number, how)) ? context.true : context.false;
  });
  give("run", (words) => {
    const [name, ...rest] = wordsOf(words);
    const how = outside().run(name, rest);
    return how === null ? undefined : context.newString(JSON.stringify(how));
  });
  give("complain", (text) => complain(textOf(text)));
  give("bytes", (text) => {
    using make = context.getProp(context.global, "Uint8Array");
    using buffer = context.newArrayBuffer(new TextEncoder().encode(textOf(text)).buffer);
    using from = context.unwrapResult(
      context.evalCode("(Kind, buffer) => new Kind(buffer)", "bytes.guest.js"),
    );
    return context.callFunction(from, context.undefined, make, buffer);
  });
  const guest = machine.install(childProcessSource, "child-process", door);
  using childProcess = context.getProp(guest, "childProcess");
  using util = context.getProp(guest, "util");
  machine.provide("node:child_process", childProcess);
  machine.provide("node:util", util);

  return {
    /** From here on the commands are those of this process; gives what its event loop waits for. */
    connect(target: Commands): Source {
      commands = target;
      return {
        poll() {
          const hasHappened = target.source.poll();
          return problems.shift() ?? hasHappened;
        },
        untilMs: target.source.untilMs,
        label: target.source.label,
      };
    },
  };
}
export type GuestCommands = ReturnType<typeof installCommands>;
