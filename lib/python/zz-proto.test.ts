import { test } from "vitest";
import { readFileSync } from "node:fs";
import { bootInNode } from "./boot-in-node";
import { endingTurns } from "./frame-for-tests";
const show = (p: any) => {
  if (!p) return "null";
  const kids = new Map<number | null, number[]>();
  p.nodes.forEach((n: any, i: number) => kids.set(n.parent, [...(kids.get(n.parent) ?? []), i]));
  const out: string[] = [
    `${p.mode} wall ${p.wallMs.toFixed(1)} samples ${p.samples} cut ${p.isCut} sum ${p.nodes.reduce((s: number, n: any) => s + n.ownMs, 0).toFixed(1)}`,
  ];
  const walk = (i: number, d: number) => {
    const n = p.nodes[i];
    const f = p.functions[n.function];
    if (d < 12)
      out.push(
        `${"  ".repeat(d)}${f.name} ${f.file ?? ""}:${f.line ?? ""} calls ${n.calls} own ${n.ownMs.toFixed(3)}`,
      );
    for (const k of kids.get(i) ?? []) walk(k, d + 1);
  };
  if (p.nodes.length < 200) for (const r of kids.get(null) ?? []) walk(r, 0);
  else out.push(`${p.nodes.length} nodes`);
  for (const l of p.lines) out.push(`  ${l.file}:${l.line} hits ${l.hits} ${l.ownMs.toFixed(3)}`);
  return out.join("\n");
};
test("proto", async () => {
  for (const part of readFileSync("/tmp/pyprofile/" + (process.env.PROGS ?? "progs.py") + "", "utf8").split(
    "#----\n",
  )) {
    for (const mode of (process.env.MODES ?? "null,deterministic,sampling")
      .split(",")
      .map((m) => (m === "null" ? null : m)) as any[]) {
      const booted = await bootInNode();
      const { runtime, heard, broken } = booted;
      try {
        await endingTurns(booted, async () => {
          await new Promise((f) => setTimeout(f, 400));
          await runtime.replay([{ path: "before.py", code: "def helper(x):\n    return x + 1\n" }]);
          const t = performance.now();
          const r = await Promise.race([runtime.run({ path: "prog.py", code: part }, mode), broken]);
          const wall = performance.now() - t;
          const said = heard()
            .map((h) => h.text)
            .join("");
          const t2 = performance.now();
          const s = mode === null ? "" : show(await runtime.takeProfile());
          console.log(
            `===== ${part.split("\n")[0]} ${mode} wall ${wall.toFixed(1)} take ${(performance.now() - t2).toFixed(1)} ${JSON.stringify(r.end)}\n${said}\n${s}`,
          );
        });
      } catch (e) {
        console.log(part.split("\n")[0], mode, String(e));
      }
    }
  }
}, 300000);
