import { FitAddon } from "@xterm/addon-fit";
import { SearchAddon, type ISearchOptions } from "@xterm/addon-search";
import { SerializeAddon } from "@xterm/addon-serialize";
import { Terminal } from "@xterm/xterm";
import "@xterm/xterm/css/xterm.css";
import { followColours } from "@/app/components/cell/page-colours";
import type { Screen } from "./screen";
import { scrollByTouch } from "./scroll-by-touch";
import { terminalKeyHandler } from "./terminal-key-handler";
import { foundColours, terminalTheme } from "./terminal-theme";

const FONT_PX = 13;
/** On less room a smaller letter: more of a line is worth more. */
const NARROW_PX = 480;
const NARROW_FONT_PX = 11.5;
const SCROLLBACK_LINES = 2_000;
/** Of what has scrolled away, so much is kept with a machine. */
const KEPT_LINES = 500;

export type TerminalSize = { readonly columns: number; readonly rows: number };
/** How many places were found, and which of them is shown, counted from 1; 0: none. */
export type Found = { readonly shown: number; readonly count: number };

/** An open terminal in its place on the page. */
export type OpenTerminal = {
  readonly screen: Screen;
  readonly size: () => TerminalSize;
  readonly focus: () => void;
  /** Sends a key as if it were pressed. */
  readonly press: (sequence: string) => void;
  /** Searches from what is found already: "here" may stay there, while more is typed. */
  readonly find: (text: string, where: "here" | "next" | "previous") => void;
  readonly endFind: () => void;
  readonly set: (options: { readonly isScreenReader: boolean; readonly isStill: boolean }) => void;
  readonly dispose: () => void;
};

/** Opens xterm.js in `host`, as large as that is; Escape makes the next Tab leave it. */
export function openTerminal({
  host,
  label,
  onInput,
  onResize,
  onFind,
  onFound,
}: {
  host: HTMLElement;
  label: string;
  onInput: (text: string) => void;
  onResize: (size: TerminalSize) => void;
  /** The learner wants to search. */
  onFind: () => void;
  onFound: (found: Found) => void;
}): OpenTerminal {
  const terminal = new Terminal({
    // What was found is marked by decorations, which xterm.js calls proposed.
    allowProposedApi: true,
    fontFamily: getComputedStyle(document.documentElement).getPropertyValue("--mono"),
    fontSize: host.clientWidth < NARROW_PX ? NARROW_FONT_PX : FONT_PX,
    lineHeight: 1.2,
    scrollback: SCROLLBACK_LINES,
    minimumContrastRatio: 4.5,
    // There is no network in the machine: its links lead nowhere.
    linkHandler: { activate() {} },
  });
  const fitting = new FitAddon();
  const search = new SearchAddon();
  const serializing = new SerializeAddon();
  for (const addon of [fitting, search, serializing]) terminal.loadAddon(addon);

  let decorations: NonNullable<ISearchOptions["decorations"]> | undefined;
  const unfollow = followColours((colour) => {
    terminal.options.theme = terminalTheme(colour);
    decorations = foundColours(colour);
  });
  terminal.open(host);
  if (terminal.textarea !== undefined)
    terminal.textarea.ariaLabel = `${label}. Escape, then Tab leaves the terminal.`;
  terminal.attachCustomKeyEventHandler(terminalKeyHandler({ terminal, onFind }));
  scrollByTouch(host, terminal);
  terminal.onData(onInput);
  terminal.onResize(({ cols, rows }) => onResize({ columns: cols, rows }));
  search.onDidChangeResults(({ resultIndex, resultCount }) =>
    onFound({ shown: resultIndex + 1, count: resultCount }),
  );

  let frame = 0;
  const fit = () => {
    if (host.clientWidth > 0) fitting.fit();
  };
  // While its place changes from picture to picture the machine, which is slow, does not hear of each.
  const fitSoon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => (frame = requestAnimationFrame(fit)));
  };
  const resized = new ResizeObserver(fitSoon);
  resized.observe(host);
  fit();

  return {
    screen: {
      write: (bytes, onRead) => terminal.write(bytes, onRead),
      restore(kept) {
        // A full reset, behind what is still to be read.
        terminal.write("\u001bc");
        terminal.resize(kept.columns, kept.rows);
        terminal.write(kept.text, fitSoon);
      },
      keep: () => ({
        columns: terminal.cols,
        rows: terminal.rows,
        text: serializing.serialize({ scrollback: KEPT_LINES }),
      }),
    },
    size: () => ({ columns: terminal.cols, rows: terminal.rows }),
    focus: () => terminal.focus(),
    press(sequence) {
      const isApplication = terminal.modes.applicationCursorKeysMode;
      terminal.input(isApplication ? sequence.replace("\u001b[", "\u001bO") : sequence);
    },
    find(text, where) {
      const options = { incremental: where === "here", ...(decorations && { decorations }) };
      if (where === "previous") search.findPrevious(text, options);
      else search.findNext(text, options);
    },
    endFind: () => search.clearDecorations(),
    set({ isScreenReader, isStill }) {
      terminal.options.screenReaderMode = isScreenReader;
      terminal.options.cursorBlink = !isStill;
    },
    dispose() {
      cancelAnimationFrame(frame);
      resized.disconnect();
      unfollow();
      terminal.dispose();
    },
  };
}
