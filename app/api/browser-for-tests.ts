const ORIGIN = "http://localhost:3000";

type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>;

/** A browser with a cookie jar that talks to route handlers. */
export function newBrowser() {
  let cookie = "";
  const keep = (pair: string) => {
    const start = pair.slice(0, pair.indexOf("=") + 1);
    const others = cookie.split("; ").filter((each) => each !== "" && !each.startsWith(start));
    cookie = [...others, ...(pair === start ? [] : [pair])].join("; ");
  };

  async function send<Rest extends unknown[]>(handler: Handler<Rest>, request: Request, ...rest: Rest) {
    request.headers.set("host", "localhost:3000");
    if (cookie !== "") request.headers.set("cookie", cookie);
    const response = await handler(request, ...rest);
    for (const set of response.headers.getSetCookie()) keep(set.split(";")[0] ?? "");
    return response;
  }

  const get = <Rest extends unknown[]>(handler: Handler<Rest>, path: string, ...rest: Rest) =>
    send(handler, new Request(`${ORIGIN}${path}`), ...rest);

  const post = <Rest extends unknown[]>(handler: Handler<Rest>, body: BodyInit, ...rest: Rest) =>
    postWith(handler, { body }, ...rest);

  /** As `post`, with headers of one's own; a header that is null is not sent. */
  function postWith<Rest extends unknown[]>(
    handler: Handler<Rest>,
    { body, headers = {} }: { body: BodyInit; headers?: Record<string, string | null> },
    ...rest: Rest
  ) {
    const all = { origin: ORIGIN, "content-type": "application/json", ...headers };
    const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null);
    return send(handler, new Request(ORIGIN, { method: "POST", body, headers: sent }), ...rest);
  }

  return { get, post, postWith, cookie: () => cookie, setCookie: (value: string) => (cookie = value) };
}
