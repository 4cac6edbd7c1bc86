// Own and inclusive costs of the functions in a callgrind file.

function costs(text, event) {
  const own = new Map();
  let current = null;
  for (const line of text.split("\n")) {
    if (line.startsWith("fn=")) {
      current = line.slice(3);
      own.set(current, 0);
    } else if (/^\d/.test(line)) {
      own.set(current, own.get(current) + Number(line.split(" ")[1]));
    }
  }
  const rows = [...own].map(([name, cost]) => [name, cost, cost]);
  return rows.sort((one, other) => other[2] - one[2] || (one[0] < other[0] ? -1 : 1));
}

function main() {
  const text = `# callgrind format
events: us
fn=clean
4 90000
fn=load
12 700
cfn=clean
calls=300 4
12 2200
`;
  for (const [name, own, inclusive] of costs(text, "us")) {
    console.log(`${name.padEnd(8)} own ${own}, inclusive ${inclusive}`);
  }
}

main();
