import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import vm from "node:vm";
import * as z from "zod/mini";

const aFunction = <Signature>() => z.custom<Signature>((value) => typeof value === "function");

type Frame = {
  readonly name: string;
  readonly file?: string;
  readonly line?: number;
  readonly getSelfWeight: () => number;
  readonly getTotalWeight: () => number;
};
type ImportedProfile = {
  readonly getName: () => string;
  readonly getTotalWeight: () => number;
  readonly forEachFrame: (visit: (frame: Frame) => void) => void;
};

const Imported = z.object({
  profiles: z.array(z.custom<ImportedProfile>((value) => typeof value === "object" && value !== null)),
});
const Importer = z.object({
  importProfileGroupFromText: aFunction<(fileName: string, text: string) => Promise<unknown>>(),
});

/** What speedscope itself reads from a file that it recognises: its first profile, whose frames are told by name. */
export async function importIntoSpeedscope(text: string) {
  const { importProfileGroupFromText } = openImporter();
  const { profiles } = Imported.parse(await importProfileGroupFromText("profile.json", text));
  const [profile] = profiles;
  if (profile === undefined) throw new Error("speedscope read no profile from the file.");
  const frames: Record<string, object> = {};
  profile.forEachFrame((frame) => {
    frames[frame.name] = {
      place: frame.file === undefined ? null : `${frame.file}:${frame.line}`,
      ownMs: frame.getSelfWeight(),
      totalMs: frame.getTotalWeight(),
    };
  });
  return { name: profile.getName(), totalMs: profile.getTotalWeight(), frames };
}

const PAGE = `
  var self = globalThis, window = globalThis, document = {}, navigator = { userAgent: "" }, location = { hash: "" };
  var matchMedia = () => ({ matches: false, addEventListener() {} });
`;

/** speedscope is published as one script for a page; its importers are taken out of it before it draws anything. */
function openImporter() {
  const folder = path.join(
    path.dirname(createRequire(import.meta.url).resolve("speedscope/package.json")),
    "dist/release",
  );
  const script = readdirSync(folder).find((name) => /^speedscope-\w+\.js$/.test(name)) ?? "speedscope.js";
  const code = readFileSync(path.join(folder, script), "utf8");
  const importers = /var (\w+)=\{\};[\w$]+\(\1,\{[^}]*importProfileGroupFromText:/.exec(code)?.[1] ?? "";
  const opening = new RegExp(
    String.raw`var \w+=Promise\.resolve\(\)\.then\(\(\)=>(\(\w+\(\),${importers}\))\)`,
  ).exec(code);
  if (opening === null) {
    throw new Error(`speedscope's importers were not found in ${script}: see how this version opens them.`);
  }
  const page = vm.createContext({ console: { log() {} }, performance, TextDecoder, TextEncoder });
  const untilThere = `${code.slice(0, opening.index)} globalThis.importer = ${opening[1]}; })();`;
  vm.runInContext(PAGE + untilThere, page);
  return Importer.parse(vm.runInContext("importer", page));
}
