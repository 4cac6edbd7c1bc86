// Every worker has memory of its own: what it changes stays there, and is there at its next task.
let counter = 0;
function count() {
  counter += 1;
  return counter;
}

async function main() {
  counter = 100;
  const pool = new Pool(1);
  console.log((await pool.submit(count)) === 1);
  console.log((await pool.submit(count)) === 2);
  console.log(counter === 100);
  await pool.close();
  console.log("ok");
}

if (isMain) main();
