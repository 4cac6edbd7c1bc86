// Commands that were started together wait together; those that are run one by one wait one after the other.
async function main() {
  const { execFile, execFileSync } = await import("node:child_process");
  const { promisify } = await import("node:util");
  const run = promisify(execFile);

  let startedAt = performance.now();
  await Promise.all([1, 2, 3, 4, 5].map(() => run("sleep", ["0.2"])));
  const togetherMs = performance.now() - startedAt;
  startedAt = performance.now();
  for (let count = 0; count < 5; count += 1) execFileSync("sleep", ["0.2"]);
  const oneByOneMs = performance.now() - startedAt;
  console.log(togetherMs >= 190 && oneByOneMs >= 990);
  console.log(togetherMs < oneByOneMs);
  console.log("ok");
}

main();
