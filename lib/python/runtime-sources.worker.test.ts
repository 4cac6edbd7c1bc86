import { expect, test } from "vitest";
import { readRuntimeSources } from "./node-parts";
import { runtimeSources } from "./runtime-sources.worker";

test("every Python file of the runtime's folder is in the process, under its name", () => {
  expect(runtimeSources).toEqual(readRuntimeSources());
});

test("the list is in the order of the folder", () => {
  expect(Object.keys(runtimeSources)).toEqual(Object.keys(runtimeSources).toSorted());
});
