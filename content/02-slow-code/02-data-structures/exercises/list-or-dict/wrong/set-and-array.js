// fails: growth: The work grows as O(n²), and the target is O(n log n)
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
  const size = 800;
  const customers = [];
  const orders = [];
  for (let n = 0; n < size; n++) {
    customers.push([n, `customer ${n}`]);
    orders.push((n * 37) % (size + 20));
  }

  const start = performance.now();
  const names = buyers(orders, customers);
  const milliseconds = performance.now() - start;

  console.log(names.slice(0, 4));
  const unknown = names.filter((name) => name === "unknown").length;
  console.log(names.length, "orders,", unknown, "by unknown buyers (counted)");
  console.log(`${milliseconds.toFixed(1)} ms (measured, one run)`);
}

main();
