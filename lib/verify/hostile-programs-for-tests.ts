type Hostile = { readonly name: string; readonly code: string };

/**
 * Programs of the worst kind, in place of one whose function `called` gives numbers: they want to last for ever, to take
 * all memory, or to pass without an answer.
 */
export function hostilePrograms(called: string): Hostile[] {
  const answer = (body: string, before = "") => `${before}\nfunction ${called}() { ${body} }`;
  const bodies = {
    "an endless loop": answer("for (;;);"),
    "an endless loop before anything is asked": answer("return 60;", "for (;;);"),
    "a thousand million holes as text": answer("return new Array(1e9) + '';"),
    "a thousand million holes, sorted": answer("return new Array(1e9).sort();"),
    "lists without an end": answer("const lists = []; for (;;) lists.push(new Array(1e5).fill(1));"),
    "text that doubles": answer("let text = 'x'; for (;;) text += text;"),
    "the longest text there is": answer("return 'x'.repeat(2 ** 30 - 2);"),
    "a gigabyte of bytes": answer("return new Uint8Array(2 ** 30).fill(1).length;"),
    "objects without an end": answer("let chain = {}; for (;;) chain = { chain };"),
    "a bad regular expression": answer("return /^(a+)+$/.test('a'.repeat(64) + 'b') ? 60 : 0;"),
    "promises without an end": answer(
      "return 60;",
      "(function again() { Promise.resolve().then(again); })();",
    ),
    "timers without an end": answer("return 60;", "setInterval(() => {}, 1);"),
    "a wait without an end": answer("return Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);"),
    "calls without an end": answer(`return 1 + ${called}();`),
    "a getter without an end": answer("return { get total() { for (;;); } };"),
    "a getter that throws": answer("return { get total() { throw 60; } };"),
    "an error of a hundred megabytes": answer("throw new Error('x'.repeat(1e8));"),
    "a name of a hundred megabytes": answer("throw { name: 'x'.repeat(1e8), message: 'x', stack: 'y' };"),
    "output without an end": answer("for (;;) console.log('x'.repeat(1e5));"),
    "an object that says it is any number": answer(
      "return { toJSON: () => 60, valueOf: () => 60, toString: () => '60' };",
    ),
    "a proxy that says it is anything": answer("return new Proxy([], { get: () => 1e9, has: () => true });"),
    "a JSON that is always right": answer("return 1;", "JSON.stringify = () => '60'; JSON.parse = () => 60;"),
    "objects that are always right": answer(
      "return 1;",
      "Object.is = Object.hasOwn = () => true; Object.keys = () => [];",
    ),
    "prototypes that are always right": answer(
      "return {};",
      "Object.prototype.toJSON = Array.prototype.toJSON = () => 60; Object.prototype.outcome = 'equal';",
    ),
    "a promise that is always right": answer(
      "return Promise.resolve(1);",
      "Promise.prototype.then = () => 60; Object.defineProperty(Promise, Symbol.species, { get: () => 60 });",
    ),
    "templates that are always right": answer("return 1;", "String.prototype.concat = () => '60';"),
    "a name that is looked up": `Object.defineProperty(globalThis, "${called}", { get() { for (;;); } });`,
    "an error that poses as the engine's": answer(
      "throw Object.assign(new Error('interrupted'), { name: 'InternalError' });",
    ),
    "a way out of the process": answer("return globalThis.process.exit(60);"),
    "a way to the host's process": answer("return globalThis.process.kill(process.pid) ?? 60;"),
    "a promise without an end": answer("return new Promise(() => {});"),
    "a module of the host's": answer("return import('node:worker_threads').then(() => 60);"),
    "a function made of text": answer(
      "return Function('return this')().constructor.constructor('return process')().pid;",
    ),
  };
  return Object.entries(bodies).map(([name, code]) => ({ name, code }));
}
