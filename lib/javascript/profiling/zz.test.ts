import { test } from "vitest";
import { runProfiled, runUnwatched, callsByStack, hitsByLine } from "./profile-for-tests";
const bench = async (name: string, code: string) => {
  const t = async (f: (c: string) => Promise<{ ended: unknown, printed: {stderr: string} }>) => { let b = Infinity; for (let i = 0; i < 3; i++) { const r: any = await f(code); if (r.printed.stderr) console.log(r.printed.stderr); b = Math.min(b, r.ended.measurement.wallMs);} return b; };
  const [plain, exact] = [await t((c) => runUnwatched(c)), await t((c) => runProfiled(c))];
  console.log(name, plain.toFixed(1), exact.toFixed(1), (exact / plain).toFixed(2) + "x");
};
test("try", async () => {
  const r = await runProfiled("function fib(n) {\n  if (n < 2) return n;\n  return fib(n - 1) + fib(n - 2);\n}\nconst xs = [3, 1, 2];\nxs.sort((a, b) => a - b);\nconsole.log(fib(5), JSON.parse('[1]').length);\nfor (let i = 0; i < 3; i++)\n  xs.push(i);\nfor (const x of xs) {\n  x;\n}");
  console.log(r.printed, r.types, callsByStack(r.profile), hitsByLine(r.profile), JSON.stringify(r.profile).slice(0, 1500));
  await bench("tight loop", "let s = 0;\nfor (let i = 0; i < 300000; i++)\n  s += i;");
  await bench("tight loop 1 line", "let s = 0;\nfor (let i = 0; i < 300000; i++) s += i;");
  await bench("calls", "function fib(n) {\n  if (n < 2) return n;\n  return fib(n - 1) + fib(n - 2);\n}\nfib(20)");
  await bench("small built-ins", "const xs = [];\nfor (let i = 0; i < 50000; i++) {\n  xs.push(Math.max(i, 3));\n}");
  await bench("heavy built-ins", "const xs = Array.from({length: 10000}, (_, i) => i);\nfor (let i = 0; i < 500; i++) {\n  xs.includes(-1);\n}");
  const p = (await runProfiled("function light() { let s = 0;\n for (let i = 0; i < 10; i++) s += i;\n return s; }\nconst xs = Array.from({length: 10000}, (_, i) => i);\nfunction heavy() {\n return xs.includes(-1); }\nfor (let i = 0; i < 1000; i++) {\n  light();\n  heavy();\n}")).profile;
  console.log(p.nodes.map((n) => [p.functions[n.function]?.name, n.calls, n.ownMs.toFixed(2)].join(" ")), p.lines.map((l) => [l.line, l.hits, l.ownMs.toFixed(2)].join(" ")), p.wallMs);
});
