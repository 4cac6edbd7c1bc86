import { request as rawRequest } from "node:http";
import { expect, test } from "@playwright/test";

// Its registration is a part of every visit.
test.use({ serviceWorkers: "allow" });

const LESSON = "/lessons/slow-code/expensive-loop";
const everywhere = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-resource-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

/** As written on the wire: a URL that `fetch` would mend first. */
function statusAndHeaders(origin: string, path: string) {
  return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    rawRequest({ hostname, port, path }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .on("error", reject)
      .end();
  });
}

test("every kind of answer carries the security headers", async ({ baseURL, request }) => {
  const html = await (await request.get(LESSON)).text();
  const chunk = /\/_next\/static\/chunks\/[^"]+\.js/.exec(html)?.[0] ?? "";
  const paths = [
    "/",
    LESSON,
    "/quizzes/slow-code",
    "/nothing",
    "/api/nothing",
    "/api/progress",
    "/livez",
    chunk,
  ];
  for (const path of [...paths, "/_next/static/nothing.js", "/machine/nothing.wasm"]) {
    const { headers } = await statusAndHeaders(baseURL ?? "", path);
    expect(headers, path).toMatchObject(everywhere);
  }
});

test("an answer without a body carries them too", async ({ request }) => {
  const etag = (await request.get("/")).headers()["etag"] ?? "";
  const again = await request.get("/", { headers: { "if-none-match": etag } });
  expect(again.status()).toBe(304);
  expect(again.headers()).toMatchObject(everywhere);
  const refused = await request.delete("/api/attempts");
  expect(refused.status()).toBe(405);
  expect(refused.headers()).toMatchObject(everywhere);
});

test("an address that cannot be read is no page, and no fault", async ({ baseURL }) => {
  const { status, headers } = await statusAndHeaders(baseURL ?? "", "/%E0%A4%A");
  expect([400, 404]).toContain(status);
  expect(headers).toMatchObject(everywhere);
});

test("a page's policy names each of its inline scripts and allows no others", async ({ request }) => {
  for (const path of ["/", LESSON, "/quizzes/slow-code", "/nothing"]) {
    const response = await request.get(path);
    const policy = response.headers()["content-security-policy"] ?? "";
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
    expect(scripts, path).not.toContain("unsafe");
    const inline = (await response.text()).match(/<script(?![^>]*\ssrc=)/g) ?? [];
    expect(scripts.match(/'sha256-/g)?.length, path).toBeGreaterThan(0);
    expect(scripts.match(/'sha256-/g)?.length, path).toBeLessThanOrEqual(inline.length);
    expect(policy).toContain("frame-ancestors 'none'");
  }
});

test("pages are asked for anew, chunks and the machine are kept for good", async ({ request, page }) => {
  expect((await request.get(LESSON)).headers()["cache-control"]).toBe("no-cache");
  const kept: string[] = [];
  page.on("response", (response) => {
    if (/\/_next\/static\/chunks\/|\/machine\//.test(response.url()))
      kept.push(response.headers()["cache-control"] ?? "");
  });
  await page.goto(LESSON);
  await page.getByRole("button", { name: "Run" }).first().click();
  await expect(page.getByRole("log").first()).toContainText("bytes");
  expect(kept.length).toBeGreaterThan(5);
  expect(new Set(kept)).toEqual(new Set(["public, max-age=31536000, immutable"]));
});

test("the page is isolated and a whole visit breaks no policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (/Content Security Policy|violates|blocked/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(LESSON);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  const cell = page.getByRole("group", { name: "Traffic per team" });
  for (const language of ["JavaScript", "Python"]) {
    await cell.getByText(language, { exact: true }).click();
    await cell.getByRole("button", { name: "Run" }).click();
    await expect(cell.getByRole("status")).toContainText("Ran in");
  }
  await cell.hover();
  await cell.getByRole("button", { name: "Edit" }).click();
  await expect(cell.getByRole("textbox")).toBeFocused();
  await page.goto("/quizzes/slow-code");
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("button", { name: "Take it again" })).toBeVisible();
  expect(complaints).toEqual([]);
});
