// Pool.submit calls a function once with all its arguments, and many calls are answered each for itself.
const weigh = (one, other) => `${one} and ${other ?? "nothing"}`;
async function later(value) {
  await null;
  return value;
}

async function main() {
  const pool = new Pool(2);
  console.log((await pool.submit(weigh, "a", "b")) === "a and b");
  console.log((await pool.submit(weigh, undefined)) === "undefined and nothing");
  const calls = Array.from({ length: 50 }, (_, index) => pool.submit(later, index));
  console.log((await Promise.all(calls)).every((value, index) => value === index));
  await pool.close();
  console.log("ok");
}

if (isMain) main();
