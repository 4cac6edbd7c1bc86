import { expect, test } from "@playwright/test";
import { cellNamed, chooseLanguage, expectState, languageNames, runToEnd } from "../cell";

const LESSON = "/lessons/keeping/first-light";

const raised = {
  Python: {
    sentence: /^Ended after .* with ZeroDivisionError/,
    places: ['File "raises.py", line 2', 'File "raises.py", line 5'],
    lines: ["return 10 // matches", "strike(0)"],
  },
  JavaScript: {
    sentence: /^Ended after .* with TypeError/,
    places: [/^raises\.js:2/, /^raises\.js:5/],
    lines: ["return matches.first.flame;", "strike([]);"],
  },
};

for (const language of languageNames) {
  test(`what ${language} raises names its places, and each opens the editor at its line`, async ({
    page,
  }) => {
    await page.goto(LESSON);
    const cell = cellNamed(page, "A lamp that breaks");
    await chooseLanguage(cell, language);
    await cell.run.click();
    await expectState(cell, "failed");
    const { sentence, places, lines } = raised[language];
    await expect(cell.sentence).toHaveText(sentence);
    for (const [index, place] of places.entries()) {
      await cell.output.getByRole("button", { name: place }).click();
      await expect(cell.editor).toBeFocused();
      await page.keyboard.press("End");
      await page.keyboard.type(" mark");
      await expect(cell.group).toContainText(`${lines[index]} mark`);
    }
  });

  test(`in ${language} what goes to the error output is told from the rest, by eye and by ear`, async ({
    page,
  }) => {
    await page.goto(LESSON);
    const cell = cellNamed(page, "Say it in two ways");
    await chooseLanguage(cell, language);
    await runToEnd(cell);
    const plain = cell.output.getByText("to the crew");
    const error = cell.output.getByText("to the coast guard");
    await expect(error).toContainText("Error output: to the coast guard");
    await expect(plain).not.toContainText("Error output");
    const colourOf = (text: typeof plain) => text.evaluate((element) => getComputedStyle(element).color);
    expect(await colourOf(error)).not.toBe(await colourOf(plain));
  });
}
