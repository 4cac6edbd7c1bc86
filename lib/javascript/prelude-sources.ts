import structuredCloneSource from "./guest/structured-clone.guest.js";
import consoleSource from "./guest/console.guest.js";
import filesSource from "./guest/files.guest.js";
import formatSource from "./guest/format.guest.js";
import inspectSource from "./guest/inspect.guest.js";
import kindsSource from "./guest/kinds.guest.js";
import layOutSource from "./guest/lay-out.guest.js";
import namesSource from "./guest/names.guest.js";
import pathsSource from "./guest/paths.guest.js";
import processSource from "./guest/process.guest.js";
import promptSource from "./guest/prompt.guest.js";
import publishSource from "./guest/publish.guest.js";
import quoteSource from "./guest/quote.guest.js";
import shapesSource from "./guest/shapes.guest.js";
import showErrorSource from "./guest/show-error.guest.js";
import tableSource from "./guest/table.guest.js";
import textSource from "./guest/text.guest.js";
import timersSource from "./guest/timers.guest.js";

/** What the language itself does not have, as guest code. In this order: each is given what those before it made. */
export const printingSources = {
  publish: publishSource,
  kinds: kindsSource,
  quote: quoteSource,
  names: namesSource,
  "lay-out": layOutSource,
  "show-error": showErrorSource,
  shapes: shapesSource,
  inspect: inspectSource,
  format: formatSource,
  table: tableSource,
  console: consoleSource,
  timers: timersSource,
} satisfies Record<string, string>;

/** What browsers have, or only the machine: given what the ones above made, too. */
export const machineSources = {
  "structured-clone": structuredCloneSource,
  text: textSource,
  files: filesSource,
  paths: pathsSource,
  prompt: promptSource,
  process: processSource,
} satisfies Record<string, string>;
