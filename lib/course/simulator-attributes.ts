import * as z from "zod";

const RATE_LIMIT_PER_SECOND = 100;
const SERVERS_LIMIT = 20;
const SPEED_LIMIT = 10;
const WORK_LIMIT_MS = 10_000;

const rate = z.int().min(1).max(RATE_LIMIT_PER_SECOND);
const workMs = z.number().positive().max(WORK_LIMIT_MS);
const servers = z.int().min(1).max(SERVERS_LIMIT);
const balancing = z.enum(["one queue", "by turns", "at random", "fewest requests"]);
const percent = z.int().min(0).max(100);
const speed = z.number().min(1).max(SPEED_LIMIT).multipleOf(0.25);

/** Each quantity that a learner may move, by the attribute that says how far. */
const MOVABLE = [
  ["arrivalsPerSecond", "arrivalsPerSecondUpTo"],
  ["hitPercent", "hitPercentUpTo"],
  ["servers", "serversUpTo"],
  ["serverSpeed", "serverSpeedUpTo"],
  ["databaseSpeed", "databaseSpeedUpTo"],
] as const;

/** `<Simulator …>`: a service as a lesson sets it up. A quantity has a slider where its `…UpTo` is given, the balancer a choice where `balancingAmong` is. */
export const SimulatorAttributes = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "An id is lower case, with hyphens"),
    title: z.string().min(1),
    seed: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe("The same seed gives the same requests; the id where absent"),
    arrivalsPerSecond: rate.describe("On average; they come independently of each other"),
    arrivalsPerSecondUpTo: rate.optional(),
    serverMs: workMs.describe("What a server works on a request, on average"),
    serverSpeed: z.literal(1).default(1),
    serverSpeedUpTo: speed.optional(),
    servers: servers.default(1),
    serversUpTo: servers.optional(),
    balancing: balancing.default("one queue").describe("Which server is given a request"),
    balancingAmong: z.array(balancing).min(2).optional(),
    hitPercent: percent.default(0).describe("The share of the requests that the cache answers"),
    hitPercentUpTo: percent.optional(),
    databaseMs: workMs
      .optional()
      .describe("What the database works on a request, on average; absent: no database"),
    databaseSpeed: z.literal(1).default(1),
    databaseSpeedUpTo: speed.optional(),
    aimP95Ms: workMs.optional().describe("95 % of the requests of a run are to be answered in this time"),
  })
  .superRefine((attributes, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    for (const [start, upTo] of MOVABLE) {
      const [from, to] = [attributes[start], attributes[upTo]];
      if (to !== undefined && to <= from) report(upTo, `A slider has to go further than its start, ${from}`);
    }
    const { balancing, balancingAmong } = attributes;
    if (balancingAmong?.includes(balancing) === false)
      report("balancingAmong", `The choice has to have what it begins with, ${balancing}`);
    if (balancingAmong === undefined && MOVABLE.every(([, upTo]) => attributes[upTo] === undefined))
      report(
        "arrivalsPerSecondUpTo",
        "Nothing can be moved: give balancingAmong, or an attribute that ends with UpTo",
      );
    if (attributes.databaseSpeedUpTo !== undefined && attributes.databaseMs === undefined)
      report("databaseSpeedUpTo", "There is no database to be made faster: give databaseMs");
  });
export type SimulatorAttributes = z.output<typeof SimulatorAttributes>;
