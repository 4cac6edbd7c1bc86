import "server-only";

/** The text of a body, or why there is none. */
export type ReadBody = { readonly text: string } | { readonly problem: "too-large" | "not-text" };

/** Reads a body and stops as soon as it is larger than `limitBytes`, whatever length it claims to have. */
export async function readBody(request: Request, { limitBytes }: { limitBytes: number }): Promise<ReadBody> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    sizeBytes += part.value.byteLength;
    if (sizeBytes > limitBytes) {
      await reader?.cancel();
      return { problem: "too-large" };
    }
    chunks.push(part.value);
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { problem: "not-text" };
  }
}
