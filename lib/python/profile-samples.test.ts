import { once } from "node:events";
import { expect, test } from "vitest";
import type { Profile } from "@/lib/run/profile";
import { bootInNode } from "./boot-in-node";
import { endingTurns } from "./frame-for-tests";
import { nodeAt, ownMsOf, profileIn } from "./profile-for-tests";

/** Looks are taken on ticks, which come from another thread. */
async function sampled(code: string) {
  const booted = await bootInNode();
  return endingTurns(booted, async (ticking) => {
    await once(ticking, "online");
    return profileIn(booted, code, { mode: "sampling" });
  });
}

const shareOf = (profile: Profile, name: string) =>
  ownMsOf(profile, name) / profile.nodes.reduce((sum, { ownMs }) => sum + ownMs, 0);

test("the function that computes is seen, below its callers and without calls", async () => {
  const { profile, stdout } = await sampled(`
def outer(n): return inner(n)
def inner(n):
    total = 0
    for i in range(n):
        total += i * i
    return total
print(outer(3_000_000) > 0)`);
  expect(stdout).toBe("True\n");
  expect(profile.mode).toBe("sampling");
  expect(profile.samples).toBeGreaterThan(0);
  expect(nodeAt(profile, "<module>/outer/inner").calls).toBe(0);
  expect(shareOf(profile, "inner")).toBeGreaterThan(0.8);
  expect(profile.lines.every(({ hits }) => hits === 0)).toBe(true);
});

test("a built-in that lasts long is seen by its name", async () => {
  const { profile } = await sampled(`
numbers = list(range(200_000))
for _ in range(40): sum(numbers)`);
  expect(nodeAt(profile, "<module>/sum").calls).toBe(0);
  expect(shareOf(profile, "sum")).toBeGreaterThan(0.3);
});

test("who waits is seen, in every thread", async () => {
  const { profile } = await sampled(`
import threading, time
def wait(): time.sleep(0.3)
threads = [threading.Thread(target=wait, name=f"waiter {n}") for n in range(2)]
for t in threads: t.start()
for t in threads: t.join()`);
  for (const name of ["waiter 0", "waiter 1"])
    expect(nodeAt(profile, `${name}/wait/time.sleep`).ownMs).toBeGreaterThan(250);
  expect(nodeAt(profile, "<module>/threading.Thread.join").ownMs).toBeGreaterThan(250);
});

test("where nobody can look, calls are followed instead, and that is said", async () => {
  const { profile, stderr, stdout } = await profileIn(
    await bootInNode({ isAlone: true }),
    "def f(): return 1\nprint(f())",
    { mode: "sampling" },
  );
  expect(stdout).toBe("1\n");
  expect(stderr).toBe(
    "This page is not cross-origin isolated, so nobody can look into a running program: " +
      "all its calls and lines were followed instead.\n",
  );
  expect(profile.mode).toBe("deterministic");
  expect(nodeAt(profile, "<module>/f").calls).toBe(1);
});
