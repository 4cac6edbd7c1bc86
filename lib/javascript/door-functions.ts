import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";
import { FileError } from "@/lib/machine/file-error";
import type { HostFunction } from "./host-function";
import type { MachineDoor } from "./machine-door";
import { joinPieces, splitPieces } from "./text-pieces";

/**
 * The machine as the prelude's guest files are given it. A file operation gives `{ value }`, or `{ refused }` with the
 * code of what the file system said no with.
 */
export function doorFunctions(
  realm: QuickJSContext,
  door: () => MachineDoor | null,
): Record<string, HostFunction> {
  const text = (handle: QuickJSHandle) => realm.getString(handle);
  const flag = (handle: QuickJSHandle | undefined) => handle !== undefined && realm.dump(handle) === true;
  const made = (entries: Record<string, QuickJSHandle>) => {
    const object = realm.newObject();
    for (const [name, handle] of Object.entries(entries)) {
      realm.setProp(object, name, handle);
      handle.dispose();
    }
    return object;
  };
  const json = (value: unknown) =>
    realm.newString(JSON.stringify(value)).consume((handle) => {
      using parse = realm.unwrapResult(realm.evalCode("JSON.parse"));
      return realm.unwrapResult(realm.callFunction(parse, realm.undefined, handle));
    });
  const list = (texts: readonly string[]) => {
    const array = realm.newArray();
    for (const [index, each] of texts.entries())
      realm.newString(each).consume((handle) => realm.setProp(array, index, handle));
    return array;
  };
  const outside = () => {
    const opened = door();
    if (opened === null) throw new Error("This program runs without files and without a keyboard.");
    return opened;
  };

  const operation =
    (perform: (door: MachineDoor, ...values: QuickJSHandle[]) => QuickJSHandle | void): HostFunction =>
    (...values) => {
      try {
        return made({ value: perform(outside(), ...values) ?? realm.undefined.dup() });
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        return made({ refused: realm.newString(error.code) });
      }
    };
  const bytesOf = (handle: QuickJSHandle) =>
    realm.getArrayBuffer(handle).consume(({ value }) => value.slice());

  return {
    readText: operation(({ files }, path) =>
      list(splitPieces(new TextDecoder().decode(files.read(text(path))))),
    ),
    readBytes: operation(({ files }, path) => realm.newArrayBuffer(files.read(text(path)).slice().buffer)),
    writeText: operation(({ files }, path, how, ...pieces) => {
      const bytes = new TextEncoder().encode(joinPieces(realm, pieces));
      writers[writerNamed(text(how))](files, text(path), bytes);
    }),
    writeBytes: operation(({ files }, path, how, bytes) =>
      writers[writerNamed(text(how))](files, text(path), bytesOf(bytes)),
    ),
    fileExists: operation(({ files }, path) => (files.exists(text(path)) ? realm.true : realm.false).dup()),
    listFolder: operation(({ files }, path) => json(files.list(text(path)))),
    makeFolder: operation(({ files }, path, withParents) =>
      files.makeFolder(text(path), { withParents: flag(withParents) }),
    ),
    removeFile: operation(({ files }, path, withContent, isQuiet) =>
      files.remove(text(path), { withContent: flag(withContent), isQuiet: flag(isQuiet) }),
    ),
    removeFolder: operation(({ files }, path) => files.removeFolder(text(path))),
    fileAttributes: operation(({ files }, path) => json(files.attributes(text(path)))),
    renameFile: operation(({ files }, from, to) => files.rename(text(from), text(to))),
    copyFile: operation(({ files }, from, to) => files.copy(text(from), text(to))),
    copyMs: operation(({ files, disk }, path) =>
      realm.newNumber(disk.copyMs(files.attributes(text(path)).size)),
    ),
    waitForDisk: operation(({ disk }, waitMs) => disk.wait(realm.getNumber(waitMs))),
    beginCopy: operation(({ disk }, waitMs) => disk.begin(realm.getNumber(waitMs))),
    endCopy: operation(({ disk }) => disk.end()),
    nextLine: () => {
      const typed = outside().keyboard.next();
      return made({
        outcome: realm.newString(typed.outcome),
        pieces: typed.outcome === "line" ? list(splitPieces(typed.line)) : realm.undefined.dup(),
      });
    },
  };
}

type Writer = (files: MachineDoor["files"], path: string, bytes: Uint8Array) => void;
const writers = {
  write: (files, path, bytes) => files.write(path, bytes),
  create: (files, path, bytes) => files.write(path, bytes, { isNew: true }),
  append: (files, path, bytes) => files.append(path, bytes),
} satisfies Record<string, Writer>;

function writerNamed(name: string): keyof typeof writers {
  if (name === "write" || name === "create" || name === "append") return name;
  throw new Error(`There is no way "${name}" to write a file.`);
}
