// Commands that were started together wait together, and one that is run at once lets nothing else go on.
async function main() {
  const { execFile, execFileSync } = await import("node:child_process");
  const { promisify } = await import("node:util");
  const run = promisify(execFile);

  const order = [];
  const note = (name) => () => order.push(name);
  await Promise.all([run("sleep", ["1.5"]).then(note("long")), run("sleep", ["0.01"]).then(note("short"))]);
  console.log(order.join() === "short,long");

  setTimeout(note("timer"), 1);
  execFileSync("sleep", ["0.05"]);
  note("at once")();
  await new Promise((resolve) => setTimeout(resolve, 5));
  console.log(order.join() === "short,long,at once,timer");
  console.log("ok");
}

main();
