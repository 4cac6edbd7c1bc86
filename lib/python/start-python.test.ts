import { expect, test } from "vitest";
import * as z from "zod/mini";
import { freshMemory } from "@/lib/machine/fresh-memory";
import { BLOCK_BYTES, openSnapshot } from "@/lib/machine/packed-snapshot";
import { bootInNode } from "./boot-in-node";
import { openPartsFolder, readInterpreter } from "./node-parts";
import { pyodideInNode } from "./pyodide-in-node";
import { partsForTests } from "./snapshot-for-tests";
import { startPython } from "./start-python";

const Memory = z.object({ HEAPU8: z.instanceof(Uint8Array) });
type Booted = Awaited<ReturnType<typeof bootInNode>>;
const builtIn = process.env["TZ"];

async function printed({ runtime, heard }: Booted, code: string) {
  await runtime.replay([]);
  heard();
  await runtime.run({ path: "caesar.py", code });
  return heard()
    .map(({ text }) => text)
    .join("");
}

const fromSources = await bootInNode({ from: "sources" });
const fromSnapshot = await bootInNode();

test.each([
  "import sys; print(sys.path, sys.flags, sys.executable, sys.argv)",
  "import os; print(sorted(os.environ.items()), os.getcwd(), os.listdir('/lib'))",
  "print(hash('caesar'), hash(('a', 1.5)), list({'fox', 'dog', 'cat', 'hen'}))",
  "import random; print(random.random(), random.sample(range(1_000), 5))",
  "import time; print(time.timezone, time.altzone, time.daylight, time.tzname)",
  "import asyncio\nasync def main(): return 7\nprint(main().__name__, asyncio.iscoroutinefunction(main))",
  "import cProfile; cProfile.run('sorted([3, 1, 2])')\nprint(len(__import__('linecache').cache))",
  "import json; json.loads('{')",
  "import json\na = []\na.append(a)\njson.dumps(a, indent=1)",
  "import textwrap; textwrap.wrap('fox', 0)",
  "import copy\nx = []\nfor _ in range(9_000): x = [x]\ncopy.deepcopy(x)",
  "import traceback, heapq\ntry: heapq.nlargest(2, [1, 'a'])\nexcept TypeError: print(traceback.format_exc())",
  "import statistics; statistics.mean([])",
  "import dataclasses\n@dataclasses.dataclass\nclass P: x: int\nprint(P(1) == P(1), P(2))",
  "from math import cosinus",
  "class C: colour = 1\nC().color",
  "import maths",
  "print('ä'.encode('cp1252'), b'a'.hex())",
  "import sqlite3; print(sqlite3.connect(':memory:').execute('select 1 + 1').fetchall())",
  "import threading; print(threading.current_thread().name, threading.main_thread().ident)",
  "import gc; print(gc.isenabled(), gc.get_threshold())",
  "import inspect, textwrap; print(inspect.getsource(textwrap.indent)[:12])",
])("%j: a process from a snapshot prints what one from sources does", async (code) => {
  const isSeconds = /\b0\.\d{3}\b/g;
  const expected = (await printed(fromSources, code)).replaceAll(isSeconds, "");
  expect((await printed(fromSnapshot, code)).replaceAll(isSeconds, "")).toBe(expected);
  expect(expected).not.toBe("");
});

test("what programs of the course import is there without the archive", async () => {
  const booted = await bootInNode();
  const code =
    "import cProfile, pstats, timeit, statistics, collections, datetime, queue, concurrent.futures, csv";
  expect(await printed(booted, `${code}\n1 / 0`)).toContain("ZeroDivisionError");
  expect(await printed(booted, "prnit(1)")).toContain("Did you mean: 'print'?");
  expect(await printed(booted, "print(")).toContain("'(' was never closed");
  expect(booted.libraryReads()).toBe(0);
});

test("any other module is read from the archive, which is asked for once", async () => {
  const booted = await bootInNode();
  expect(await printed(booted, "import html, wave; print(html.escape('<'))")).toBe("&lt;\n");
  expect(await printed(booted, "import colorsys; print(colorsys.__name__)")).toBe("colorsys\n");
  expect(booted.libraryReads()).toBe(1);
});

test("a module that is nowhere does not need the archive", async () => {
  const booted = await bootInNode();
  expect(await printed(booted, "import numpy")).toContain("ModuleNotFoundError: No module named 'numpy'");
  expect(booted.libraryReads()).toBe(0);
});

test("the clock is that of the machine a process runs on, not of the one that made the snapshot", async () => {
  process.env["TZ"] = "Asia/Tokyo";
  try {
    const booted = await bootInNode();
    const code =
      "import time; print(time.timezone, time.daylight, time.localtime(0).tm_hour, time.strftime('%z'))";
    expect(await printed(booted, code)).toBe("-32400 0 9 +0900\n");
    expect(await printed(booted, "import time; print(time.tzname[0] == time.localtime().tm_zone)")).toBe(
      "True\n",
    );
  } finally {
    if (builtIn === undefined) delete process.env["TZ"];
    else process.env["TZ"] = builtIn;
  }
});

test("no process knows what another one did", async () => {
  await printed(await bootInNode(), "import random, json; json.secret = random.secret = 1");
  expect(await printed(await bootInNode(), "import json; print(hasattr(json, 'secret'))")).toBe("False\n");
});

test("whatever an interpreter writes into its memory before the snapshot comes is overwritten by the snapshot", async () => {
  const { loadPyodide, createPyodideModule } = await pyodideInNode();
  const { interpreter, snapshot: bytes } = await partsForTests();
  const snapshot = openSnapshot(bytes);
  using parts = openPartsFolder({ interpreter, library: new Uint8Array() });
  let memory = new Uint8Array();
  const createModule: typeof createPyodideModule = async (settings) => {
    const emscripten = await createPyodideModule(settings);
    memory = Memory.parse(emscripten).HEAPU8.slice();
    return emscripten;
  };
  await startPython({ loadPyodide, createPyodideModule: createModule }, { indexURL: parts.folder, snapshot });
  const fresh = Buffer.alloc(memory.length);
  fresh.set(freshMemory(readInterpreter().interpreter));
  const restored = new Set(snapshot.indexes);
  const isAsFresh = (at: number) =>
    fresh.subarray(at, at + BLOCK_BYTES).equals(memory.subarray(at, at + BLOCK_BYTES));
  const written = Array.from({ length: memory.length / BLOCK_BYTES }, (_, index) => index).filter(
    (index) => !isAsFresh(index * BLOCK_BYTES),
  );
  expect(written.length).toBeGreaterThan(0);
  expect(written.filter((index) => !restored.has(index))).toEqual([]);
});
