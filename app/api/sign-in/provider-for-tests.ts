import { once } from "node:events";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";
import { CALLBACK_PATH } from "./callback-path";

const SECRET = "a secret between the two of us";

/** A provider of OpenID Connect on this machine, at which anybody signs in under any name. */
export async function startProvider({ publicOrigin }: { publicOrigin: string }) {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The provider has no port.");
  const issuer = `http://localhost:${address.port}`;
  const provider = new Provider(issuer, {
    clients: [
      { client_id: "lento", client_secret: SECRET, redirect_uris: [`${publicOrigin}${CALLBACK_PATH}`] },
    ],
    cookies: { keys: ["only for tests"] },
    pkce: { required: () => true },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    ttl: { AccessToken: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => void answer(request, response));
  return {
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: "lento", OIDC_CLIENT_SECRET: SECRET },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Signs in at the provider as a person would, form by form; gives the address the browser is sent back to. */
export async function signInAt(start: string, { name }: { name: string }): Promise<string> {
  const cookies = new Map<string, string>();
  const { origin } = new URL(start);
  const ask = async (address: string, body?: URLSearchParams) => {
    const cookie = [...cookies].map(([key, value]) => `${key}=${value}`).join("; ");
    const request = body === undefined ? {} : { method: "POST", body };
    const response = await fetch(address, { ...request, redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(key, value);
    }
    return response;
  };
  let response = await ask(start);
  for (let step = 0; step < 20; step += 1) {
    const location = response.headers.get("location");
    if (location !== null) {
      const next = new URL(location, origin);
      if (next.origin !== origin) return next.href;
      response = await ask(next.href);
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]*action="([^"]*)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`The provider shows no form: ${page}`);
    response = await ask(
      new URL(action, origin).href,
      new URLSearchParams({ prompt, login: name, password: "x" }),
    );
  }
  throw new Error("The provider sends the browser round in circles.");
}
