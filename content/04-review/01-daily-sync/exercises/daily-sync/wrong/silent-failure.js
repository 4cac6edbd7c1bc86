// fails: failing-folder: says so
// Copies every folder named in folders.txt from source/ to backup/, four at a time.
import { execFile } from "node:child_process";
import fs from "node:fs";
import { promisify } from "node:util";

const WORKERS = 4;

const run = promisify(execFile);

// Copies one folder; the promise is rejected if that fails.
const sync = (folder) => run("rsync", ["-a", `source/${folder}`, "backup/"]);

const folders = fs.readFileSync("folders.txt", "utf8").trim().split(/\s+/);
fs.mkdirSync("backup", { recursive: true });

const failed = [];
const waiting = [...folders];

// Takes the next folder as long as there is one.
async function work() {
  while (waiting.length > 0) {
    const folder = waiting.shift();
    await sync(folder).catch(() => {});
  }
}

await Promise.all(Array.from({ length: WORKERS }, work));

for (const folder of failed) console.log("failed:", folder);
console.log(folders.length - failed.length, "of", folders.length, "folders copied");
if (failed.length > 0) process.exitCode = 1;
