/**
 * The site without a network: pages that were visited, and the files they and the machine are made of. Never anything from
 * `/api`: no question, no verdict, nobody's work.
 */
import { offlinePage } from "./offline-page";

type WaitingEvent = { readonly waitUntil: (work: Promise<unknown>) => void };
type RequestEvent = WaitingEvent & {
  readonly request: Request;
  readonly respondWith: (response: Promise<Response>) => void;
};

// The globals of a service worker, which TypeScript's DOM library does not know.
declare const clients: { claim: () => Promise<void> };
declare function skipWaiting(): Promise<void>;
declare function addEventListener(
  type: "install" | "activate",
  listener: (event: WaitingEvent) => void,
): void;
declare function addEventListener(
  type: "message",
  listener: (event: WaitingEvent & { data: unknown }) => void,
): void;
declare function addEventListener(type: "fetch", listener: (event: RequestEvent) => void): void;

const PAGES = "lento:pages";
const FILES = "lento:files";
const PAGES_KEPT = 80;
/** Of several deploys: a page that was visited before the last one still finds its own. */
const FILES_KEPT = 500;
/** A page from the cache is better than a longer wait. */
const PATIENCE_MS = 3_000;

/**
 * Their names hold hashes: what is there once is there for good. The Linux of the machine is hundreds of files and forty
 * megabytes, which the browser's own cache keeps packed.
 */
const isImmutable = (path: string) => /^\/(_next\/static|machine\/(?!linux\/))/.test(path);
const isPage = (path: string) => !/^\/(api|_next|machine)\//.test(path);
/** `python.0a1b.wasm` → `python.wasm`: of the machine's files the newest is enough. */
const stemOf = (path: string) => path.replace(/\.[0-9a-f-]+(\.\w+)$/, "$1");

addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  // A page that was there before this worker: it says where it is.
  const { data } = event;
  if (typeof data === "string" && data.startsWith("/") && isPage(data)) event.waitUntil(visit(data));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (isImmutable(pathname)) event.respondWith(keptFile(event, pathname));
  else if (!isPage(pathname)) return;
  else if (request.mode === "navigate") event.respondWith(freshPage(event, pathname));
  // The page came as data, without its HTML, which a reload will want.
  else if (isSoftVisit(request)) event.waitUntil(visit(pathname));
});

const isSoftVisit = ({ headers }: Request) => headers.has("rsc") && !headers.has("next-router-prefetch");

async function keptFile(event: RequestEvent, path: string): Promise<Response> {
  const files = await caches.open(FILES);
  const kept = await files.match(path, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keepFile(path, response.clone()));
  return response;
}

async function keepFile(path: string, response: Response) {
  const files = await caches.open(FILES);
  await files.put(path, response);
  const kept = (await files.keys()).map(({ url }) => new URL(url).pathname);
  const old = kept.filter((other) => other !== path && isImmutable(other) && stemOf(other) === stemOf(path));
  const machines = path.startsWith("/machine/") ? old : [];
  for (const stale of [...machines, ...kept.slice(0, -FILES_KEPT)]) await files.delete(stale);
}

/** From the server; from the cache where the server is away or slow. */
async function freshPage(event: RequestEvent, path: string): Promise<Response> {
  const kept = await (await caches.open(PAGES)).match(path, { ignoreVary: true });
  const fetched = fetchPage(event, path);
  if (kept === undefined) return fetched.catch(offlinePage);
  event.waitUntil(fetched.catch(() => {}));
  return Promise.race([fetched.catch(() => kept), after(PATIENCE_MS).then(() => kept)]);
}

async function fetchPage(event: RequestEvent, path: string): Promise<Response> {
  const response = await fetch(event.request);
  // A proxy answers for a server that is away.
  if (response.status >= 500) throw new Error(`The server answered ${response.status}.`);
  if (isKeepable(response)) event.waitUntil(keepPage(path, response.clone()));
  return response;
}

const isKeepable = ({ ok, redirected, headers }: Response) =>
  ok && !redirected && (headers.get("content-type") ?? "").startsWith("text/html");

async function keepPage(path: string, response: Response) {
  const pages = await caches.open(PAGES);
  // One of each address, whatever it varies by: it is then replaced at once, and never missing for a moment.
  const headers = new Headers(response.headers);
  headers.delete("vary");
  await pages.put(path, new Response(await response.blob(), { headers }));
  const kept = await pages.keys();
  for (const stale of kept.slice(0, -PAGES_KEPT)) await pages.delete(stale, { ignoreVary: true });
}

/** Keeps a page that did not come by way of this worker, with the scripts and styles it names. */
async function visit(path: string) {
  const response = await fetch(path);
  if (!isKeepable(response)) return;
  const html = await response.clone().text();
  await keepPage(path, response);
  const files = await caches.open(FILES);
  for (const [file] of html.matchAll(/\/_next\/static\/[\w./-]+/g)) {
    if ((await files.match(file, { ignoreVary: true })) !== undefined) continue;
    const part = await fetch(file);
    if (part.ok) await keepFile(file, part);
  }
}

const after = (delayMs: number) => new Promise<void>((resolve) => void setTimeout(resolve, delayMs));
