import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { cellNamed, expectState, printedIn, type CellOnPage } from "../cell";
import { openWithSecondTab } from "../second-tab";

/**
 * Every program in `playwright/programs` asserts by itself what it is about, in a sentence at its head. What it prints is
 * the same on every machine, so the machine's own Python must print it too, where there is one.
 */
const PROGRAMS = "playwright/programs";
const CELL = { page: "/lessons/keeping/workshop", title: "Any program", id: "program" };
const PYTHON_TIMEOUT_MS = 60_000;

type Program = {
  readonly file: string;
  readonly code: string;
  readonly input: string;
  readonly isPortable: boolean;
};

const programsIn = (folder: string): Program[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".py"))
    .toSorted()
    .map((name) => {
      const file = path.join(folder, name);
      const input = file.replace(/\.py$/, ".input");
      return {
        file,
        code: readFileSync(file, "utf8"),
        input: existsSync(input) ? readFileSync(input, "utf8") : "",
        isPortable: folder === PROGRAMS,
      };
    });

function sentenceOf({ file, code }: Program) {
  const sentence = /^"""(.+)\."""\n/.exec(code)?.[1];
  if (sentence === undefined) throw new Error(`${file} does not begin with a sentence in three quotes.`);
  return sentence;
}

type Surroundings = { cwd?: string; env?: NodeJS.ProcessEnv; input?: string };

/** Runs a command to its end; rejects where it fails, is not there or takes too long. */
const printed = (command: string, args: string[], { cwd, env, input = "" }: Surroundings = {}) =>
  new Promise<string>((resolve, reject) => {
    const options = { timeout: PYTHON_TIMEOUT_MS, ...(cwd && { cwd }), ...(env && { env }) };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      if (error === null && stderr === "") resolve(stdout);
      else
        reject(new Error(`${command} ${args.join(" ")} failed, saying ${stdout}${stderr}`, { cause: error }));
    });
    child.stdin?.end(input);
  });

/** The path of the machine's own Python, null where there is none that is new enough. */
async function findPython() {
  const ask = "import sys; print(sys.executable if sys.version_info >= (3, 11) else '')";
  const file = (await printed("python3", ["-c", ask]).catch(() => "")).trim();
  return file === "" ? null : file;
}
const python = findPython();

/** What CPython prints for a program in a home of its own, where processes are spawned as they are in the cell. */
async function printedByPython(file: string, program: Program) {
  const folder = await mkdtemp(path.join(tmpdir(), "lento-program-"));
  try {
    const home = path.join(folder, "home");
    const preamble = path.join(folder, "preamble");
    await Promise.all([mkdir(home), mkdir(preamble)]);
    await copyFile(program.file, path.join(home, "program.py"));
    await writeFile(
      path.join(preamble, "sitecustomize.py"),
      'import multiprocessing\n\nmultiprocessing.set_start_method("spawn", force=True)\n',
    );
    const env = {
      ...process.env,
      HOME: home,
      PYTHONPATH: preamble,
      PYTHONHASHSEED: "0",
      PYTHONUTF8: "1",
      PYTHONUNBUFFERED: "1",
      PYTHONDONTWRITEBYTECODE: "1",
    };
    return await printed(file, ["program.py"], { cwd: home, env, input: program.input });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Types the lines as the program asks for them, and ends the input where it wants more. */
async function answer({ group }: CellOnPage, input: string) {
  const button = (name: string) => group.getByRole("button", { name, exact: true });
  for (const line of input.split("\n").slice(0, -1)) {
    await group.getByRole("textbox", { name: "Input", exact: true }).fill(line);
    await button("Send").click();
  }
  const page = group.page();
  const wantsMore = button("End of input").and(page.locator(":enabled"));
  const hasEnded = group.and(page.locator('[data-state="done"], [data-state="failed"]'));
  await wantsMore.or(hasEnded).first().waitFor();
  if ((await hasEnded.count()) === 0) await wantsMore.click();
}

/** One page runs them all, as a learner's does; each program comes to it as what was written in another tab. */
let cell: CellOnPage;
let write: (code: string) => Promise<void>;

test.beforeAll(async ({ browser, baseURL }) => {
  const opened = await openWithSecondTab(browser, { ...(baseURL && { baseURL }), ...CELL });
  cell = cellNamed(opened.page, CELL.title);
  ({ write } = opened);
});

for (const program of [...programsIn(PROGRAMS), ...programsIn(`${PROGRAMS}/machine-only`)]) {
  test(sentenceOf(program), async () => {
    const file = program.isPortable ? await python : null;
    const byPython = file === null ? null : printedByPython(file, program);
    // Awaited below; until then its failure is nobody's.
    byPython?.catch(() => {});
    await write(program.code);
    await cell.run.click();
    if (program.input !== "") await answer(cell, program.input);
    await expect(cell.group).toHaveAttribute("data-state", /^(done|failed)$/, { timeout: 70_000 });

    expect(await printedIn(cell, "stderr")).toBe("");
    await expectState(cell, "done");
    const stdout = await printedIn(cell, "stdout");
    const expected = await byPython;
    if (expected === null) expect(stdout.endsWith("ok\n")).toBe(true);
    else expect(stdout).toBe(expected);
  });
}
