// Files are written, read and listed, a module that was just written is imported, and errors have their codes.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";

mkdirSync("made/deep", { recursive: true });
writeFileSync(join("made", "deep", "twice.js"), "export const twice = (n) => n * 2;\n");
console.log(readdirSync("made/deep").join() === "twice.js");
const { twice } = await import("./made/deep/twice.js");
console.log(twice(21) === 42);
const copies = ["a.js", "b.js", "c.js"].map((name) => copyFile("made/deep/twice.js", join("made", name)));
await Promise.all(copies);
console.log((await readFile("made/c.js", "utf8")) === readFileSync("made/deep/twice.js", "utf8"));
try {
  readFileSync("made/none.js");
} catch (error) {
  console.log(error.code === "ENOENT" && error.message.startsWith("ENOENT: no such file or directory"));
}
console.log("ok");
