/** Figures of a fault, for whoever asked for the whole of it. */
export function report(what: string, figures: Readonly<Record<string, number>>) {
  const told = Object.entries(figures).map(([name, value]) => `${value} ${name}`);
  process.stdout.write(`    ${what}: ${told.join(", ")}\n`);
}
