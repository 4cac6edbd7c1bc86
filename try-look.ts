import { chromium } from "@playwright/test";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const [w, scheme] of [[390, "dark"], [1280, "light"]] as const) {
  const c = await b.newContext({ viewport: { width: w, height: 900 }, colorScheme: scheme }); const page = await c.newPage();
  await page.goto("http://127.0.0.1:4331/lessons/when-slowness-gets-complex/growing-in-complexity");
  const g = page.getByRole("group", { name: "Four servers and a balancer" });
  await g.scrollIntoViewIfNeeded();
  await g.getByRole("button", { name: "Start" }).click();
  await page.waitForTimeout(4000);
  await g.getByRole("combobox", { name: "Balancer" }).selectOption("at random");
  await page.waitForTimeout(6000);
  await page.screenshot({ path: `/tmp/sim-${w}.png` });
  await g.screenshot({ path: `/tmp/simg-${w}.png` });
  const h = page.getByRole("group", { name: "One server, more and more requests" });
  await h.scrollIntoViewIfNeeded(); await page.waitForTimeout(1500);
  await h.screenshot({ path: `/tmp/simh-${w}.png` });
}
await b.close();
