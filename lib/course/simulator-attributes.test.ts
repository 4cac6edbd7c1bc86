import { expect, test } from "vitest";
import { SimulatorAttributes } from "./simulator-attributes";

const desk = { id: "desk", title: "The desk", arrivalsPerSecond: 8, arrivalsPerSecondUpTo: 14, serverMs: 80 };

const problemsOf = (changes: object) =>
  (SimulatorAttributes.safeParse({ ...desk, ...changes }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

test("what an author leaves out is one server, no cache and no database", () => {
  expect(SimulatorAttributes.parse(desk)).toEqual({
    ...desk,
    servers: 1,
    balancing: "one queue",
    serverSpeed: 1,
    hitPercent: 0,
    databaseSpeed: 1,
  });
});

test("a choice of balancers has what it begins with, and one alone can be all there is to change", () => {
  const choice = { arrivalsPerSecondUpTo: undefined, balancingAmong: ["by turns", "at random"] };
  expect(problemsOf(choice)).toEqual([
    "balancingAmong: The choice has to have what it begins with, one queue",
  ]);
  expect(problemsOf({ ...choice, balancing: "at random" })).toEqual([]);
});

test("a slider that cannot move is a mistake, named by its attribute", () => {
  expect(problemsOf({ servers: 3, serversUpTo: 3 })).toEqual([
    "serversUpTo: A slider has to go further than its start, 3",
  ]);
});

test("a simulator in which nothing can be moved is a mistake", () => {
  expect(problemsOf({ arrivalsPerSecondUpTo: undefined })).toEqual([
    "arrivalsPerSecondUpTo: Nothing can be moved: give balancingAmong, or an attribute that ends with UpTo",
  ]);
});

test("a faster database needs a database", () => {
  expect(problemsOf({ databaseSpeedUpTo: 4 })).toEqual([
    "databaseSpeedUpTo: There is no database to be made faster: give databaseMs",
  ]);
  expect(problemsOf({ databaseSpeedUpTo: 4, databaseMs: 20 })).toEqual([]);
});

test.each([{ hitPercent: 0.6 }, { arrivalsPerSecond: 500 }, { serversUpTo: 1_000 }, { colour: "red" }])(
  "%o is refused",
  (changes) => {
    expect(problemsOf(changes)).not.toEqual([]);
  },
);
