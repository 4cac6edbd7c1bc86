import { expect, test } from "vitest";
import type { ProgramFile } from "@/lib/run/run-request";
import { modes } from "./modes";
import { openEngineRealm, openMachineRealm, type Realm } from "./realms-for-tests";

const PRINT = "globalThis.print = print;";

/** What a module prints, and what ended it. */
function printedBy(realm: Realm, code: string): string {
  try {
    const ended =
      realm.evaluate({ path: "host.js", code: PRINT }) ??
      realm.evaluate({ path: "main.js", code }) ??
      realm.settle();
    return realm.printed() + (ended ?? "");
  } finally {
    realm.dispose();
  }
}

const FILES: ProgramFile[] = [
  {
    path: "lamps.js",
    code: `export let count = 0;
export function light() { return (count += 1); }
const shade = "green";
export { shade, shade as colour };
export { shade as "a colour" };
export default class Lamp { static made = "in " + shade; }
`,
  },
  {
    path: "again.js",
    code: `export * from "./lamps.js";\nexport * as lamps from "./lamps.js";\nexport { default } from "./lamps.js";\n`,
  },
  { path: "round.js", code: `import { late } from "./main.js";\nexport const ask = () => late();\n` },
];

test.each([
  [
    "names are imported as they are, and by others",
    `import Lamp, { light, count, shade as tone } from "./lamps.js";\nlight();\nprint(count, tone, Lamp.made);`,
  ],
  [
    "names that a module exports are exported as they are",
    `import { light, shade, lamps } from "./again.js";\nlight();\nprint(shade, lamps.count, lamps.shade);`,
  ],
  [
    "a module's names are in order, by any text",
    `import * as lamps from "./lamps.js";\nprint(Object.keys(lamps).join());`,
  ],
  [
    "a module that imports itself finds what it exports, and no more",
    `import * as self from "./main.js";\nexport const one = 1;\nexport { one as uno };\nexport default function () {}\nprint(Reflect.ownKeys(self).map(String).join(), self.one);`,
  ],
  [
    "two modules import one another",
    `import { ask } from "./round.js";\nexport function late() { return "late"; }\nprint(ask());`,
  ],
  [
    "what is imported cannot be assigned to",
    `import { count } from "./lamps.js";\ntry { count = 1; } catch (error) { print(error.name); }`,
  ],
  [
    "a module awaits, and imports while it runs",
    `const { default: Lamp, ...rest } = await import("./lamps.js");\nprint(Lamp.name, Object.keys(rest).join());`,
  ],
  ["a name that nobody exports is missed", `import { dark } from "./lamps.js";\nprint(dark);`],
])("%s", (_, code) => {
  const isInterrupted = () => false;
  const expected = printedBy(openEngineRealm({ isInterrupted, files: FILES }), code);
  expect(expected).not.toBe("");
  for (const mode of modes)
    expect({
      mode,
      printed: printedBy(openMachineRealm(mode, { isInterrupted, files: FILES }), code),
    }).toEqual({
      mode,
      printed: expected,
    });
});
