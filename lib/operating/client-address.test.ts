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

test.each([
  ["2001:db8:7:9:aaaa:bbbb:cccc:dddd", "2001:db8:7:9::/64"],
  ["2001:DB8:0007:9::1", "2001:db8:7:9::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
])("%s counts as %s", (sent, counted) => {
  expect(address(sent, 0)).toBe(counted);
});

test("without the header nobody is known", () => {
  expect(address(null, 0)).toBeNull();
});
