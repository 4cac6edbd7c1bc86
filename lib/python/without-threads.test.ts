import { expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { executeIn } from "./run-for-tests";

test("where there can be no threads, a pool starts no worker that nobody could speak to", async () => {
  const told: string[] = [];
  const booted = await bootInNode({ canSuspend: false, told: ({ type }) => told.push(type) });
  const { end, stdout } = await executeIn(
    booted,
    `
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
def executor():
    with ProcessPoolExecutor(2) as executor: executor.submit(abs, -1)
for start in (lambda: multiprocessing.Pool(2), executor):
    try:
        start()
    except RuntimeError as error:
        print(error)
print(multiprocessing.active_children())`,
  );
  expect(end).toEqual({ outcome: "finished" });
  expect(stdout).toMatch(/^(can't start new thread: this browser cannot suspend [^]*\n){2}\[\]\n$/);
  expect(told).not.toContain("spawn");
});
