import { expect, test } from "vitest";
import { codeHtml } from "./code-marks";
import { codeMarks } from "./highlight.server";

const python = 'def half(x):\n    return x / 2  # why\n\nprint(f"{half(4)} < 3 & more")';

test("marks are short, and with the code they give every line and token their places", async () => {
  const marks = await codeMarks(python, "python");
  expect(marks.length).toBeLessThan(python.length);
  const html = codeHtml(python, marks);
  expect(html.match(/<span class="line">/g)).toHaveLength(4);
  expect(html).toContain('<span class="keyword">def</span>');
  expect(html).toMatch(/<span class="comment"> *# why<\/span>/);
  expect(html).toContain('<span class="function">');
});

test("what they give is the code, character by character, and no markup of its own", async () => {
  for (const code of [python, "<script>alert('&')</script>", "", "\n\n", "é = '🦉'\n"]) {
    const html = codeHtml(code, await codeMarks(code, "python"));
    const text = html
      .replaceAll(/<[^>]+>/g, "")
      .replaceAll("&lt;", "<")
      .replaceAll("&amp;", "&");
    expect(text).toBe(code);
    expect(html).not.toContain("<script>");
  }
});
