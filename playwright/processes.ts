import { spawnSync } from "node:child_process";

/** The verifying processes that a server has started and that still live, by their ids. */
export const verifiersOf = (server: number): number[] =>
  processes()
    .filter(({ parent, command }) => parent === server && command.includes("verifier.mjs"))
    .map(({ id }) => id);

export const isAlive = (id: number): boolean =>
  processes().some((each) => each.id === id && each.state !== "Z");

function processes() {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,state=,args="], { encoding: "utf8" });
  return stdout.split("\n").map((line) => {
    const [id, parent, state = "", ...command] = line.trim().split(/\s+/);
    return { id: Number(id), parent: Number(parent), state, command: command.join(" ") };
  });
}
