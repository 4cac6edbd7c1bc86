import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { Worker } from "node:worker_threads";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import wasm from "@jitl/quickjs-wasmfile-release-sync/wasm";
import { newQuickJSWASMModuleFromVariant, newVariant } from "quickjs-emscripten-core";
import { type FromChild, VerifyJob } from "./child-message";
import { gatherEvidence } from "./gather-evidence";
import { ENGINE_MEMORY_BYTES } from "./verify-limits";

/** A child process of the server: it says `ready`, takes one job as a line on stdin, says what it found, and ends. */
const PAGE_BYTES = 64 * 1024;
const FIRST_MEMORY_BYTES = 16 * 1024 * 1024;

/**
 * While a program computes, this process hears nothing. Another thread watches whether the server is still there, and how
 * long the program has computed: by its own clock, so that a busy machine is not held against it.
 */
const WATCH = `
  const { parentPort, workerData } = require("node:worker_threads");
  const computedMs = () => (process.cpuUsage().user + process.cpuUsage().system) / 1000;
  let endMs = Infinity;
  parentPort.on("message", (allowedMs) => { endMs = computedMs() + allowedMs; });
  parentPort.postMessage("watching");
  setInterval(() => {
    if (process.ppid !== workerData) process.kill(process.pid, "SIGKILL");
    if (computedMs() > endMs) process.kill(process.pid, "SIGVTALRM");
  }, 100);
`;
const watch = new Worker(WATCH, { eval: true, workerData: Number(process.argv[2]) });
const isWatching = once(watch, "message");
process.permission.drop("worker");

/**
 * Node's own exit first ends the thread that watches, and then waits for V8's background compiler, which may wait for a
 * collection that never comes: of a hundred processes whose server was killed three stayed like that. A signal waits for nothing.
 */
const end = () => process.kill(process.pid, "SIGKILL");
process.on("uncaughtException", (error) => process.stderr.write(`${error.stack}\n`, end));

// Pages and answers come first, however many programs compute.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const send = (message: FromChild) =>
  new Promise<void>((resolve, reject) => {
    process.stdout.write(`${JSON.stringify(message)}\n`, (error) => (error ? reject(error) : resolve()));
  });

const wasmMemory = new WebAssembly.Memory({
  initial: FIRST_MEMORY_BYTES / PAGE_BYTES,
  maximum: ENGINE_MEMORY_BYTES / PAGE_BYTES,
});
const wasmModule = new WebAssembly.Module(wasm);
const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule, wasmMemory }));
await isWatching;
await send({ type: "ready" });

let received = "";
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) {
  received += chunk;
  if (received.endsWith("\n")) break;
}
if (received.endsWith("\n")) {
  const job = VerifyJob.parse(JSON.parse(received));
  watch.postMessage(job.computingLimitMs);
  await send(await gatherEvidence(quickjs, job));
}
end();
