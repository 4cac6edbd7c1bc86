/** `npm run test:long` asks for the whole of every fault, `npm test` for its short form. */
export const byLength = <Value>({ short, long }: { short: Value; long: Value }): Value =>
  process.env["FAULTS"] === "long" ? long : short;
