// Values arrive in another process as what they are: maps, sets, dates, big and odd numbers, bytes, circles, the same object twice.
const back = (value) => value;

async function main() {
  const pool = new Pool(1);
  const shared = { name: "shared" };
  const circle = { list: [1, , 3], shared };
  circle.self = circle;
  const bytes = new Uint8Array([1, 2, 3]);
  const sent = {
    circle,
    again: shared,
    map: new Map([
      ["key", new Set([1, "two"])],
      [shared, -0],
    ]),
    numbers: [NaN, -0, Infinity, 10n ** 20n, undefined, null],
    date: new Date(86_400_000),
    pattern: /a+/gi,
    bytes,
    part: bytes.subarray(1),
    floats: new Float64Array([0.5, -1]),
    text: "zero \0, half a pair \ud800, an emoji 😀",
    __proto__x: { ["__proto__"]: 1 },
  };
  const got = await pool.submit(back, sent);
  console.log(got.circle.self === got.circle && got.again === got.circle.shared);
  console.log(!(1 in got.circle.list) && got.circle.list.length === 3);
  console.log(got.map.get("key").has("two") && Object.is(got.map.get(got.again), -0));
  const [nan, zero, infinity, big, absent, none] = got.numbers;
  console.log(Number.isNaN(nan) && Object.is(zero, -0) && infinity === Infinity && big === 10n ** 20n);
  console.log(absent === undefined && 4 in got.numbers && none === null);
  console.log(got.date.getTime() === 86_400_000 && got.pattern.flags === "gi");
  console.log(got.bytes instanceof Uint8Array && got.bytes.buffer === got.part.buffer && got.part[0] === 2);
  console.log(got.floats[1] === -1 && got.text === sent.text);
  console.log(Object.hasOwn(got["__proto__x"], "__proto__"));
  await pool.close();
  console.log("ok");
}

if (isMain) main();
