// An error in another process comes back as what it was, with where it happened there and who asked for it here.
class BadItem extends Error {
  name = "BadItem";
}

function check(item) {
  if (item === 3) throw new BadItem("three is bad", { cause: new RangeError("too odd") });
  if (item === 4) throw { code: 4 };
  return item;
}

async function thrownBy(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
}

async function main() {
  const pool = new Pool(2);
  const error = await thrownBy(pool.map(check, [1, 2, 3]));
  console.log(error instanceof Error && error.name === "BadItem" && error.message === "three is bad");
  console.log(error.cause instanceof RangeError && error.cause.message === "too odd");
  console.log(/at check \(script\.js:7:.*\n {4}in process \d+, asked by\n.*at main/.test(error.stack));
  console.log(!error.stack.includes(".guest.js"));
  console.log((await thrownBy(pool.submit(check, 4))).code === 4);
  const seen = [];
  const failed = await thrownBy(
    (async () => {
      for await (const item of pool.imap(check, [1, 2, 3, 5])) seen.push(item);
    })(),
  );
  console.log(failed.message === "three is bad" && seen.join() === "1,2");
  console.log((await pool.map(check, [1, 2])).join() === "1,2");
  await pool.close();
  console.log("ok");
}

if (isMain) main();
