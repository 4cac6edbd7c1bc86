/** A file of the machine: what it holds, or where it points. */
export type TreeFile =
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly isExecutable: boolean }
  | { readonly kind: "link"; readonly target: string };

/** Files by their absolute path; folders are where files are, and those named in `folders`. */
export type Tree = { readonly files: ReadonlyMap<string, TreeFile>; readonly folders: readonly string[] };
