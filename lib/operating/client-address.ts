/**
 * The address a request comes from. Each server on the way appends whom it heard it from to `X-Forwarded-For`, this one
 * too: only what our own proxies and we wrote counts, since a client may send anything before it. Of IPv6 it is the
 * network, all of whose addresses one household has.
 */
export function clientAddress(
  headers: Headers,
  { trustedProxyHops }: { trustedProxyHops: number },
): string | null {
  const addresses = (headers.get("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  // With fewer entries than proxies the first one is the best that is known.
  const address = addresses[Math.max(0, addresses.length - 1 - trustedProxyHops)];
  return address ? networkOf(address) : null;
}

const GROUPS = 8;
const NETWORK_GROUPS = 4;

function networkOf(address: string): string {
  const asIPv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (asIPv4 !== undefined || !address.includes(":")) return asIPv4 ?? address;
  const [start = [], end = []] = address.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = Array.from({ length: Math.max(0, GROUPS - start.length - end.length) }, () => "0");
  const groups = [...start, ...zeros, ...end].slice(0, NETWORK_GROUPS);
  return `${groups.map((group) => group.toLowerCase().replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
