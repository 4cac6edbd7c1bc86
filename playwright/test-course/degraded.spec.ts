import { expect, test, type Page, type Route } from "@playwright/test";
import { cellNamed, expectState } from "../cell";

/** A browser or a page that lacks something: what can work works, and the rest says in a sentence why it does not. */
const LESSON = "/lessons/keeping/workshop";
const DRAFT = `lento:draft:${LESSON}:program:python`;

/** Runs a program that lets `attempt` tell what came of each function it is given. */
async function outcomes(page: Page, functions: string) {
  const code = `
import sys

def attempt(act):
    try:
        print(act.__name__, "gives", act())
    except BaseException as error:
        print(act.__name__, "raises", type(error).__name__, error)

if __name__ == "__main__":
${functions.trimEnd().replaceAll(/^/gm, "    ")}
`;
  await page.addInitScript(([key, draft]) => localStorage.setItem(key ?? "", draft ?? ""), [DRAFT, code]);
  await page.goto(LESSON);
  const cell = cellNamed(page, "Any program");
  await cell.run.click();
  await expectState(cell, "done");
  return cell.output.locator("pre");
}

const withoutIsolation = async (route: Route) => {
  const response = await route.fetch();
  const headers = response.headers();
  delete headers["cross-origin-opener-policy"];
  delete headers["cross-origin-embedder-policy"];
  await route.fulfill({ response, headers });
};

const PLAIN = `
def files():
    open("log.txt", "w").write("calm")
    return open("log.txt").read()
def sleeping():
    import time
    start = time.perf_counter()
    time.sleep(0.05)
    return time.perf_counter() - start >= 0.05
def tasks():
    import asyncio
    async def night():
        await asyncio.sleep(0.01)
        return "dawn"
    return asyncio.run(night())
for each in (files, sleeping, tasks): attempt(each)
`;

test.describe("a page that is not cross-origin isolated", () => {
  test.beforeEach(({ page }) => page.route(LESSON, withoutIsolation));

  test("runs programs of one process, threads included", async ({ page }) => {
    const printed = await outcomes(
      page,
      `${PLAIN}
def threads():
    from concurrent.futures import ThreadPoolExecutor
    with ThreadPoolExecutor(2) as executor:
        return list(executor.map(abs, [-1, -2]))
attempt(threads)`,
    );
    await expect(printed).toContainText("files gives calm");
    await expect(printed).toContainText("sleeping gives True");
    await expect(printed).toContainText("tasks gives dawn");
    await expect(printed).toContainText("threads gives [1, 2]");
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  });

  test("says why it starts no processes and asks for no input", async ({ page }) => {
    const printed = await outcomes(
      page,
      `
def process():
    import multiprocessing
    multiprocessing.Process(target=print).start()
def pool():
    import multiprocessing
    multiprocessing.Pool(2)
def script():
    import subprocess
    return subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True, text=True).stderr.strip()
def asking():
    return input("Name? ")
for each in (process, pool, script, asking): attempt(each)`,
    );
    const reason = "this page cannot start processes: it is not cross-origin isolated";
    await expect(printed).toContainText(`process raises OSError ${reason}`);
    await expect(printed).toContainText(`pool raises OSError ${reason}`);
    await expect(printed).toContainText(`script gives python3: ${reason}`);
    await expect(printed).toContainText(/asking raises EOFError .*not cross-origin isolated/);
  });

  test("still ends a program that never ends", async ({ page }) => {
    await page.addInitScript(([key]) => localStorage.setItem(key ?? "", "while True: pass"), [DRAFT]);
    await page.goto(LESSON);
    const cell = cellNamed(page, "Any program");
    await cell.run.click();
    await expectState(cell, "running");
    await cell.stop.click();
    await expectState(cell, "stopped");
  });
});

test("a browser that cannot suspend WebAssembly runs what needs no threads, and says why it has none", async ({
  page,
}) => {
  await page.route(/\/machine\/python\.\w+\.js$/, async (route) => {
    const response = await route.fetch();
    const body = `delete WebAssembly.Suspending; delete WebAssembly.promising;\n${await response.text()}`;
    await route.fulfill({ response, body, headers: { "content-type": "text/javascript" } });
  });
  const printed = await outcomes(
    page,
    `${PLAIN}
def process():
    import multiprocessing
    process = multiprocessing.Process(target=print, args=("a child",))
    process.start()
    process.join()
    return process.exitcode
def thread():
    import threading
    threading.Thread(target=print).start()
attempt(process)
attempt(thread)`,
  );
  await expect(printed).toContainText("files gives calm");
  await expect(printed).toContainText("sleeping gives True");
  await expect(printed).toContainText("tasks gives dawn");
  await expect(printed).toContainText("process gives 0");
  await expect(printed).toContainText(
    /thread raises RuntimeError .*cannot suspend WebAssembly \(it has no JSPI\)/,
  );
});
