// fails: in-parts: Gave [ [ 'main', 15, 45 ], [ 'load', 30, 30 ] ]
// Own and inclusive costs of the functions in a callgrind file.

function costs(text, event) {
  const own = new Map();
  const calls = new Map();
  const names = new Map();
  let current = null;
  let callee = null;
  let column = 1;
  let isCall = false;

  // `(1) clean` gives a name its number, `(1)` uses it.
  function nameOf(written) {
    if (!written.startsWith("(")) return written;
    const [number, name] = written.split(")");
    if (name) names.set(number, name.trim());
    return names.get(number);
  }

  for (const line of text.split("\n")) {
    if (line.startsWith("events:")) {
      column = line.split(" ").indexOf(event);
    } else if (line.startsWith("fn=")) {
      current = nameOf(line.slice(3));
      if (current !== null) {
        own.set(current, 0);
        calls.set(current, 0);
      }
    } else if (line.startsWith("cfn=")) {
      callee = nameOf(line.slice(4));
    } else if (line.startsWith("calls=")) {
      isCall = true;
    } else if (/^\d/.test(line)) {
      const cost = Number(line.split(" ")[column]);
      if (!isCall) own.set(current, own.get(current) + cost);
      else if (callee !== current) calls.set(current, calls.get(current) + cost);
      isCall = false;
    }
  }
  const rows = [...own].map(([name, cost]) => [name, cost, cost + calls.get(name)]);
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
