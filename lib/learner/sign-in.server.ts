import "server-only";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import * as z from "zod";
import type { Identity } from "@/lib/storage/identity.server";
import type { Provider } from "@/lib/storage/environment.server";

/** What the browser keeps, sealed, while the learner is at the provider. */
export const SignInBegun = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnPath: z.string(),
  /** By the server's clock, in milliseconds from 1970. */
  endsAtMs: z.int(),
});
export type SignInBegun = z.infer<typeof SignInBegun>;

/** Time for typing a password, finding the second factor and trying again. */
const SIGN_IN_LIMIT_MS = 10 * 60 * 1_000;
export const SIGN_IN_LIMIT_SECONDS = SIGN_IN_LIMIT_MS / 1_000;

let known: { readonly provider: Provider; readonly configuration: Promise<Configuration> } | undefined;

/** The provider's own description of itself, asked for once; one that did not answer is asked again next time. */
async function configurationOf(provider: Provider): Promise<Configuration> {
  if (known?.provider !== provider) {
    const { issuer, clientId, clientSecret } = provider;
    // The settings allow plain http for a provider on this machine only.
    const execute = new URL(issuer).protocol === "http:" ? [allowInsecureRequests] : [];
    const configuration = discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
    known = { provider, configuration };
  }
  try {
    return await known.configuration;
  } catch (error) {
    known = undefined;
    throw error;
  }
}

/** Where the browser is to go to sign in, and what it has to bring back. */
export async function beginSignIn({
  provider,
  callback,
  returnPath,
  now,
}: {
  provider: Provider;
  callback: string;
  returnPath: string;
  now: Date;
}): Promise<{ readonly address: string; readonly begun: SignInBegun }> {
  const configuration = await configurationOf(provider);
  const begun = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    returnPath,
    endsAtMs: now.getTime() + SIGN_IN_LIMIT_MS,
  };
  const address = buildAuthorizationUrl(configuration, {
    redirect_uri: callback,
    scope: "openid",
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: "S256",
  });
  return { address: address.href, begun };
}

/** Who came back from the provider; throws where the answer is not the one to what was begun here. */
export async function endSignIn({
  provider,
  address,
  begun,
  now,
}: {
  provider: Provider;
  /** The callback as it was asked for, with the provider's answer in it. */
  address: URL;
  begun: SignInBegun;
  now: Date;
}): Promise<Identity> {
  if (now.getTime() > begun.endsAtMs) throw new Error("The sign-in took longer than ten minutes.");
  const tokens = await authorizationCodeGrant(await configurationOf(provider), address, {
    expectedState: begun.state,
    expectedNonce: begun.nonce,
    pkceCodeVerifier: begun.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new Error("The provider sent no ID token.");
  return { issuer: claims.iss, subject: claims.sub };
}
