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

/** While a program computes, this process hears nothing: another thread watches whether the server is still there. */
const WATCH = `
  const { workerData } = require("node:worker_threads");
  setInterval(() => process.ppid === workerData || process.kill(process.pid, "SIGKILL"), 250);
`;
new Worker(WATCH, { eval: true, workerData: Number(process.argv[2]) }).unref();
process.permission.drop("worker");

// Pages and answers come first, however many programs compute.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

const send = (message: FromChild) => process.stdout.write(`${JSON.stringify(message)}\n`);

const wasmMemory = new WebAssembly.Memory({
  initial: FIRST_MEMORY_BYTES / PAGE_BYTES,
  maximum: ENGINE_MEMORY_BYTES / PAGE_BYTES,
});
const wasmModule = new WebAssembly.Module(wasm);
const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule, wasmMemory }));
send({ type: "ready" });

let received = "";
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) {
  received += chunk;
  if (received.endsWith("\n")) break;
}
if (received.endsWith("\n")) send(await gatherEvidence(quickjs, VerifyJob.parse(JSON.parse(received))));
process.exit();
