export const dynamic = "force-dynamic";

/** The process answers: no more is asked. */
export const GET = () => new Response("ok");
