/** Packs and unpacks with the browser's own means (the Compression Streams standard). */
export const gzip = (bytes: Uint8Array<ArrayBuffer>) => through(bytes, new CompressionStream("gzip"));
export const gunzip = (bytes: ArrayBuffer) => through(bytes, new DecompressionStream("gzip"));

const through = (bytes: BlobPart, stream: ReadableWritablePair<Uint8Array, BufferSource>) =>
  new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer();
