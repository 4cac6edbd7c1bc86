import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Profile } from "@/lib/run/profile";
import { layOutFlames } from "./flame-layout";
import { searchFlames } from "./flame-search";
import { profileForTests, SEARCHING } from "./profile-for-tests";

const ALL = { zoom: null, narrowest: 0 };
const nodeOf = (label: string, depth: number) =>
  layOutFlames(SEARCHING, ALL).find((flame) => flame.label === label && flame.depth === depth)?.node ?? null;

const drawn = (view: Parameters<typeof layOutFlames>[1]) =>
  layOutFlames(SEARCHING, view).map(
    ({ label, depth, from, to }) => `${depth} ${label} ${Math.round(from * 100)}–${Math.round(to * 100)}`,
  );

test("callees lie under their caller, the longest first, as wide as their time", () => {
  expect(drawn(ALL).toSorted()).toEqual([
    "0 <module> 0–100",
    "1 search 0–60",
    "1 sort 60–95",
    "2 <built-in len> 70–75",
    "2 key 33–45",
    "2 key 60–70",
    "2 search 0–33",
    "3 <built-in len> 0–8",
  ]);
});

test("zoomed on a frame, it fills the width and its callers stand above it", () => {
  expect(drawn({ zoom: nodeOf("sort", 1), narrowest: 0 })).toEqual([
    "0 <module> 0–100",
    "1 sort 0–100",
    "2 key 0–29",
    "2 <built-in len> 29–43",
  ]);
  const flames = layOutFlames(SEARCHING, { zoom: nodeOf("sort", 1), narrowest: 0 });
  expect(flames.filter(({ isAboveZoom }) => isAboveZoom).map(({ label }) => label)).toEqual(["<module>"]);
});

test("frames too narrow to see are left out", () => {
  expect(drawn({ zoom: null, narrowest: 0.09 }).filter((frame) => frame.includes("len"))).toEqual([]);
});

test("a search marks names and tells their share, nested ones once", () => {
  const flames = layOutFlames(SEARCHING, ALL);
  const search = searchFlames(flames, "SEARCH");
  expect(search.nodes.size).toBe(2);
  expect(search.share).toBeCloseTo(0.6, 9);
  expect(searchFlames(flames, "key").share).toBeCloseTo(0.22, 9);
  expect(searchFlames(flames, "nowhere")).toEqual({ nodes: new Set(), share: 0 });
  expect(searchFlames(flames, " ")).toEqual({ nodes: new Set(), share: 0 });
});

test("frames above the zoom are marked, but take no share of what is on view", () => {
  const flames = layOutFlames(SEARCHING, { zoom: nodeOf("sort", 1), narrowest: 0 });
  const { nodes, share } = searchFlames(flames, "module");
  expect({ marked: nodes.size, share }).toEqual({ marked: 1, share: 0 });
});

test("a profile that took no time has nothing to draw", () => {
  expect(layOutFlames(profileForTests([["main", 1, 0]]), ALL)).toEqual([]);
});

/** Trees of any shape: each node's caller is one before it, or nothing. */
const anyTree = fc
  .array(fc.record({ parent: fc.nat(), ownMs: fc.integer({ min: 0, max: 100 }) }), {
    minLength: 1,
    maxLength: 60,
  })
  .map((drawn) => {
    const nodes = drawn.map(({ parent, ownMs }, index) => ({
      function: parent % 3,
      parent: parent % (index + 1) === index ? null : parent % (index + 1),
      calls: 1,
      ownMs,
    }));
    const functions = ["a", "b", "c"].map((name) => ({ name, file: null, line: null }));
    const profile = {
      mode: "deterministic",
      wallMs: 1,
      samples: 0,
      functions,
      nodes,
      lines: [],
      isCut: false,
    };
    return Profile.parse(profile);
  });

test("in any tree every frame that took time is drawn, within its caller and beside its siblings", () => {
  fc.assert(
    fc.property(anyTree, (profile) => {
      const flames = layOutFlames(profile, ALL);
      const byNode = new Map(flames.map((flame) => [flame.node, flame]));
      const drawnMs = flames.reduce((sum, { ownMs }) => sum + ownMs, 0);
      expect(drawnMs).toBe(profile.nodes.reduce((sum, { ownMs }) => sum + ownMs, 0));
      for (const { node, depth, from, to } of flames) {
        const parent = profile.nodes[node]?.parent ?? null;
        const caller = parent === null ? { depth: -1, from: 0, to: 1 } : byNode.get(parent);
        expect(caller?.depth).toBe(depth - 1);
        expect(from).toBeGreaterThanOrEqual((caller?.from ?? 1) - 1e-9);
        expect(to).toBeLessThanOrEqual((caller?.to ?? 0) + 1e-9);
        const overlapping = flames.filter(
          (other) =>
            other.depth === depth && other.node !== node && other.from < to - 1e-9 && from < other.to - 1e-9,
        );
        expect(overlapping).toEqual([]);
      }
    }),
  );
});

test("a profile of 20,000 frames, one under the other, is laid out whole", () => {
  const nodes = Array.from({ length: 20_000 }, (_, index) => ({
    function: 0,
    parent: index === 0 ? null : index - 1,
    calls: 1,
    ownMs: 1,
  }));
  const flames = layOutFlames({ ...profileForTests([["down", 1, 1]]), nodes }, ALL);
  expect(flames).toHaveLength(20_000);
  expect(searchFlames(flames, "down").share).toBeCloseTo(1, 9);
});
