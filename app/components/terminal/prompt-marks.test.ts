import * as fc from "fast-check";
import { expect, test } from "vitest";
import { countPrompts } from "./prompt-marks";

const PROMPT = "\u001b]133;D;0\u0007\u001b]133;A\u0007root@lento:~# ";
const bytes = (text: string) => new TextEncoder().encode(text);

test("a prompt is counted each time it is shown, and nothing else is", () => {
  const count = countPrompts();
  expect(count(bytes(PROMPT))).toBe(1);
  expect(count(bytes("echo '133;A'\r\n133;A\r\n\u001b[31m]133;A\u001b[0m\r\n"))).toBe(0);
  expect(count(bytes(`${PROMPT}\r\n${PROMPT}`))).toBe(2);
});

test("however a shell's output is cut in parts, each prompt is counted once", () => {
  const parts = fc.array(fc.constantFrom(PROMPT, "\u001b", "\u001b]133;", "y\r\n", "\u001b[2J"));
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 9 }), (printed, length) => {
      const whole = bytes(printed.join(""));
      const inOne = countPrompts()(whole);
      const inParts = countPrompts();
      let counted = 0;
      for (let at = 0; at < whole.length; at += length) counted += inParts(whole.subarray(at, at + length));
      expect(counted).toBe(inOne);
      expect(inOne).toBe(printed.join("").split("\u001b]133;A").length - 1);
    }),
  );
});
