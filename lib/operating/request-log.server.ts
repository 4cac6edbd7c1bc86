import "server-only";
import { randomUUID } from "node:crypto";
import { log } from "./log.server";
import { metrics } from "./metrics.server";
import { routeOf } from "./route-of";

/** What the log says of a request beside its address: ids, by which a learner's report is found again. */
type Ids = { readonly attemptId?: string; readonly submissionId?: string };

const idsOf = new WeakMap<Request, Ids & { readonly requestId: string }>();

/** The request's own id, made at the first call. */
export function requestIdOf(request: Request): string {
  const known = idsOf.get(request);
  if (known !== undefined) return known.requestId;
  const requestId = randomUUID();
  idsOf.set(request, { requestId });
  return requestId;
}

/** Has the log name these ids with the request. */
export function noteIds(request: Request, ids: Ids) {
  const requestId = requestIdOf(request);
  idsOf.set(request, { ...idsOf.get(request), ...ids, requestId });
}

/** Writes one line for an answered request, and counts it. The address goes without its query. */
export function logAnswer(request: Request, { status, durationMs }: { status: number; durationMs: number }) {
  const { method } = request;
  const path = new URL(request.url).pathname;
  log().info({ ...described(request, path), status, durationMs: Math.round(durationMs) }, "answered");
  metrics().requestSeconds.observe({ method, route: routeOf(path), status }, durationMs / 1_000);
}

/** Writes one line for operators: where it happened and the error's stack, nothing that a learner sent. */
export function logError(request: Request, error: unknown) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  log().error({ ...described(request, new URL(request.url).pathname), error: text }, "failed");
}

function described(request: Request, path: string) {
  const requestId = requestIdOf(request);
  return { ...idsOf.get(request), requestId, method: request.method, path };
}
