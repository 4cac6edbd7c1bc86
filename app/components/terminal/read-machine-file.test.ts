import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import type { LinuxMachine } from "@/lib/machine/linux-machine";
import { readMachineFile, textToEdit } from "./read-machine-file";

const files = new Map([
  ["/root/notes.txt", new TextEncoder().encode("grüße\n")],
  ["/bin/sh", new TextEncoder().encode("#!\n")],
]);
/** A machine with these files; what it is asked, the shell of this computer answers. */
const machine: LinuxMachine = {
  write() {},
  resize() {},
  ask: async (command) => ({
    exitCode: 0,
    output: execFileSync("sh", ["-c", command], { encoding: "utf8" }),
  }),
  readFile: async (path) => files.get(path) ?? null,
  writeFile: async () => {},
  save: async () => new ArrayBuffer(0),
  close() {},
};
const read = (path: string) => readMachineFile(machine, path);

test("a file is read, and whether it can be run", async () => {
  expect(await read("/root/notes.txt")).toMatchObject({ outcome: "read", isExecutable: false });
  expect(await read("/bin/sh")).toMatchObject({ outcome: "read", isExecutable: true });
});

test("what is not there, a folder and a device are told with what to do", async () => {
  expect(await read("/root/nodes.txt")).toEqual({
    outcome: "refused",
    reason: "There is no file /root/nodes.txt in the machine. Look with: ls /root",
  });
  expect(await read("/usr")).toEqual({
    outcome: "refused",
    reason: "/usr is a folder. Name a file in it.",
  });
  expect(await read("/dev/zero")).toEqual({
    outcome: "refused",
    reason: "/dev/zero is a device or a pipe, and no file. Name another one.",
  });
});

test("text is edited; what is none, or too long, can be downloaded", () => {
  const path = "/root/file";
  expect(textToEdit({ path, bytes: new TextEncoder().encode("grüße\n") })).toEqual({
    outcome: "text",
    text: "grüße\n",
  });
  expect(textToEdit({ path, bytes: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0]) })).toEqual({
    outcome: "refused",
    reason: "/root/file is no text. Download gives it to you.",
  });
  expect(textToEdit({ path, bytes: new Uint8Array(1_200_000).fill(0x61) })).toEqual({
    outcome: "refused",
    reason: "/root/file has 1.2 MB: too much to edit here. Download gives it to you.",
  });
});
