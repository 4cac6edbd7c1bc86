import { expect, test } from "@playwright/test";
import { cellNamed, expectState } from "../cell";
import { openWithSecondTab } from "../second-tab";

const CELL = { page: "/lessons/keeping/workshop", title: "Any program", id: "program" };

/** Computes half of the time, with a second process beside it that computes all of the time. */
const PROGRAM = `import multiprocessing, time

def compute(seconds):
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass

if __name__ == "__main__":
    other = multiprocessing.Process(target=compute, args=(2,))
    other.start()
    for _ in range(20):
        compute(0.1)
        time.sleep(0.1)
    other.join()
    open("done.txt", "w").write("done" * 1000)
`;

test("the machine over time is drawn while a program runs, and shows who did not wait; at its end stands what it used", async ({
  browser,
  baseURL,
}) => {
  const { page, write } = await openWithSecondTab(browser, { ...(baseURL && { baseURL }), ...CELL });
  const cell = cellNamed(page, CELL.title);
  await write(PROGRAM);
  await cell.run.click();
  await cell.group.getByText("The machine over time").click();
  const picture = cell.group.getByRole("img", { name: "The machine over time" });
  await expect(picture).toBeVisible();
  await expectState(cell, "running");
  await expect(picture).toContainText("Processes not waiting");
  await expect(picture).toContainText("Memory of all processes");

  await expectState(cell, "done");
  await expect(cell.sentence).toContainText("waiting in its own process.");
  await expect(cell.group.getByText("memory at most, with the interpreter")).toBeVisible();
  await expect(cell.group.getByText("written to files")).toBeVisible();
  await expect(cell.group.getByText("more processes")).toBeVisible();
  await expect(picture).toContainText("Files, read and written");
  await cell.group.getByText("As a table").click();
  await expect(cell.group.getByRole("columnheader", { name: "Processes not waiting" })).toBeVisible();
  await page.context().close();
});
