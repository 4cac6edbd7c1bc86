import { newId } from "@/lib/run/new-id";
import { fetchBytes } from "./fetch-kernel";
import type { ToFrame } from "./frame-message";
import { fetchLinux, type LinuxParts } from "./fetch-linux";
import type { LinuxEvent, LinuxMachine } from "./linux-machine";
import type { FromLinux, LinuxStart, ToLinux } from "./linux-message";
import type { LinuxFiles } from "./machine-files";

/** The way to the frame, which is opened by the first message, or ahead of it. */
type Frame = {
  readonly send: (message: ToFrame, transfer?: Transferable[]) => Promise<void>;
  readonly open: () => void;
};

/** Machines with Linux on them, each independent of the others. */
export type Linuxes = {
  /** Which build of Linux they have: a state that was left belongs to one. */
  readonly name: string;
  /** How much is fetched for the first prompt, nearly, in bytes. */
  readonly packedBytes: number;
  /** Where it is told what they are made of, and under which licences. */
  readonly licences: string;
  /** Fetches ahead what a machine starts with: the next one takes it as it comes. */
  readonly prepare: () => Promise<void>;
  readonly start: (start: LinuxStart, onEvent: (event: LinuxEvent) => void) => LinuxMachine;
  readonly hear: (linuxId: string, message: FromLinux) => void;
};

/** A question to a machine as its asker has it; what comes back has its id. */
type Question = ToLinux extends infer Message
  ? Message extends { id: number }
    ? Omit<Message, "id">
    : never
  : never;
type Reply = Extract<FromLinux, { id: number }>;

export function openLinuxes(files: LinuxFiles, { send, open: openFrame }: Frame): Linuxes {
  const listeners = new Map<string, (message: FromLinux) => void>();
  /** What was begun to be fetched before somebody started a machine. */
  let ahead: LinuxParts | null = null;

  const start = (begin: LinuxStart, onEvent: (event: LinuxEvent) => void): LinuxMachine => {
    const linuxId = newId();
    const asked = new Map<number, PromiseWithResolvers<Reply>>();
    let lastId = 0;
    let isOver = false;
    const tell = (message: ToLinux, transfer: Transferable[] = []) =>
      opened.then(() => send({ type: "linux", linuxId, message }, transfer));
    const end = (reason: string) => {
      if (isOver) return;
      isOver = true;
      listeners.delete(linuxId);
      for (const { reject } of asked.values()) reject(new Error(reason));
      void send({ type: "close-linux", linuxId }).catch(() => {});
      onEvent({ type: "ended", reason });
    };
    const bring = async (name: string) => {
      const bytes = await fetchBytes(`${files.files}/${name}`).catch(() => null);
      await tell({ type: "image-file", name, bytes }, bytes === null ? [] : [bytes]);
    };
    const hear = (message: FromLinux) => {
      switch (message.type) {
        case "started":
        case "output":
          return onEvent(message);
        case "image-file-wanted":
          return void bring(message.name);
        case "answered":
        case "file":
        case "saved":
        case "refused":
          asked.get(message.id)?.resolve(message);
          asked.delete(message.id);
          return;
        case "ended":
          return end(message.reason);
        default:
          return message satisfies never;
      }
    };
    listeners.set(linuxId, hear);
    const ask = async (question: Question): Promise<Reply> => {
      if (isOver) throw new Error("This computer is switched off.");
      lastId += 1;
      const coming = Promise.withResolvers<Reply>();
      asked.set(lastId, coming);
      await tell({ ...question, id: lastId });
      const reply = await coming.promise;
      if (reply.type === "refused") throw new Error(reply.reason);
      return reply;
    };
    const open = async () => {
      openFrame();
      const parts = ahead ?? fetchLinux(files);
      ahead = null;
      parts.follow((share) => onEvent({ type: "fetching", share }));
      const [worker, emulator] = await parts.code;
      if (isOver) return;
      await send({ type: "open-linux", linuxId, worker, emulator }, [worker, emulator]);
      const image = await parts.image;
      if (isOver) return;
      await send({ type: "linux-image", linuxId, image }, [image]);
      const message = { type: "start", ...begin } as const;
      await send({ type: "linux", linuxId, message }, begin.state === null ? [] : [begin.state]);
    };
    const opened = open();
    opened.catch((error: unknown) => end(error instanceof Error ? error.message : String(error)));
    const toss = (message: ToLinux) => void tell(message).catch(() => {});
    const unknown = (reply: Reply) => new Error(`The machine answered with "${reply.type}".`);
    return {
      write: (window, text) => toss({ type: "input", window, text }),
      resize: (window, size) => toss({ type: "resize", window, ...size }),
      async ask(command) {
        const reply = await ask({ type: "ask", command });
        if (reply.type !== "answered") throw unknown(reply);
        return reply.answer;
      },
      async readFile(path) {
        const reply = await ask({ type: "read-file", path });
        if (reply.type !== "file") throw unknown(reply);
        return reply.bytes;
      },
      async writeFile(file) {
        await ask({ type: "write-file", file });
      },
      async save() {
        const reply = await ask({ type: "save" });
        if (reply.type !== "saved") throw unknown(reply);
        return reply.state;
      },
      close() {
        if (isOver) return;
        isOver = true;
        listeners.delete(linuxId);
        for (const { reject } of asked.values()) reject(new Error("This computer is switched off."));
        void opened.then(() => send({ type: "close-linux", linuxId })).catch(() => {});
      },
    };
  };

  return {
    name: files.name,
    packedBytes: files.packedBytes,
    licences: files.licences,
    async prepare() {
      if (ahead !== null) return;
      openFrame();
      const parts = fetchLinux(files);
      ahead = parts;
      try {
        await Promise.all([parts.code, parts.image]);
      } finally {
        // Nobody took it: the browser's cache has it, and this page need not hold it.
        if (ahead === parts) ahead = null;
      }
    },
    start,
    hear: (linuxId, message) => listeners.get(linuxId)?.(message),
  };
}
