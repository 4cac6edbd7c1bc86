import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { SimulatorAttributes } from "@/lib/course/simulator-attributes";
import { judgeAim } from "@/lib/simulate/aim";
import { type Dials, type Service, settingsAt, SLIDER_NAMES } from "@/lib/simulate/dials";
import { openWatchedRun } from "@/lib/simulate/watched-run";
import { partsOf } from "./scenario-parts";

/** Every `<Simulator … />` of the course. */
const scenarios = readdirSync("content", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("lesson.mdx"))
  .flatMap((name) => [...readFileSync(`content/${name}`, "utf8").matchAll(/<Simulator ([^>]*)\/>/g)])
  .map(([, attributes = ""]) =>
    SimulatorAttributes.parse(
      Object.fromEntries(
        [...attributes.matchAll(/(\w+)=(?:"([^"]*)"|\{([^}]*)\})/g)].map(([, name, text, value]) => [
          name,
          text ?? JSON.parse(value ?? "null"),
        ]),
      ),
    ),
  );
const withAim = scenarios.flatMap(({ aimP95Ms, ...scenario }) =>
  aimP95Ms === undefined ? [] : [{ ...scenario, aimP95Ms }],
);

test("the course has three services to be mended, and two to be looked at", () => {
  expect(withAim).toHaveLength(3);
  expect(scenarios).toHaveLength(5);
});

function ranToItsEnd(service: Service, dials: Dials) {
  const run = openWatchedRun(settingsAt(service, dials));
  let soFar = run.advance();
  while (!soFar.isDone) soFar = run.advance();
  return soFar;
}

test.each<[string, Partial<Dials>, number]>([
  ["one-server", { arrivalsPerSecond: 14 }, 47_054],
  ["one-server", { arrivalsPerSecond: 14, serverSpeed: 1.25 }, 1_296],
  ["four-tills", {}, 359],
  ["four-tills", { balancing: "fewest requests" }, 421],
  ["four-tills", { balancing: "at random" }, 1_041],
])("%s, with %j, has the p95 that its lesson tells", (id, moved, p95Ms) => {
  const scenario = scenarios.find((each) => each.id === id);
  const { service, start } = partsOf(SimulatorAttributes.parse(scenario));
  expect(ranToItsEnd(service, { ...start, ...moved }).total?.latency?.p95Ms).toBeCloseTo(p95Ms, -1);
});

describe.each(withAim)("$title", (scenario) => {
  const { service, start, ends } = partsOf(scenario);
  const outcome = (dials: Dials) =>
    judgeAim({ aimP95Ms: scenario.aimP95Ms, run: ranToItsEnd(service, dials), start, dials })?.outcome;

  test("misses its aim as it stands", () => {
    expect(outcome(start)).toBe("missed");
  });

  test("one slider alone meets it, and no other does, however far it is moved", () => {
    const met = SLIDER_NAMES.filter((name) => {
      const end = ends[name];
      return end !== undefined && outcome({ ...start, [name]: end }) === "met";
    });
    expect(met).toHaveLength(1);
  });
});
