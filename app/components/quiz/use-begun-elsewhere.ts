import { useEffect, useState } from "react";
import { hear } from "@/lib/outbox/news";
import { readShared, type BegunElsewhere } from "@/lib/outbox/shared-attempt";

/** What another device did at a quiz while it is answered here, followed as it becomes known; null: nothing. */
export function useBegunElsewhere(
  module: string,
  { isAnswering }: { isAnswering: boolean },
): BegunElsewhere | null {
  const [elsewhere, setElsewhere] = useState<BegunElsewhere | null>(null);
  useEffect(() => {
    if (!isAnswering) return undefined;
    const look = async () => {
      // Where the browser keeps nothing, nothing came from elsewhere.
      const shared = await readShared(module).catch(() => null);
      setElsewhere(shared?.elsewhere ?? null);
    };
    void look();
    return hear(({ about }) => {
      if (about === "drafts") void look();
    });
  }, [module, isAnswering]);
  return isAnswering ? elsewhere : null;
}
