// fails: intact: lies in the wrong place
// Copies every folder named in folders.txt from source/ to backup/, four at a time.
import { execFile } from "node:child_process";
import fs from "node:fs";

const WORKERS = 4;

// Copies one folder; promises the exit code of rsync, which is 0 if all went well.
function sync(folder) {
  return new Promise((resolve) => {
    execFile("rsync", ["-a", `source/${folder}/`, "backup/"], (error) => resolve(error === null ? 0 : error.code));
  });
}

const folders = fs.readFileSync("folders.txt", "utf8").trim().split(/\s+/);
fs.mkdirSync("backup", { recursive: true });

const failed = [];
const waiting = [...folders];

// Takes the next folder as long as there is one.
async function work() {
  while (waiting.length > 0) {
    const folder = waiting.shift();
    if ((await sync(folder)) !== 0) failed.push(folder);
  }
}

await Promise.all(Array.from({ length: WORKERS }, work));

for (const folder of failed) console.log("failed:", folder);
console.log(folders.length - failed.length, "of", folders.length, "folders copied");
if (failed.length > 0) process.exitCode = 1;
