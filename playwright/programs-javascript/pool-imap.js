// Pool.imap gives results in order as they come, imapUnordered as they are done, and both stop when nobody wants more.
function slowly(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, milliseconds));
}

function* endless() {
  for (let number = 0; ; number += 1) yield number % 3;
}

async function main() {
  const pool = new Pool(2);
  // Both workers are there from here on.
  await pool.map(slowly, [1, 1], { chunkSize: 1 });
  const ordered = [];
  for await (const result of pool.imap(slowly, [200, 1, 2])) ordered.push(result);
  console.log(ordered.join() === "200,1,2");
  const unordered = [];
  for await (const result of pool.imapUnordered(slowly, [1_000, 1, 2])) unordered.push(result);
  console.log(unordered.toSorted((one, other) => one - other).join() === "1,2,1000");
  console.log(unordered.at(-1) === 1_000);
  let taken = 0;
  for await (const result of pool.imap(slowly, endless(), { chunkSize: 3 })) {
    taken += result + 1;
    if (taken > 12) break;
  }
  console.log(taken > 12);
  await pool.close();
  console.log("ok");
}

if (isMain) main();
