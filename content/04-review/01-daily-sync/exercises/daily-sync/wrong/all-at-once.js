// fails: at-most-four: the backup server serves four
// Copies every folder named in folders.txt from source/ to backup/, four at a time.
import { execFile } from "node:child_process";
import fs from "node:fs";

// Copies one folder; promises the exit code of rsync, which is 0 if all went well.
function sync(folder) {
  return new Promise((resolve) => {
    execFile("rsync", ["-a", `source/${folder}`, "backup/"], (error) => resolve(error === null ? 0 : error.code));
  });
}

const folders = fs.readFileSync("folders.txt", "utf8").trim().split(/\s+/);
fs.mkdirSync("backup", { recursive: true });

const codes = await Promise.all(folders.map(sync));
const failed = folders.filter((folder, index) => codes[index] !== 0);

for (const folder of failed) console.log("failed:", folder);
console.log(folders.length - failed.length, "of", folders.length, "folders copied");
if (failed.length > 0) process.exitCode = 1;
