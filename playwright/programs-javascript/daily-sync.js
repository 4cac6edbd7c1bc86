// Folders are brought to a backup by rsync: by promises all at once, by a Pool each in a process, and only what has changed.
async function prepare() {
  const { execFileSync } = await import("node:child_process");
  for (const name of ["beta", "prod", "stable"]) {
    execFileSync("rsync", ["-a", "script.js", `${name}/`]);
    execFileSync("cp", ["script.js", `${name}/copy.js`]);
  }
}

async function sync(name) {
  const { execFileSync } = await import("node:child_process");
  return execFileSync("rsync", ["-arv", name, "backup"], { encoding: "utf8" }).split("\n").length;
}

async function main() {
  await prepare();
  const { execFile, spawnSync } = await import("node:child_process");
  const { promisify } = await import("node:util");
  const run = promisify(execFile);
  const names = ["beta", "prod", "stable"];
  const ended = await Promise.all(names.map((name) => run("rsync", ["-arq", name, "data_prod_backup"])));
  console.log(ended.every(({ stdout, stderr }) => stdout + stderr === ""));
  const listed = () => spawnSync("ls", ["data_prod_backup/prod"], { encoding: "utf8" }).stdout;
  console.log(listed() === "copy.js\nscript.js\n");

  const pool = new Pool(3);
  const first = await pool.map(sync, names);
  const second = await pool.map(sync, names);
  console.log(first.every((lines, index) => lines > second[index]));
  await pool.close();
  const { status, stderr } = spawnSync("rsync", ["-a", "gone", "backup"], { encoding: "utf8" });
  console.log(status === 23 && stderr.includes("No such file or directory"));
  console.log("ok");
}

if (isMain) main();
