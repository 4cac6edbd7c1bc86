import { expect, test } from "vitest";
import { newKernelMemory, PIPE_BYTES } from "@/lib/machine/kernel-memory";
import { openMachineKernel } from "@/lib/machine/machine-kernel";
import { openMessageReader, openMessageWriter } from "./pipe-messages";

function openPipe() {
  const { pipes } = openMachineKernel(newKernelMemory(), 0);
  const pipe = pipes.create(0);
  return { writer: openMessageWriter(pipes, pipe), reader: openMessageReader(pipes, pipe) };
}

test("messages come in the order they were written, with their bytes", () => {
  const { writer, reader } = openPipe();
  writer.post({ text: "first", buffers: [] });
  writer.post({ text: "", buffers: [new Uint8Array([1, 2]), new Uint8Array()] });
  writer.flush();
  expect(reader.take()).toEqual({ text: "first", buffers: [] });
  expect(reader.take()).toEqual({ text: "", buffers: [new Uint8Array([1, 2]), new Uint8Array()] });
  expect(reader.take()).toBeNull();
});

test("a message larger than the pipe goes through piece by piece", () => {
  const { writer, reader } = openPipe();
  const bytes = new Uint8Array(3 * PIPE_BYTES + 5).map((_, index) => index % 251);
  writer.post({ text: "ä".repeat(PIPE_BYTES), buffers: [bytes] });
  let message = null;
  for (let rounds = 0; message === null && rounds < 20; rounds += 1) {
    writer.flush();
    message = reader.take();
  }
  expect(message?.text).toBe("ä".repeat(PIPE_BYTES));
  expect(message?.buffers[0]).toEqual(bytes);
  expect(writer.isDone()).toBe(true);
});
