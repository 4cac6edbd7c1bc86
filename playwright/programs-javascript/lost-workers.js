// A worker that dies rejects what it had with a sentence, and the Pool goes on with another one.
function takeAll() {
  const kept = [];
  for (;;) kept.push(new Uint8Array(1_000_000));
}
function later() {
  setTimeout(() => {
    throw new Error("not in a task");
  }, 1);
  return new Promise(() => {});
}
const double = (number) => 2 * number;

async function main() {
  const pool = new Pool(1);
  const problem = await pool.submit(takeAll).catch((error) => error.message);
  console.log(problem.includes("memory") || problem.includes("before it had answered"));
  console.log((await pool.submit(double, 4)) === 8);
  await pool.close();
  console.log("ok");
}

if (isMain) main();
