// fails: work: the target is at most 10 %
// The set knows whether a number is there; its name is searched in the array all the same.

// The buyer's name for each order, in the order of the orders.
function buyers(orders, customers) {
  const known = new Set(customers.map(([customer]) => String(customer)));
  const names = [];
  for (const number of orders) {
    if (!known.has(String(number))) {
      names.push("unknown");
      continue;
    }
    for (const [customer, name] of customers) {
      if (String(customer) === String(number)) {
        names.push(name);
        break;
      }
    }
  }
  return names;
}

function main() {
  const customers = Array.from({ length: 800 }, (_, n) => [1000 + ((n * 7919) % 3000), `customer ${n}`]);
  const orders = Array.from({ length: 1000 }, (_, n) => 1000 + ((n * 1237) % 3000));

  const start = performance.now();
  const names = buyers(orders, customers);
  const milliseconds = performance.now() - start;

  console.log(names.slice(0, 4));
  const unknown = names.filter((name) => name === "unknown").length;
  console.log(names.length, "orders,", unknown, "of them by unknown buyers (counted)");
  console.log(`${milliseconds.toFixed(1)} ms (measured, one run)`);
}

main();
