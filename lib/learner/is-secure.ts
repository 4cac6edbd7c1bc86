const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Whether this browser takes `Secure` cookies: over https, and on this machine.
 * `X-Forwarded-Proto` is no proof: anyone can send it.
 */
export function isSecure(headers: Headers, { publicOrigin }: { publicOrigin: string | null }): boolean {
  if (publicOrigin !== null && new URL(publicOrigin).protocol === "https:") return true;
  if (LOOPBACK.test(headers.get("host") ?? "")) return true;
  // Browsers send it over https and to this machine only, so it tells of a proxy that ends TLS before us.
  return headers.has("sec-fetch-site");
}
