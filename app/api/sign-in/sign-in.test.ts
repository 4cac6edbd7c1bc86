import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { POST as submitAttempt } from "@/app/api/attempts/route";
import { newBrowser } from "@/app/api/browser-for-tests";
import { useCourseForTests } from "@/app/api/course-for-tests";
import { GET as getLearner } from "@/app/api/learner/route";
import { POST as goOn } from "@/app/api/learner/continue/route";
import { POST as makeCode } from "@/app/api/learner/recovery/route";
import { GET as getProgress } from "@/app/api/progress/route";
import { GET as getDraw } from "@/app/api/quizzes/[module]/draw/route";
import { POST as signOut } from "@/app/api/sign-out/route";
import { DrawView } from "@/lib/quiz/question-view";
import { closeDatabase } from "@/lib/storage/database.server";
import { GET as callback } from "./callback/route";
import { signInAt, startProvider } from "./provider-for-tests";
import { GET as begin } from "./route";

const ORIGIN = "http://localhost:3000";
let provider: Awaited<ReturnType<typeof startProvider>>;
beforeAll(async () => {
  await useCourseForTests();
  provider = await startProvider({ publicOrigin: ORIGIN });
  vi.stubEnv("PUBLIC_URL", ORIGIN);
  for (const [name, value] of Object.entries(provider.settings)) vi.stubEnv(name, value);
});
afterAll(async () => {
  await provider.close();
  await closeDatabase();
});

type Browser = ReturnType<typeof newBrowser>;

async function attempt(browser: Browser) {
  const response = await browser.get(getDraw, "/", { params: Promise.resolve({ module: "loops" }) });
  const { draw } = DrawView.parse(await response.json());
  const body = { attemptId: randomUUID(), quiz: "loops", drawn: draw, answers: {} };
  expect((await browser.post(submitAttempt, JSON.stringify(body))).status).toBe(201);
}

const attempts = async (browser: Browser) =>
  (await (await browser.get(getProgress, "/")).json()).quizzes.loops?.attempts ?? 0;

async function beginAt(browser: Browser, search = "") {
  const response = await browser.get(begin, `/api/sign-in${search}`);
  expect(response.status).toBe(303);
  return response.headers.get("location") ?? "";
}

const answerTo = (browser: Browser, address: string) => {
  const { pathname, search } = new URL(address);
  return browser.get(callback, `${pathname}${search}`);
};

/** Signs in under a name; gives where the browser ends up. */
async function signInAs(browser: Browser, name: string, search = "") {
  const back = await signInAt(await beginAt(browser, search), { name });
  return (await answerTo(browser, back)).headers.get("location");
}

const FAILED = `${ORIGIN}/progress#sign-in-failed`;

test("whoever signs in goes on in every browser, and what was done there before is added once", async () => {
  const [home, phone] = [newBrowser(), newBrowser()];
  await attempt(home);
  await attempt(phone);
  const anonymous = home.cookie();
  expect(await signInAs(home, "ada", "?return=/quizzes/loops")).toBe(`${ORIGIN}/quizzes/loops`);
  expect(home.cookie()).not.toContain(anonymous);
  expect(await attempts(home)).toBe(1);
  expect(await signInAs(phone, "ada")).toBe(`${ORIGIN}/progress`);
  expect(await attempts(phone)).toBe(2);
  expect(await signInAs(phone, "ada")).toBe(`${ORIGIN}/progress`);
  expect(await attempts(home)).toBe(2);
});

test("a page can tell where to sign in, and whether somebody is", async () => {
  const browser = newBrowser();
  const told = async () => (await browser.get(getLearner, "/")).json();
  const signIn = { host: new URL(provider.settings.OIDC_ISSUER).host };
  expect(await told()).toMatchObject({ isSignedIn: false, signIn });
  await attempt(browser);
  expect(await told()).toMatchObject({ isKnown: true, isSignedIn: false });
  await signInAs(browser, "ada");
  expect(await told()).toMatchObject({ isKnown: true, isSignedIn: true });
});

test("who is somebody else signs in as somebody else, and takes nothing along", async () => {
  const browser = newBrowser();
  await attempt(browser);
  await signInAs(browser, "eve");
  await signInAs(browser, "ida");
  expect(await attempts(browser)).toBe(0);
  await signInAs(browser, "eve");
  expect(await attempts(browser)).toBe(1);
});

test("a cookie or a code from before signing in leads to nothing of who signed in", async () => {
  const [planted, victim, other] = [newBrowser(), newBrowser(), newBrowser()];
  await attempt(planted);
  const { code } = await (await planted.post(makeCode, "{}")).json();
  victim.setCookie(planted.cookie());
  await signInAs(victim, "uma");
  expect(await attempts(victim)).toBe(1);
  expect(await attempts(planted)).toBe(0);
  expect((await other.post(goOn, JSON.stringify({ code }))).status).toBe(404);
});

test("who signs out is signed out in every browser, and finds everything when they sign in again", async () => {
  const [home, stolen] = [newBrowser(), newBrowser()];
  await attempt(home);
  await signInAs(home, "zoe");
  stolen.setCookie(home.cookie());
  const response = await home.post(signOut, "{}");
  expect(response.status).toBe(204);
  expect(response.headers.get("set-cookie")).toMatch(/Max-Age=0/);
  expect(await attempts(stolen)).toBe(0);
  expect((await stolen.post(signOut, "{}")).status).toBe(409);
  const again = newBrowser();
  await signInAs(again, "zoe");
  expect(await attempts(again)).toBe(1);
});

test("an answer that is not the one to what this browser began is none", async () => {
  const [browser, attacker] = [newBrowser(), newBrowser()];
  const back = await signInAt(await beginAt(browser), { name: "ann" });
  const changed = (name: string, value: string) => {
    const address = new URL(back);
    address.searchParams.set(name, value);
    return address.href;
  };
  const pending = browser.cookie();
  for (const wrong of [
    changed("state", "other"),
    changed("code", "other"),
    changed("iss", "https://evil.example"),
    `${ORIGIN}/api/sign-in/callback`,
    `${ORIGIN}/api/sign-in/callback?error=access_denied`,
  ]) {
    browser.setCookie(pending);
    const response = await answerTo(browser, wrong);
    expect(response.headers.get("location")).toBe(FAILED);
    expect(response.headers.getSetCookie().join()).not.toContain("__Host-learner");
  }
  expect((await answerTo(attacker, back)).headers.get("location")).toBe(FAILED);
  const theirs = await signInAt(await beginAt(attacker), { name: "mallory" });
  browser.setCookie(pending);
  expect((await answerTo(browser, theirs)).headers.get("location")).toBe(FAILED);
});

test("an ID token of another sign-in is refused, though its state fits", async () => {
  const browser = newBrowser();
  const address = new URL(await beginAt(browser));
  address.searchParams.set("nonce", "another");
  const back = await signInAt(address.href, { name: "ann" });
  expect((await answerTo(browser, back)).headers.get("location")).toBe(FAILED);
});

test("nobody is sent to another site after signing in", async () => {
  for (const wanted of ["//evil.example", "https://evil.example", "/\\evil.example"])
    expect(await signInAs(newBrowser(), "ann", `?return=${encodeURIComponent(wanted)}`)).toBe(
      `${ORIGIN}/progress`,
    );
});
