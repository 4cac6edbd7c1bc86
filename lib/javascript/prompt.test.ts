import { expect, test } from "vitest";
import { newKernelMemory } from "@/lib/machine/kernel-memory";
import { openKeyboard } from "@/lib/machine/keyboard";
import { openMachineKernel } from "@/lib/machine/machine-kernel";
import { KEYBOARD_PIPE, WRITING } from "@/lib/machine/pipes";
import { openMachineDoor } from "./machine-door";
import { openProcess } from "./process-for-tests";
import { runProgram } from "./run-program";

async function run(code: string, typed: string, { isAlone = false } = {}) {
  const { process, printed } = await openProcess();
  const { kernel, machine } = process;
  kernel.pipes.write(KEYBOARD_PIPE, new TextEncoder().encode(typed));
  kernel.objects.release(KEYBOARD_PIPE, WRITING, kernel.slot);
  if (isAlone) {
    const alone = openMachineKernel(newKernelMemory(), 0);
    openKeyboard(alone);
    machine.enter(
      openMachineDoor({
        kernel: alone,
        disk: { latencyMs: 0, bytesPerSecond: 1 },
        wantInput: () => {},
        isInterrupted: () => false,
      }),
    );
  }
  await runProgram(process, { path: "main.js", code });
  process.machine.dispose();
  return printed;
}

test("prompt shows its question and gives the lines that are typed, then null", async () => {
  const { stdout, stderr } = await run(
    `console.log([prompt("Name?"), prompt(), prompt("more? "), prompt("last?"), prompt("gone?")]);`,
    "Ada\r\n\nä€😀\nunfinished",
  );
  expect(stderr).toBe("");
  expect(stdout).toBe("Name? more? last? gone? [ 'Ada', '', 'ä€😀', 'unfinished', null ]\n");
});

test("who has to wait for a line tells the frame, once for each", async () => {
  const { process, printed } = await openProcess();
  const { kernel, machine } = process;
  const lines = ["first\n", "second\n"];
  const wantInput = () => void kernel.pipes.write(KEYBOARD_PIPE, new TextEncoder().encode(lines.shift()));
  const disk = { latencyMs: 0, bytesPerSecond: 1 };
  machine.enter(openMachineDoor({ kernel, disk, wantInput, isInterrupted: () => false }));
  await runProgram(process, { path: "main.js", code: "console.log(prompt(), prompt());" });
  process.machine.dispose();
  expect(printed.stdout).toBe("first second\n");
  expect(lines).toEqual([]);
});

test("a program that waits for a line can be stopped", async () => {
  let isInterrupted = false;
  const { process } = await openProcess({ isInterrupted: () => isInterrupted });
  const { kernel, machine } = process;
  const disk = { latencyMs: 0, bytesPerSecond: 1 };
  const wantInput = () => {
    isInterrupted = true;
    kernel.signal.raise();
  };
  machine.enter(openMachineDoor({ kernel, disk, wantInput, isInterrupted: () => isInterrupted }));
  const end = await runProgram(process, { path: "main.js", code: "try { prompt(); } catch { for (;;); }" });
  process.machine.dispose();
  expect(end).toEqual({ outcome: "interrupted" });
});

test("a program that cannot wait is told why", async () => {
  const { stderr } = await run(`prompt("Name?");`, "", { isAlone: true });
  expect(stderr).toContain("Error: prompt() asks for input, but this page is not cross-origin isolated");
  expect(stderr).toContain("main.js:1:7");
});
