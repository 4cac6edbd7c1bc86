import { expect, test } from "vitest";
import { KEYBOARD_PIPE, WRITING } from "@/lib/machine/pipes";
import type { FromProcess } from "@/lib/machine/process-message";
import { bootInNode } from "./boot-in-node";
import { stopAfter } from "./frame-for-tests";
import { runIn } from "./run-for-tests";

/** A process whose learner types these lines, each when such a message comes; then the input ends. */
async function bootWithLearner(lines: readonly string[], typesAt: FromProcess["type"] = "input-wanted") {
  const left = [...lines];
  const told: string[] = [];
  const booted = await bootInNode({
    told: ({ type }) => {
      told.push(type);
      if (type !== typesAt) return;
      const line = left.shift();
      const { pipes, objects, slot } = booted.kernel;
      if (line !== undefined) pipes.write(KEYBOARD_PIPE, new TextEncoder().encode(line));
      else objects.release(KEYBOARD_PIPE, WRITING, slot);
    },
  });
  return {
    kernel: booted.kernel,
    run: (code: string) => runIn(booted, code),
    asked: () => told.filter((type) => type === "input-wanted").length,
  };
}

test("a program that asks for input shows its question and gets what the learner typed", async () => {
  const { run, asked } = await bootWithLearner(["Ada Löwe\n"]);
  expect(await run(`name = input("Name? ")\nprint(f"Hello {name}!")`)).toMatchObject({
    end: { outcome: "finished" },
    stdout: "Name? Hello Ada Löwe!\n",
  });
  expect(asked()).toBe(1);
});

test("what was typed ahead is read without asking, and the end of the input ends reading", async () => {
  const { run, kernel, asked } = await bootWithLearner([]);
  kernel.pipes.write(KEYBOARD_PIPE, new TextEncoder().encode("one\ntwo\nthr"));
  const { stdout } = await run(`
import sys
print(input(), input())
print(sys.stdin.readlines(), repr(sys.stdin.read()))`);
  expect(stdout).toBe("one two\n['thr'] ''\n");
  expect(asked()).toBeGreaterThan(0);
  const { end } = await run("input()");
  expect(end).toEqual({ outcome: "raised", message: "EOFError: EOF when reading a line" });
});

test("other threads go on while one waits for the learner, who is asked once", async () => {
  // Here the learner types when the program starts a process, long after it has asked.
  const { run, asked } = await bootWithLearner(["late\n"], "spawn");
  const { stdout } = await run(`
import subprocess, threading, time
def tick():
    for _ in range(3):
        time.sleep(0.01)
        print("tick")
    subprocess.Popen(["python3", "-c", ""])
threading.Thread(target=tick).start()
print(input())`);
  expect(stdout).toBe("tick\ntick\ntick\nlate\n");
  expect(asked()).toBe(1);
});

test("Stop ends a program that waits for the learner", async () => {
  const booted = await bootInNode({
    told: ({ type }) => {
      if (type === "input-wanted") stopAfter(booted, 50);
    },
  });
  const { end } = await runIn(booted, "input()");
  expect(end).toEqual({ outcome: "interrupted" });
});
