import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const production = process.env.NODE_ENV === "production";

/** Where the machine's parts are, and the hash of the frame's script: written by `lib/machine/bundle.build.ts`. */
const manifest = readFileSync("public/machine.json", "utf8");
const machine = JSON.parse(manifest);
const machineHash = createHash("sha256").update(manifest).digest("hex").slice(0, 16);
const kernelFiles = [
  machine.browserEngine,
  ...Object.values(machine.kernels).flatMap((kernel) => Object.values(kernel)),
  ...(machine.linux === null
    ? []
    : [machine.linux.worker, machine.linux.emulator, machine.linux.image, `${machine.linux.files}/:name`]),
];

// Another course is built beside ours, never over it.
const distDir = process.env.CONTENT_DIR ? ".next-course" : ".next";

const everywhere = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
};

/** What a document may use, and how it is to be come back to; beside a page's scripts and styles it would say nothing. */
const documents = {
  "Strict-Transport-Security": "max-age=31536000",
  "Permissions-Policy": [
    "accelerometer=()",
    "camera=()",
    "display-capture=()",
    "geolocation=()",
    "gyroscope=()",
    "magnetometer=()",
    "microphone=()",
    "midi=()",
    "payment=()",
    "usb=()",
  ].join(", "),
};

/** Everything but the pages, whose policies carry hashes and are written by `lib/serving/page-policy.build.ts`. */
const noDocument = { "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" };

/** For the editor's worker, which lives by the policy of its own script. */
const workerScript = {
  "Content-Security-Policy": "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
};

/** For what works while no page is open: it talks to this server alone. */
const serviceWorker = {
  "Content-Security-Policy": "default-src 'none'; connect-src 'self'; frame-ancestors 'none'",
};

const frame = {
  "Content-Security-Policy": [
    "sandbox allow-scripts",
    "default-src 'none'",
    `script-src '${machine.frameScriptHash}' 'wasm-unsafe-eval' blob:`,
    "worker-src blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; "),
};

const immutable = { "Cache-Control": "public, max-age=31536000, immutable" };

const acceptsBrotli = [{ type: "header", key: "accept-encoding", value: ".*\\bbr\\b.*" }];

/** @param {string} source @param {Record<string, string>} headers */
const rule = (source, headers) => ({
  source,
  headers: Object.entries(headers).map(([key, value]) => ({ key, value })),
});

/** The answers that `compressedChunks` rewrites to. */
const brotliChunk = {
  ...rule("/_next/static/chunks/:name", { ...immutable, "Content-Encoding": "br", Vary: "Accept-Encoding" }),
  has: acceptsBrotli,
};
/** Chunks have brotli twins, written by `lib/serving/compress.build.ts`, for browsers that accept them. */
const compressedChunks = {
  source: "/_next/static/chunks/:name",
  destination: `/brotli/${distDir}/:name`,
  has: acceptsBrotli,
};

/** @type {import("next").NextConfig} */
export default {
  distDir,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  agentRules: false,
  // The verifier's child process is written there by `lib/verify/bundle.build.ts`.
  env: { MACHINE_FILES: manifest, MACHINE_HASH: machineHash, VERIFIER_FILE: `${distDir}/verifier.mjs` },
  images: { unoptimized: true },
  serverExternalPackages: ["mdx-bundler", "esbuild", "shiki", "better-sqlite3", "pg", "pino", "prom-client"],
  async rewrites() {
    return { beforeFiles: production ? [compressedChunks] : [] };
  },
  async headers() {
    return [
      rule("/:path*", everywhere),
      rule("/((?!_next/static/).*)", documents),
      rule("/((?!api/|_next/|machine/).*)", { "Cache-Control": "no-cache" }),
      rule("/service-worker.js", serviceWorker),
      rule("/api/:path*", { ...noDocument, "Cache-Control": "no-store" }),
      // Only brotli bytes are kept of these. Named one by one: what is not there is answered by the 404 page as it is.
      rule(machine.frame, { ...frame, ...immutable, "Content-Encoding": "br" }),
      ...kernelFiles
        .filter((file) => file !== null)
        .map((file) => rule(file, { ...noDocument, ...immutable, "Content-Encoding": "br" })),
      ...(production ? [rule("/_next/:path*", workerScript), brotliChunk] : []),
    ];
  },
};
