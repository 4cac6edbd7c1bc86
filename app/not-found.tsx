import Link from "next/link";

export default function NotFound() {
  return (
    <main id="main" className="message">
      <h1>There is no such page</h1>
      <p>The address may be mistyped, or the lesson has another name now.</p>
      <p>
        <Link href="/" prefetch={false}>
          All lessons
        </Link>
      </p>
    </main>
  );
}
