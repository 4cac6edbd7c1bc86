import { expect, test } from "vitest";
import * as z from "zod";
import { newId } from "./new-id";

test("an id is a version 4 UUID, and another each time", () => {
  const ids = Array.from({ length: 200 }, newId);
  for (const id of ids) expect(z.uuid({ version: "v4" }).safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
