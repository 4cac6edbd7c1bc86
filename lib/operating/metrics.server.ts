import "server-only";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import { verifierLoad } from "@/lib/verify/verify-program.server";

/** From a graded submit on a quiet machine to a program that computes for as long as it may. */
const DURATION_BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

declare global {
  // Next bundles its parts apart from one another: kept here, they share one.
  var lentoMetrics: ReturnType<typeof newMetrics> | undefined;
}

/** What this process counts and measures of itself, for Prometheus. */
export const metrics = () => (globalThis.lentoMetrics ??= newMetrics());

function newMetrics() {
  const registry = new Registry();
  const registers = [registry];
  // The event loop's lag among them.
  collectDefaultMetrics({ register: registry });
  watchVerifier(registry);
  return {
    registry,
    attempts: new Counter({
      name: "lento_attempts_total",
      help: 'Quiz attempts by what became of them; "same" is one that was sent again.',
      labelNames: ["result"] as const,
      registers,
    }),
    submissions: new Counter({
      name: "lento_submissions_total",
      help: 'Exercise submissions by what became of them; "same" is one that was sent again.',
      labelNames: ["result"] as const,
      registers,
    }),
    storageTroubles: new Counter({
      name: "lento_storage_troubles_total",
      help: "Requests that were asked to come back because the database could not be used.",
      registers,
    }),
    rateLimited: new Counter({
      name: "lento_rate_limited_total",
      help: "Requests that were asked to come back because too many came, by whose limit it was.",
      labelNames: ["limit"] as const,
      registers,
    }),
    requestSeconds: new Histogram({
      name: "lento_request_duration_seconds",
      help: "How long requests to /api took.",
      labelNames: ["method", "route", "status"] as const,
      buckets: DURATION_BUCKETS_SECONDS,
      registers,
    }),
  };
}

/** Read when they are asked for: the verifier counts for itself. */
function watchVerifier(registry: Registry) {
  const help = {
    running: "Programs that the verifier runs now.",
    waiting: "Programs that wait for the verifier now.",
    killed: "Programs that the verifier ended because their time was up, since the start.",
    turned_away: "Submissions that were asked to come back because too many waited, since the start.",
  } as const;
  for (const name of ["running", "waiting", "killed", "turned_away"] as const) {
    const gauge: Gauge = new Gauge({
      name: `lento_verifier_${name}`,
      help: help[name],
      registers: [],
      collect: () => gauge.set(verifierLoad()[name]),
    });
    registry.registerMetric(gauge);
  }
}
