import type { Profile } from "@/lib/run/profile";

/** A profile in the making. */
export type Watch = {
  /** The profile begins here. */
  readonly begin: () => void;
  /** What there is so far. */
  readonly profile: () => Profile;
  readonly close: () => void;
};
