import * as z from "zod/mini";

const SERVERS_LIMIT = 100;
const RATE_LIMIT_PER_SECOND = 10_000;
const TIME_LIMIT_MS = 60_000;
const QUEUE_LIMIT = 100_000;

const servers = z.int().check(z.gte(1), z.lte(SERVERS_LIMIT));

/** How long a request is worked on: each as long, or exponentially distributed, most short and a few very long. */
const Service = z.strictObject({
  kind: z.enum(["exponential", "fixed"]),
  meanMs: z.number().check(z.positive(), z.lte(TIME_LIMIT_MS)),
});

/**
 * To whom the balancer gives a request: all servers take from one queue, or each has its own and is given requests by
 * turns, at random, or when it has the fewest.
 */
export const Balancing = z.enum(["one queue", "by turns", "at random", "fewest requests"]);
export type Balancing = z.infer<typeof Balancing>;

/** A simulated service: requests arrive, a cache answers some, servers work on the others, then a database does. */
export const SimulationSettings = z.strictObject({
  /** The same seed gives the same requests, whatever else is set. */
  seed: z.string().check(z.maxLength(100)),
  /** On average; they arrive independently of each other (Poisson). */
  arrivalsPerSecond: z.number().check(z.positive(), z.lte(RATE_LIMIT_PER_SECOND)),
  /** Answers this share of the requests, each in `ms`, before any server hears of them. */
  cache: z.nullable(
    z.strictObject({
      hitRate: z.number().check(z.gte(0), z.lte(1)),
      ms: z.number().check(z.gte(0), z.lte(TIME_LIMIT_MS)),
    }),
  ),
  servers,
  balancing: Balancing,
  service: Service,
  /** Works on each request after a server, which is free again meanwhile; one queue for all connections. */
  database: z.nullable(z.strictObject({ connections: servers, service: Service })),
  /** A request that finds as many waiting in its queue is dropped. */
  queueLimit: z.int().check(z.gte(0), z.lte(QUEUE_LIMIT)),
});
export type SimulationSettings = z.infer<typeof SimulationSettings>;
export type Service = z.infer<typeof Service>;
