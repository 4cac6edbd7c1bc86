/**
 * Why this request must not change anything, as a sentence; null if it comes from our own pages.
 * Without a public origin the `Origin` has to match the `Host`.
 */
export function foreignOriginProblem(
  headers: Headers,
  { publicOrigin }: { publicOrigin: string | null },
): string | null {
  const origin = headers.get("origin");
  if (origin === null)
    return "This request does not say which page it comes from (no Origin). Send it from the course's own page.";
  if (origin === "null")
    return "This request comes from a page without an origin. Send it from the course's own page.";
  const host = headers.get("host")?.toLowerCase();
  const ours = publicOrigin === null ? [`http://${host}`, `https://${host}`] : [publicOrigin];
  if (host !== undefined && ours.includes(origin)) return null;
  return `This request comes from another site. Open the course at ${publicOrigin ?? "its own address"} and try again; if this is its address, the server's PUBLIC_URL has to name it.`;
}
