import type { GrowthClass } from "@/lib/measure/growth-class";
import type { GrowthPoint } from "@/lib/measure/growth-plan";
import type { Timed } from "@/lib/measure/timing-plan";
import type { MemoryProfile } from "@/lib/run/memory-profile";
import type { KeptTimeline } from "./page-timelines";
import type { Profile } from "@/lib/run/profile";

/** A version of a program that was timed, and what it is called beside others. */
export type TimedVersion = Timed & { readonly name: string; readonly code: string };

/** A profile with the program's file and text at that time. */
export type Profiled = { readonly file: string; readonly code: string; readonly profile: Profile };

/** What a program held, with its file. */
export type Remembered = { readonly file: string; readonly memory: MemoryProfile };

/** What the instruments found out last, and about which text of the program. */
export type Report = { readonly code: string } & (
  | { readonly kind: "timing"; readonly versions: readonly TimedVersion[] }
  | {
      readonly kind: "growth";
      readonly sizeName: string;
      readonly points: readonly GrowthPoint[];
      /** What the learner thought before; null: no idea. */
      readonly predicted: GrowthClass | null;
    }
  | {
      readonly kind: "timeline";
      /** This run after those of the page that came before it. */
      readonly timelines: readonly [KeptTimeline, ...KeptTimeline[]];
    }
  | ({
      readonly kind: "profile";
      /** The profile before this one. */ readonly before: Profiled | null;
    } & Profiled)
  | ({ readonly kind: "memory" } & Remembered)
);
