"use client";

/** Our own mistake: the page says so and offers the way on. Drafts are kept. */
export default function PageError({ reset }: { readonly reset: () => void }) {
  return (
    <main id="main" className="message">
      <h1>This page broke</h1>
      <p>The mistake is ours. What you wrote in the editors is kept in this browser.</p>
      <p>
        <button type="button" onClick={reset}>
          Try again
        </button>
      </p>
    </main>
  );
}
