import type { FileBlocks } from "./file-blocks";
import { FileError } from "./file-error";
import type { FileName } from "./file-name";
import { nameOf, openNames, placeIn } from "./file-names";
import {
  generationAt,
  HEADER,
  nextFreeNodeAt,
  NODE_LIMIT,
  opensAt,
  placeAt,
  type RegionViews,
} from "./file-region";

const NOWHERE = 0;
const ROOT = -1;
const LAST_GENERATION = 0x7f_ff_ff_ff;

/**
 * The table of nodes: which there are, what they are called and in which folder they are; call inside the lock. A node
 * is an index here, a *number* outside. Every change of the tree is one store into `places`, after all it needs is
 * written.
 */
export function openNodes(views: RegionViews, blocks: FileBlocks) {
  const { words } = views;
  const word = (at: number) => words[at] ?? 0;
  const used = () => Math.min(word(HEADER.nodesUsed), NODE_LIMIT);
  const placeOf = (node: number) => word(placeAt(node));
  const currentName = (node: number) => nameOf(node, placeOf(node) & 1);
  const names = openNames(views);

  const take = () => {
    const recycled = word(HEADER.firstFreeNode);
    if (recycled > 0 && recycled < used()) {
      Atomics.store(words, HEADER.firstFreeNode, word(nextFreeNodeAt(recycled)));
      words[HEADER.freeNodes] = word(HEADER.freeNodes) - 1;
      return recycled;
    }
    const node = used();
    if (node === NODE_LIMIT) throw new FileError("ENOSPC");
    Atomics.store(words, HEADER.nodesUsed, node + 1);
    return node;
  };

  const free = (node: number) => {
    blocks.clear(node);
    words[opensAt(node)] = 0;
    words[generationAt(node)] = (word(generationAt(node)) + 1) & LAST_GENERATION;
    words[nextFreeNodeAt(node)] = word(HEADER.firstFreeNode);
    words[HEADER.freeNodes] = word(HEADER.freeNodes) + 1;
    Atomics.store(words, HEADER.firstFreeNode, node);
  };

  /** Takes a node out of its folder; it lives on while somebody has it open. */
  const remove = (node: number) => {
    const name = currentName(node);
    Atomics.store(words, placeAt(node), NOWHERE);
    names.unlink(name);
    if (word(opensAt(node)) <= 0) free(node);
  };

  return {
    /** Makes the roots in a fresh region and gives them. */
    format(roots: number) {
      words[HEADER.nodesUsed] = 1;
      const made = Array.from({ length: roots }, take);
      for (const node of made) words[placeAt(node)] = ROOT;
      return made;
    },
    numberOf: (node: number) => word(generationAt(node)) * NODE_LIMIT + node,
    /** The node that goes by this number outside, if it is still the one that was meant. */
    byNumber(number: number) {
      const node = number % NODE_LIMIT;
      if (node < 1 || node >= used() || word(generationAt(node)) !== Math.floor(number / NODE_LIMIT))
        throw new FileError("ESTALE");
      return node;
    },
    /** The folder that a node is in: its own index for a root, 0 for a node that was removed. */
    folderOf(node: number) {
      const place = placeOf(node);
      return place === ROOT ? node : place >> 1;
    },
    find: names.find,
    within(folder: number): { node: number; name: string }[] {
      const found: { node: number; name: string }[] = [];
      const end = used();
      for (let node = 1; node < end; node += 1)
        if (placeOf(node) >> 1 === folder) found.push({ node, name: names.textOf(currentName(node)) });
      return found;
    },
    isEmpty(folder: number) {
      const end = used();
      for (let node = 1; node < end; node += 1) if (placeOf(node) >> 1 === folder) return false;
      return true;
    },
    /** A node that is in no folder yet, and empty. */
    take,
    /** Puts a node into a folder, from wherever it was; `replaced` is the one that had its name there. */
    place(node: number, folder: number, { name, replaced }: { name: FileName; replaced: number | null }) {
      const oldName = currentName(node);
      const newName = oldName ^ 1;
      names.link(newName, folder, name);
      if (replaced !== null) Atomics.store(words, HEADER.replaced, replaced);
      Atomics.store(words, placeAt(node), placeIn(folder, newName));
      names.unlink(oldName);
      if (replaced === null) return;
      remove(replaced);
      Atomics.store(words, HEADER.replaced, 0);
    },
    /** Removes what was replaced by a process that was terminated before it could remove it itself. */
    finishReplacing() {
      const replaced = word(HEADER.replaced);
      if (replaced === 0) return;
      Atomics.store(words, HEADER.replaced, 0);
      const isPlaced = replaced > 0 && replaced < used() && placeOf(replaced) > 0;
      if (isPlaced && names.isDouble(replaced, placeOf(replaced) >> 1)) remove(replaced);
    },
    remove,
    retain: (node: number) => void (words[opensAt(node)] = word(opensAt(node)) + 1),
    release(node: number) {
      words[opensAt(node)] = word(opensAt(node)) - 1;
      if (placeOf(node) === NOWHERE && word(opensAt(node)) <= 0) free(node);
    },
    room: () => ({
      nodes: NODE_LIMIT - 1,
      freeNodes: NODE_LIMIT - used() + word(HEADER.freeNodes),
    }),
  };
}
export type FileNodes = ReturnType<typeof openNodes>;
