/**
 * The address a request comes from. Each server on the way appends whom it heard it from to `X-Forwarded-For`, this one
 * too: only what our own proxies and we wrote counts, since a client may send anything before it.
 */
export function clientAddress(
  headers: Headers,
  { trustedProxyHops }: { trustedProxyHops: number },
): string | null {
  const addresses = (headers.get("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  // With fewer entries than proxies the first one is the best that is known.
  return addresses[Math.max(0, addresses.length - 1 - trustedProxyHops)] || null;
}
