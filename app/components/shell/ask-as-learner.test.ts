import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod/mini";

const asked: string[] = [];
let isOffline = false;

beforeEach(() => {
  vi.resetModules();
  isOffline = false;
  asked.length = 0;
  vi.stubGlobal("fetch", (address: string) => {
    asked.push(address);
    if (isOffline) return Promise.reject(new TypeError("Failed to fetch"));
    return Promise.resolve(
      address === "/api/learner" ? new Response(null, { status: 204 }) : Response.json(7),
    );
  });
});
afterEach(() => vi.unstubAllGlobals());

const ask = async (address: string) => {
  const { askAsLearner } = await import("./ask-as-learner");
  return askAsLearner(address, z.number());
};

test("of two first requests at once neither goes out before the browser is known", async () => {
  const answers = await Promise.all([ask("/api/one"), ask("/api/two")]);
  expect(asked).toEqual(["/api/learner", "/api/one", "/api/two"]);
  expect(answers).toEqual([
    { outcome: "answered", value: 7 },
    { outcome: "answered", value: 7 },
  ]);
});

test("without a connection the request says so, and the next one introduces the browser again", async () => {
  isOffline = true;
  expect(await ask("/api/one")).toEqual({ outcome: "offline" });
  isOffline = false;
  await ask("/api/one");
  expect(asked).toEqual(["/api/learner", "/api/one", "/api/learner", "/api/one"]);
});
