import { expect, test } from "vitest";
import { renderMarkdown, renderPhrase } from "./markdown.server";

test("code fences become HTML, and code in them is escaped and can have the focus, so that keys scroll it", async () => {
  expect(await renderMarkdown("```python\nif a < b:\n```")).toBe(
    '<pre tabindex="0"><code class="language-python">if a &#x3C; b:\n</code></pre>',
  );
});

test("a table stands in a region that scrolls when it is wide, by keyboard too", async () => {
  const html = await renderMarkdown("| a |\n|---|\n| 1 |");
  expect(html).toMatch(/^<div data-scrolls="table" role="region" aria-label="Table" tabindex="0"><table>/);
  expect(html).toContain("<td>1</td>");
});

test("a single paragraph in a line has no paragraph around it, and longer text keeps its own", async () => {
  expect(await renderPhrase("`main`, *first*")).toBe("<code>main</code>, <em>first</em>");
  expect(await renderPhrase("One.\n\nTwo.")).toBe("<p>One.</p>\n<p>Two.</p>");
});

test.each([
  "<script>alert(1)</script>",
  "text <img src=x onerror=alert(1)> text",
  "[click](javascript:alert(1))",
  "[click](JaVaScRiPt:alert(1))",
  "[click](&#106;avascript:alert(1))",
  "![x](data:text/html;base64,PHNjcmlwdD4=)",
  "<a href='javascript:alert(1)'>x</a>",
  "[x]: javascript:alert(1)\n\n[x]",
])("nothing in %j can run", async (markdown) => {
  for (const html of [await renderMarkdown(markdown), await renderPhrase(markdown)])
    expect(html).not.toMatch(/<script|onerror|javascript:|data:/i);
});

test("links to pages, headings and mail stay", async () => {
  expect(
    await renderMarkdown("[a](https://example.org/) [b](#here) [c](/lessons/x/y) [d](mailto:a@b.c)"),
  ).toMatch(/href="https:\/\/example\.org\/".*href="#here".*href="\/lessons\/x\/y".*href="mailto:a@b\.c"/);
});
