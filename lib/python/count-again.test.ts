import { expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";

// What comes first out of a set, and what is drawn, decides how long the program goes on.
const code = `
import random, threading
words = {f"word {n}" for n in range(200)}
seen = []
for word in words:
    if word.endswith("7") and random.random() < 0.1: break
    seen.append(word)
    sorted(seen)
order = []
def work(name):
    for n in range(3_000): order.append(name)
pair = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for each in pair: each.start()
for each in pair: each.join()
turns = [n for n, (one, other) in enumerate(zip(order, order[1:])) if one != other]
print(len(seen), seen[-1], turns)
`;

async function counted(from: "snapshot" | "sources") {
  const { runtime, heard, broken } = await bootInNode({ from });
  await runtime.replay([]);
  heard();
  const report = await Promise.race([runtime.runCounted({ path: "main.py", code }), broken]);
  return { work: report.work, printed: heard().map(({ text }) => text) };
}

test("the count is the same in every process, threads and all", async () => {
  const first = await counted("snapshot");
  expect(first.work).toMatchObject({ unit: "steps", varies: false });
  expect(first.work.count).toBeGreaterThan(10_000);
  // The threads have taken turns.
  expect(first.printed.join("")).toMatch(/^\d+ word \d+ \[\d+, \d+/);
  expect(await counted("snapshot")).toEqual(first);
  expect(await counted("sources")).toEqual(first);
});
