import { expect, test } from "vitest";
import { openOutputWriter } from "./output-writer";
import type { FromProcess } from "./process-message";

function writer(outputLimitBytes: number) {
  const sent: FromProcess[] = [];
  return {
    sent,
    ...openOutputWriter({ ring: null, outputLimitBytes, send: (message) => void sent.push(message) }),
  };
}

test("output up to the limit is sent, what follows is cut and told once", () => {
  const { sent, write } = writer(5);
  write("stdout", "abc");
  write("stdout", "defg");
  write("stderr", "more");
  expect(sent).toEqual([
    { type: "output", stream: "stdout", text: "abc" },
    { type: "output", stream: "stdout", text: "de" },
    { type: "output-cut" },
  ]);
});

test("a character is never torn by the limit", () => {
  const { sent, write } = writer(3);
  write("stdout", "aé😀");
  expect(sent[0]).toEqual({ type: "output", stream: "stdout", text: "aé" });
});

test("what is replayed is not heard", () => {
  const { sent, write, mute, unmute } = writer(100);
  mute();
  write("stdout", "earlier");
  unmute();
  write("stdout", "now");
  expect(sent).toEqual([{ type: "output", stream: "stdout", text: "now" }]);
});
