import { expect, test } from "vitest";
import { routeOf } from "./route-of";

test.each([
  ["/api/attempts", "/api/attempts"],
  ["/api/exercises/caesar/solution", "/api/exercises/…/solution"],
  ["/readyz", "/readyz"],
])("%s is counted as %s", (path, route) => {
  expect(routeOf(path)).toBe(route);
});
