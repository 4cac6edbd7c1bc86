// A closed Pool finishes what it has and takes nothing more; a terminated one ends at once and says so.
function slowly(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, milliseconds));
}
function forever() {
  for (;;);
}

const problemOf = (promise) =>
  promise.then(
    () => "none",
    (error) => error.message,
  );

async function main() {
  const pool = new Pool(2);
  const last = pool.map(slowly, [30, 1]);
  const closed = pool.close();
  console.log((await problemOf(pool.map(slowly, [1]))).startsWith("This Pool is closed"));
  await closed;
  console.log((await last).join() === "30,1");

  const other = new Pool(2);
  const lost = other.submit(forever);
  await other.map(slowly, [1]);
  other.terminate();
  console.log((await problemOf(lost)) === "The Pool was terminated before this was done.");
  console.log((await problemOf(other.submit(slowly, 1))).startsWith("This Pool is closed"));
  await other.close();
  console.log("ok");
}

if (isMain) main();
