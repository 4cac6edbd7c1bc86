// What the language itself lacks is there: clones, text encoders, base64, timers and tasks, each the program's own.
const data = { when: new Date(0), list: new Set([1]), bytes: new Uint8Array([1, 2]) };
const copy = structuredClone({ ...data, again: data.list });
console.log(copy.when instanceof Date && copy.list instanceof Set && copy.bytes.length === 2);
console.log(new TextDecoder().decode(new TextEncoder().encode("ä€😀")) === "ä€😀");
console.log(atob(btoa("hello")) === "hello");
const order = [];
setTimeout(() => order.push("timer"), 1);
queueMicrotask(() => order.push("task"));
order.push("now");
await new Promise((resolve) => setTimeout(resolve, 20));
console.log(order.join() === "now,task,timer");
console.log(
  Object.keys(globalThis).filter((name) => /^(console|structuredClone|setTimeout)$/.test(name)).length === 0,
);
console.log("ok");
