// Ten thousand small tasks are sent in a few chunks, as CPython picks them, or in chunks of the size that is asked for.
let calls = 0;
function countCalls(item) {
  calls += 1;
  return [item, calls];
}

async function main() {
  const pool = new Pool(2);
  const results = await pool.map(
    countCalls,
    Array.from({ length: 10_000 }, (_, index) => index),
  );
  console.log(results.length === 10_000 && results.every(([item], index) => item === index));
  const alone = new Pool(1);
  const first = await alone.map(countCalls, [1, 2, 3, 4, 5], { chunkSize: 2 });
  console.log(first.map(([, count]) => count).join() === "1,2,3,4,5");
  await alone.close();
  await pool.close();
  console.log("ok");
}

if (isMain) main();
