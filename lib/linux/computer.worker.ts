import { V86 } from "v86";
import type { AgentAnswer, FromLinux, LinuxFile, LinuxStart } from "@/lib/machine/linux-message";
import { LINUX_WINDOWS } from "@/lib/run/linux-windows";
import { newId } from "@/lib/run/new-id";
import { openAgent, SPOOL, type AgentConsole } from "./agent";
import { imageFiles } from "./image-files.worker";
import { packState, unpackState } from "./left-state";
import { machineHardware } from "./image/machine-hardware";
import { gunzip, gzip } from "./gzip";

export type WindowSize = { readonly columns: number; readonly rows: number };

export type Computer = {
  readonly input: (window: number, text: string) => void;
  /** A window has another size than it had. */
  readonly resize: () => void;
  readonly ask: (command: string) => Promise<AgentAnswer>;
  readonly readFile: (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  readonly writeFiles: (files: readonly LinuxFile[]) => Promise<void>;
  readonly save: () => Promise<ArrayBuffer>;
};

const OUTPUT_PAUSE_MS = 8;
/** What is typed waits so long at most for its window's new size, which the agent may come to later. */
const SIZING_MS = 500;
const PANIC = "Kernel panic - not syncing";
const PANICKED = "Its kernel panicked, as yours would have.";
const SWITCHED_OFF = "It is switched off.";
/** Ctrl-L: a shell that shows its prompt, and most programs with a screen, draw it again. */
const DRAW_AGAIN = "\f";

/** Starts the emulated computer from the image, or from where it was left, and makes it ready for the lesson. */
export async function openComputer(
  { module, image }: { module: WebAssembly.Module; image: ArrayBuffer },
  { state, files, setup }: LinuxStart,
  {
    tell,
    sizes,
  }: {
    readonly tell: (message: FromLinux) => void;
    /** Of the windows, as they are: what is known of them when the machine is there costs no question of its own. */
    readonly sizes: ReadonlyMap<number, WindowSize>;
  },
): Promise<Computer> {
  const initial = state === null ? image.slice(0) : unpackState(await gunzip(state), image);
  const emulator = new V86({
    ...machineHardware,
    wasm_fn: async (imports) => (await WebAssembly.instantiate(module, imports)).exports,
    initial_state: { buffer: initial },
    filesystem: { baseurl: imageFiles.address },
    autostart: true,
  });
  if (!hasBus(emulator)) throw new Error("This version of v86 has no bus.");
  const agent = openAgent(emulator);
  relayOutput(emulator, tell);
  await new Promise<void>((resolve) => emulator.add_listener("emulator-started", resolve));

  const must = async (command: string) => {
    const { exitCode, output } = await agent.ask(command);
    if (exitCode !== 0) throw new Error(output.trim() || `A command of the machine ended with ${exitCode}.`);
  };
  /** Hands files over; gives the commands that put them where they belong. */
  const spool = async (written: readonly LinuxFile[]): Promise<string[]> => {
    const moves: string[] = [];
    for (const { path, bytes, isExecutable } of written) {
      // Under a new name first: where the machine has looked before, it would not look again.
      const spooled = `${SPOOL}/${newId()}`;
      await emulator.create_file(spooled, bytes);
      const [folder, target] = [path.slice(0, path.lastIndexOf("/")) || "/", path].map(quoted);
      moves.push(
        `mkdir -p ${folder}`,
        `cp ${spooled} ${target}`,
        `chmod ${isExecutable ? 755 : 644} ${target}`,
        `rm ${spooled}`,
      );
    }
    // In memory already, unlike the programs of the same names.
    return moves.map((command) => `busybox ${command}`);
  };
  const told = new Map<number, WindowSize>();
  /** The commands that give every window its size, where it has another one. */
  const sizing = (): string[] => {
    const changed = [...sizes].filter(([window, size]) => told.get(window) !== size);
    for (const [window, size] of changed) told.set(window, size);
    return changed.map(
      // A learner may have taken its device away.
      ([window, { columns, rows }]) =>
        `{ busybox stty -F /dev/ttyS${window} columns ${columns} rows ${rows} || :; }`,
    );
  };
  const begin = async () => {
    // Each question takes its time: all in one.
    const commands = [`busybox date -s @${Math.round(Date.now() / 1000)} > /dev/null`, ...sizing()];
    if (state === null) commands.push(...(await spool(files)));
    if (state === null && setup.trim() !== "")
      commands.push(`nice -n 20 bash -c ${quoted(setup)} > /run/lento/setup.log 2>&1`);
    await must(commands.join(" && "));
  };
  // At a new size a shell draws its line again, over what was printed meanwhile.
  let sized: Promise<unknown> = Promise.resolve();
  let isSizing = false;
  const input = async (window: number, text: string) => {
    if (isSizing) await sized;
    emulator.serial_send_bytes(window, new TextEncoder().encode(text));
  };

  await begin();
  // Where it goes on, the page shows what stood there.
  if (state === null)
    for (let window = 0; window < LINUX_WINDOWS; window += 1) void input(window, DRAW_AGAIN);
  return {
    input: (window, text) => void input(window, text),
    resize() {
      const commands = sizing();
      if (commands.length === 0) return;
      const asked = agent.ask(commands.join("; ")).catch(() => {});
      const set = Promise.race([asked, wait(SIZING_MS)]).finally(() => {
        if (sized === set) isSizing = false;
      });
      [sized, isSizing] = [set, true];
    },
    ask: agent.ask,
    async readFile(path) {
      const spooled = `${SPOOL}/${newId()}`;
      const { exitCode } = await agent.ask(`cp ${quoted(path)} ${spooled} && sync`);
      if (exitCode !== 0) return null;
      const bytes = await emulator.read_file(spooled);
      await must(`rm ${spooled}`);
      return new Uint8Array(bytes);
    },
    async writeFiles(written) {
      await must((await spool(written)).join(" && "));
    },
    async save() {
      await emulator.stop();
      try {
        return await gzip(packState(await emulator.save_state(), image));
      } finally {
        await emulator.run();
      }
    },
  };
}

/** Bytes come one by one; they are told together. */
function relayOutput(emulator: WithBus, tell: (message: FromLinux) => void) {
  let seen = "";
  const relay = (window: number) => {
    let bytes: number[] = [];
    const flush = () => {
      const output = Uint8Array.from(bytes);
      bytes = [];
      if (window === 0) seen = `${seen}${new TextDecoder().decode(output)}`.slice(-10_000);
      tell({ type: "output", window, bytes: output });
      if (seen.includes(PANIC)) tell({ type: "ended", reason: PANICKED });
    };
    return (byte: number) => {
      if (bytes.length === 0) setTimeout(flush, OUTPUT_PAUSE_MS);
      bytes.push(byte);
    };
  };
  emulator.add_listener("serial0-output-byte", relay(0));
  emulator.add_listener("serial1-output-byte", relay(1));
  emulator.add_listener("serial2-output-byte", relay(2));
  // The processor waits for what cannot come; its last words are still on their way.
  const end = () => setTimeout(() => tell({ type: "ended", reason: SWITCHED_OFF }), 2 * OUTPUT_PAUSE_MS);
  emulator.bus.register("cpu-event-halt", end, emulator);
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** v86's `bus` is how one writes to its virtio console and hears of its processor; its types leave it out. */
type WithBus = V86 &
  AgentConsole & {
    readonly bus: { readonly register: (event: string, listener: () => void, self: object) => void };
  };
const hasBus = (emulator: V86): emulator is WithBus => "bus" in emulator;
