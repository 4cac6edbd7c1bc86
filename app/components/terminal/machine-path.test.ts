import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { machinePath, quoted } from "./machine-path";

test.each([
  ["/etc/hosts", "/etc/hosts"],
  ["caesar.py", "/root/caesar.py"],
  ["~/work/caesar.py", "/root/work/caesar.py"],
  [" ./notes.txt ", "/root/notes.txt"],
  ["../var//log/./syslog", "/var/log/syslog"],
  ["~other", "/root/~other"],
  ["/../..", "/"],
])("%s is %s in the machine", (written, path) => {
  expect(machinePath(written)).toBe(path);
});

test("a shell takes a quoted path as it is, whatever stands in it", () => {
  for (const path of ["/root/it's here", '/root/$HOME `ls` "x" \\ ;\n#', "/root/''"])
    expect(execFileSync("sh", ["-c", `printf %s ${quoted(path)}`], { encoding: "utf8" })).toBe(path);
});
