import * as fc from "fast-check";
import { expect, test } from "vitest";
import { knownLearner, who } from "./who.server";

const [today, yesterday] = ["t".repeat(32), "y".repeat(32)];
const signing = { secretKeys: [today], publicOrigin: null };

const request = (headers: Record<string, string>, host = "localhost:3000") =>
  new Request("http://localhost:3000/", { headers: { host, ...headers } });
const cookieOf = (setCookie: string | null) => setCookie?.split(";")[0] ?? "";

test("a browser without a cookie becomes a new learner, and is known from then on", () => {
  const { learner, setCookie } = who(request({}), signing);
  expect(learner).toMatch(/^[\w-]{22}$/);
  expect(setCookie).toMatch(
    /^__Host-learner=[\w-]{22}\.[\w-]{43}; Path=\/; Max-Age=34560000; HttpOnly; SameSite=Lax; Secure$/,
  );
  const again = request({ cookie: `theme=dark; ${cookieOf(setCookie)}` });
  expect(who(again, signing)).toEqual({ learner, setCookie: null });
  expect(knownLearner(again, signing)).toBe(learner);
});

test("two new browsers are two learners", () => {
  expect(who(request({}), signing).learner).not.toBe(who(request({}), signing).learner);
});

test("a tampered cookie is a new learner, whatever was changed", () => {
  const { learner, setCookie } = who(request({}), signing);
  const cookie = cookieOf(setCookie);
  const start = "__Host-learner=".length;
  for (let index = start; index < cookie.length; index += 1) {
    const changed = `${cookie.slice(0, index)}${cookie[index] === "A" ? "B" : "A"}${cookie.slice(index + 1)}`;
    const tampered = who(request({ cookie: changed }), signing);
    expect(tampered.learner).not.toBe(learner);
    expect(tampered.setCookie).not.toBeNull();
  }
});

test("no cookie header throws, and none is taken for a learner", () => {
  const text = fc.string().filter((value) => /^[\t\x20-\x7e]*$/.test(value));
  fc.assert(
    fc.property(text, (value) => {
      expect(knownLearner(request({ cookie: `__Host-learner=${value}` }), signing)).toBeNull();
    }),
  );
});

test("a cookie signed with yesterday's key keeps its learner and is signed anew", () => {
  const old = who(request({}), { ...signing, secretKeys: [yesterday] });
  const rotated = { ...signing, secretKeys: [today, yesterday] };
  const { learner, setCookie } = who(request({ cookie: cookieOf(old.setCookie) }), rotated);
  expect(learner).toBe(old.learner);
  expect(knownLearner(request({ cookie: cookieOf(setCookie) }), signing)).toBe(learner);
});

test("on plain http away from this machine the cookie has no Secure and no prefix", () => {
  const { setCookie } = who(request({}, "10.0.0.7:3000"), signing);
  expect(setCookie).toMatch(/^learner=/);
  expect(setCookie).not.toMatch(/Secure/);
});

test("behind a proxy that ends TLS the cookie is Secure, by PUBLIC_URL or by what https browsers send", () => {
  const behind = (headers: Record<string, string>, publicOrigin: string | null) =>
    who(request(headers, "course.example.org"), { ...signing, publicOrigin }).setCookie;
  expect(behind({}, "https://course.example.org")).toMatch(/^__Host-learner=.*; Secure$/);
  expect(behind({ "sec-fetch-site": "same-origin" }, null)).toMatch(/^__Host-learner=/);
  expect(behind({ "x-forwarded-proto": "https" }, null)).toMatch(/^learner=/);
});

test("where the cookie is Secure, one without the prefix is not believed", () => {
  const { setCookie } = who(request({}), signing);
  const tossed = cookieOf(setCookie).replace("__Host-", "");
  expect(knownLearner(request({ cookie: tossed }), signing)).toBeNull();
});
