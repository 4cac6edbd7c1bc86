/** True where fetching megabytes ahead would cost the learner money. */
export function isMetered() {
  const connection: unknown = "connection" in navigator ? navigator.connection : null;
  return (
    typeof connection === "object" &&
    connection !== null &&
    (("saveData" in connection && connection.saveData === true) ||
      ("type" in connection && connection.type === "cellular"))
  );
}
