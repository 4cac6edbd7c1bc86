import { loadPyodide } from "pyodide";
import { expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { findFrozenModules, findTables } from "./rare-tables";

const EVERY_CHARACTER = `
import hashlib, unicodedata
seen = hashlib.sha256()
for character in map(chr, [*range(0x3000), *range(0x3000, 0x33480, 11), *range(0xE0000, 0xE0200)]):
    seen.update(repr((
        unicodedata.name(character, ""), unicodedata.category(character), unicodedata.bidirectional(character),
        unicodedata.combining(character), unicodedata.mirrored(character), unicodedata.decomposition(character),
        unicodedata.numeric(character, None), unicodedata.east_asian_width(character),
        unicodedata.normalize("NFKC", character), unicodedata.normalize("NFD", character),
    )).encode("utf-8", "surrogatepass"))
    name = unicodedata.name(character, None)
    assert name is None or unicodedata.lookup(name) == character
seen.hexdigest()
`;

const EVERY_EAST_ASIAN_ENCODING = `
import hashlib
names = "gb2312 gbk gb18030 hz big5hkscs big5 cp950 cp932 euc_jp euc_jis_2004 euc_jisx0213 shift_jis shift_jis_2004 shift_jisx0213 iso2022_jp iso2022_jp_3 iso2022_kr euc_kr cp949 johab"
seen = hashlib.sha256()
characters = "".join(map(chr, [*range(0xD800), *range(0xE000, 0x33480)]))
pairs = b"".join(pair.to_bytes(2) + b" " for pair in range(0x8000, 0x10000))
for name in names.split():
    seen.update(characters.encode(name, "ignore"))
    seen.update(pairs.decode(name, "replace").encode())
seen.hexdigest()
`;

const FROZEN = `
import importlib, runpy, os, abc
before = os.path.join
importlib.reload(os); importlib.reload(abc)
import ntpath, __phello__.spam
assert ntpath.join("a", "b") == "a" + chr(92) + "b"
assert os.__spec__.loader.get_code("os").co_names
runpy.run_module("__hello__")["__name__"] + ntpath.basename("c:/d/e")
`;

const inStock = async (code: string): Promise<unknown> => (await loadPyodide()).runPython(code);

test.each([
  ["what is known of every character", EVERY_CHARACTER],
  ["what East Asian encodings make of every character and pair of bytes", EVERY_EAST_ASIAN_ENCODING],
  ["what the modules frozen into the interpreter are", FROZEN],
])("%s is the same as in the interpreter as it came", async (_, code) => {
  const { python, libraryReads } = await bootInNode();
  expect(libraryReads()).toBe(0);
  expect(python.runPython(code)).toBe(await inStock(code));
});

test("a name in a literal and an identifier that is not ASCII need no import of their own", async () => {
  const { python } = await bootInNode();
  expect(python.runPython(String.raw`größe = "\N{SNOWMAN}"; größe`)).toBe("☃");
});

test("a process that reads none of it does not ask for it", async () => {
  const { runtime, heard, libraryReads } = await bootInNode();
  await runtime.run({ path: "main.py", code: 'import json, random\nprint("é".upper(), "ß".casefold())' });
  expect(
    heard()
      .map(({ text }) => text)
      .join(""),
  ).toBe("É ss\n");
  expect(libraryReads()).toBe(0);
});

test("an interpreter with other tables is refused", () => {
  const memory = Buffer.alloc(65_536);
  expect(() => findTables(memory)).toThrow("Correct rare-tables.ts");
  expect(() => findFrozenModules(memory)).toThrow("Correct rare-tables.ts");
});
