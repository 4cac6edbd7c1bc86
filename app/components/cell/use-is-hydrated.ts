import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in the server's HTML, where no button can do anything yet. */
export const useIsHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
