import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

const address = (forwarded: string | null, trustedProxyHops: number) =>
  clientAddress(new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded }), {
    trustedProxyHops,
  });

test.each([
  ["192.0.2.7", 0, "192.0.2.7"],
  ["203.0.113.1, 192.0.2.7", 0, "192.0.2.7"],
  ["203.0.113.1, 10.0.0.1", 1, "203.0.113.1"],
  ["forged, 203.0.113.1, 10.0.0.1", 1, "203.0.113.1"],
  ["forged, 203.0.113.1, 10.0.0.2, 10.0.0.1", 2, "203.0.113.1"],
  ["10.0.0.1", 3, "10.0.0.1"],
])("of %j behind %d proxies, %s is the client", (forwarded, hops, client) => {
  expect(address(forwarded, hops)).toBe(client);
});

test("without the header nobody is known", () => {
  expect(address(null, 0)).toBeNull();
});
