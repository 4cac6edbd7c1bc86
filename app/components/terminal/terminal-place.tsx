"use client";

import { lazy, Suspense, type ComponentProps } from "react";
import type { Terminal as TerminalType } from "./terminal";

const Terminal = lazy(async () => ({ default: (await import("./terminal")).Terminal }));

/** A terminal whose code comes with those lessons only that have one. */
export function TerminalPlace(props: ComponentProps<typeof TerminalType>) {
  return (
    <Suspense>
      <Terminal {...props} />
    </Suspense>
  );
}
