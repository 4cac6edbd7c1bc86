// What cannot be sent to another process is refused with a sentence that says what and where.
function take(value) {
  return value;
}
const makeFunction = () => () => 1;
function shadowed() {
  return function take() {};
}

async function problemOf(promise) {
  return promise.then(
    () => "nothing",
    (error) => `${error.name}: ${error.message}`,
  );
}

async function main() {
  const pool = new Pool(1);
  const anonymous = await problemOf(pool.map((value) => value, [1]));
  console.log(anonymous.startsWith("TypeError: A function without a name cannot be sent to another process"));
  const inner = function inside() {};
  console.log((await problemOf(pool.map(inner, [1]))).includes("`inside`"));
  console.log((await problemOf(pool.map(shadowed(), [1]))).includes("`take`"));
  console.log(
    (await problemOf(pool.map("take", [1]))) === "TypeError: A Pool needs a function to call, not string.",
  );
  const sent = [1, { callbacks: [() => 1] }];
  console.log(
    (await problemOf(pool.map(take, sent))) ===
      "DataCloneError: items[1].callbacks[0] is a function, which cannot be sent to another process.",
  );
  console.log((await problemOf(pool.submit(take, Symbol("s")))).includes("arguments[0] is a symbol"));
  console.log(
    (await problemOf(pool.submit(makeFunction))).includes("the result of makeFunction is a function"),
  );
  console.log((await problemOf(pool.map(take, [1], { chunkSize: 0 }))).startsWith("RangeError: `chunkSize`"));
  console.log((await pool.map(String, [1, 2])).join() === "1,2");
  await pool.close();
  console.log("ok");
}

if (isMain) main();
