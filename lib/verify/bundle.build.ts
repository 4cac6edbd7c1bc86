import path from "node:path";
import { bundleChild } from "./bundle-child";

/** Writes the code of the verifier's child process to `verifier.mjs` in the folder that is named, as Next serves from there. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("Name the folder that Next builds into, such as .next.");
await bundleChild(path.join(folder, "verifier.mjs"));
