import type { PyodideInterface } from "pyodide";
import type { SharedFiles } from "@/lib/machine/shared-files";
import { errnos } from "./emscripten-errors";
import { emscriptenFiles, FIRST_ID, pathOperations, type EmscriptenNode } from "./emscripten-files";
import { fileOperations } from "./file-operations";
import type { FileMeter } from "./open-file-operations";

const mounts = [
  { root: "home", path: "/home", device: 2 },
  { root: "tmp", path: "/tmp", device: 3 },
] as const;

const O_EXCL = 128;
/** How often an operation is begun anew because another process interfered; it does not do that forever. */
const ATTEMPTS = 5;

/**
 * Mounts the machine's files at /home and /tmp of a booted Python. Other processes change them at any time, and
 * Emscripten believes to be alone: it remembers every node that it once saw, and looks at what is there before it does
 * something about it. So none of our nodes is remembered, and an operation is begun anew when what it saw was gone.
 */
export function mountFiles(
  python: PyodideInterface,
  { files, meter }: { files: SharedFiles; meter: FileMeter },
) {
  const emscripten = emscriptenFiles(python);
  const remember = emscripten.hashAddNode;
  Object.assign(python.FS, {
    hashAddNode(node: EmscriptenNode) {
      if (node.id < FIRST_ID) remember(node);
    },
  });
  beginAnewAfterRaces(python);

  for (const { root, path, device } of mounts) {
    const { newNode } = fileOperations({ emscripten, files, meter, device });
    const mount = () => newNode(null, "/", files.attributes(files.root(root)));
    emscripten.mount({ mount }, {}, path);
  }
}

function beginAnewAfterRaces(python: PyodideInterface) {
  const { ErrnoError } = emscriptenFiles(python);
  const operations = pathOperations(python);

  /** Whether another process removed what was seen, or made what should be opened whether or not it is there. */
  const isRace = (operation: string, errno: number, flags: unknown) =>
    errno === errnos.ESTALE ||
    (operation === "open" &&
      errno === errnos.EEXIST &&
      !(typeof flags === "number" && (flags & O_EXCL) !== 0));

  for (const [name, operation] of Object.entries(operations)) {
    const begunAnew = (...parameters: readonly unknown[]) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return operation(...parameters);
        } catch (error) {
          const errno = error instanceof ErrnoError ? error.errno : 0;
          // Given a node, not a path, it is part of an operation that begins anew as a whole.
          if (typeof parameters[0] !== "string" || !isRace(name, errno, parameters[1])) throw error;
          if (attempt === ATTEMPTS) throw errno === errnos.ESTALE ? new ErrnoError(errnos.ENOENT) : error;
        }
      }
    };
    Object.assign(python.FS, { [name]: begunAnew });
  }
}
