import "server-only";
import pino, { type Logger } from "pino";
import { settings } from "@/lib/storage/settings.server";

declare global {
  // Next bundles its parts apart from one another: kept here, they share one.
  var lentoLog: Logger | undefined;
}

/** The server's log: lines of JSON on stdout, none of which holds what learners wrote, a cookie or a token. */
export const log = (): Logger =>
  (globalThis.lentoLog ??= pino(
    {
      level: settings().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    process.stdout,
  ));
