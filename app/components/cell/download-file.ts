/** Some browsers fetch a download's address only after the click. */
const REVOKE_AFTER_MS = 30_000;

/** Gives bytes to the learner as a file. As mere bytes: nothing a program wrote is ever opened as a page of ours. */
export function downloadFile(path: string, bytes: Uint8Array) {
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = path.split("/").at(-1) ?? path;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
