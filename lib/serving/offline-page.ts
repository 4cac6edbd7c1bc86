const HTML = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>No connection</title>
<style>:root{color-scheme:light dark;font:106%/1.6 system-ui,sans-serif}body{max-inline-size:40rem;margin:4rem auto;padding:0 1rem}</style>
<main><h1>No connection</h1>
<p>This page was not visited on this device before, so it is not here. What you wrote and answered is, and goes out by itself once you are connected.</p>
<p><a href="/">To the course</a></p></main></html>`;

/** What stands in for a page that is neither to be had nor kept. */
export const offlinePage = () =>
  new Response(HTML, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    },
  });
