// The machine's commands are started as in Node, and say what they say anywhere.
async function main() {
  const { execFile, execFileSync, spawnSync } = await import("node:child_process");
  const { promisify } = await import("node:util");
  const run = promisify(execFile);

  console.log((await run("echo", ["two", "words"])).stdout === "two words\n");
  console.log(execFileSync("echo", ["-n", "text"], { encoding: "utf8" }) === "text");
  console.log(execFileSync("echo", ["-n", "ab"])[1] === 98);
  console.log(spawnSync("false").status === 1 && spawnSync("true").status === 0);
  const listed = spawnSync("ls", { encoding: "utf8" });
  console.log(listed.stdout === "script.js\n" && listed.stderr === "");
  const failed = await run("cat", ["none"]).catch((error) => error);
  console.log(failed.code === 1 && failed.stderr === "cat: none: No such file or directory\n");
  console.log(failed.message === "Command failed: cat none\ncat: none: No such file or directory\n");
  const missing = await run("emacs").catch((error) => error);
  console.log(missing.code === "ENOENT" && missing.message === "spawn emacs ENOENT");
  console.log(spawnSync("emacs").error.code === "ENOENT");
  const heard = await new Promise((resolve) => execFile("echo", ["x"], (...values) => resolve(values)));
  console.log(heard[0] === null && heard[1] === "x\n" && heard[2] === "");
  console.log("ok");
}

main();
