const HOME = "/root";

/** A path as people write one, from the root of the machine: from root's home where it does not say. */
export function machinePath(written: string): string {
  const path = written.trim().replace(/^~(?=\/|$)/, HOME);
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${HOME}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** A path as one word of a shell command. */
export const quoted = (path: string): string => `'${path.replaceAll("'", String.raw`'\''`)}'`;
