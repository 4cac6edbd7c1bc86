// fails: growth: The work grows as O(n²), and the target is O(n log n)
// A short line, and still a walk through the array for every order.

// The buyer's name for each order, in the order of the orders.
function buyers(orders, customers) {
  const numbers = customers.map(([number]) => String(number));
  return orders.map((number) => customers[numbers.indexOf(String(number))]?.[1] ?? "unknown");
}
