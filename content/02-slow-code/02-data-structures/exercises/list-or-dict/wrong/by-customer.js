// fails: in-order: Gave [ 'Ada', 'Ben', 'Ben', 'Cem' ] instead of [ 'Ben', 'Ada', 'Ben', 'Cem' ]
// fails: nobody: Gave [ 'Ada' ] instead of [ 'Ada', 'unknown' ]
// Goes from customer to customer, and the order of the orders is lost.

// The buyer's name for each order, in the order of the orders.
function buyers(orders, customers) {
  const counts = new Map();
  for (const number of orders) {
    counts.set(String(number), (counts.get(String(number)) ?? 0) + 1);
  }
  const names = [];
  for (const [customer, name] of customers) {
    for (let left = counts.get(String(customer)) ?? 0; left > 0; left--) {
      names.push(name);
    }
    counts.delete(String(customer));
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
