import { expect, test } from "vitest";
import { highlight } from "./highlight.server";

test("tokens carry classes and no styles of their own", async () => {
  const html = await highlight("def half(x):\n    return x / 2  # why", "python");
  expect(html).toContain('<span class="keyword">def</span>');
  expect(html).toContain('class="comment"');
  expect(html).not.toContain("style=");
});

test("every line is a line, so that it can be numbered", async () => {
  expect((await highlight("a\n\nb", "python")).match(/class="line"/g)).toHaveLength(3);
});

test("markup in code is escaped, also in a language without a grammar", async () => {
  for (const language of ["python", "cobol"]) {
    const html = await highlight("<script>alert(1)</script>", language);
    expect(html).not.toContain("<script>");
    expect(html).toContain("&#x3C;");
  }
});
