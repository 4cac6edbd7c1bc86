import { loadPyodide } from "pyodide";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { profileForTests, SEARCHING } from "./profile-for-tests";
import { pstatsBytes } from "./pstats";

const python = await loadPyodide();
python.runPython(`
import io, json, pstats

def read(bytes):
    with open("profile.pstats", "wb") as file:
        file.write(bytes)
    return pstats.Stats("profile.pstats", stream=io.StringIO())

def summed_up(bytes):
    stats = read(bytes)
    return json.dumps({
        "calls": stats.total_calls,
        "primitive": stats.prim_calls,
        "seconds": stats.total_tt,
        "functions": {
            "%s:%s(%s)" % place: [*sums, {"%s:%s(%s)" % caller: of for caller, of in callers.items()}]
            for place, (*sums, callers) in stats.stats.items()
        },
    })

def printed(bytes):
    stats = read(bytes)
    stats.sort_stats("cumulative").print_stats()
    stats.print_callers("key")
    return stats.stream.getvalue()
`);

const ask = (question: "summed_up" | "printed", profile: Uint8Array) => {
  python.globals.set("given", profile);
  return z.string().parse(python.runPython(`${question}(given.to_bytes())`));
};

test("Python's pstats reads every function's calls, times and callers", () => {
  expect(JSON.parse(ask("summed_up", pstatsBytes(SEARCHING)))).toEqual({
    calls: 1 + 1 + 233 + 460 + 33,
    primitive: 1 + 1 + 233 + 460 + 3,
    seconds: expect.closeTo(0.1, 9),
    functions: {
      "program.py:10(<module>)": [1, 1, 0.005, 0.1, {}],
      "program.py:20(sort)": [1, 1, 0.02, 0.035, { "program.py:10(<module>)": [1, 1, 0.02, 0.035] }],
      "program.py:30(key)": [
        233,
        233,
        0.022,
        0.022,
        { "program.py:20(sort)": [200, 200, 0.01, 0.01], "program.py:50(search)": [33, 33, 0.012, 0.012] },
      ],
      "~:0(<built-in len>)": [
        460,
        460,
        0.013,
        0.013,
        { "program.py:20(sort)": [400, 400, 0.005, 0.005], "program.py:50(search)": [60, 60, 0.008, 0.008] },
      ],
      "program.py:50(search)": [
        3,
        33,
        0.04,
        0.06,
        { "program.py:10(<module>)": [3, 3, 0.015, 0.06], "program.py:50(search)": [0, 30, 0.025, 0] },
      ],
    },
  });
});

test("pstats prints its tables from it", () => {
  const printed = ask("printed", pstatsBytes(SEARCHING));
  expect(printed).toMatch(/728 function calls \(698 primitive calls\) in 0\.100 seconds/);
  expect(printed).toMatch(/33\/3 +0\.040 +\S+ +0\.060 +\S+ program\.py:50\(search\)/);
  expect(printed).toMatch(/program\.py:30\(key\) +<- +200 +0\.010 +0\.010 +program\.py:20\(sort\)/);
});

test("more calls than 32 bits can count and names of any script arrive whole", () => {
  const profile = profileForTests([["雪 naïve", 2 ** 40 + 12_345, 2.5]]);
  expect(JSON.parse(ask("summed_up", pstatsBytes(profile)))).toMatchObject({
    calls: 2 ** 40 + 12_345,
    functions: { "program.py:10(雪 naïve)": [2 ** 40 + 12_345, 2 ** 40 + 12_345, 0.0025, 0.0025, {}] },
  });
});
