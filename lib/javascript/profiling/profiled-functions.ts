import type { ProfiledFunction } from "@/lib/run/profile";

const FUNCTIONS_LIMIT = 20_000;
const NAME_CHARACTERS = 200;

/** Gathers the functions that a profile names, each once; what is one too many is all called `(others)`. */
export function openProfiledFunctions() {
  const functions: ProfiledFunction[] = [];
  const indexes = new Map<string, number>();

  const indexOf = ({ name, file, line }: ProfiledFunction): number => {
    const key = `${name}\0${file}\0${line}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    if (functions.length === FUNCTIONS_LIMIT - 1)
      return indexOf({ name: "(others)", file: null, line: null });
    const index = functions.push({ name: name.slice(0, NAME_CHARACTERS), file, line }) - 1;
    indexes.set(key, index);
    return index;
  };
  return { functions, indexOf };
}
