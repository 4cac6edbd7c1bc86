import type { ISearchOptions } from "@xterm/addon-search";
import type { ITheme } from "@xterm/xterm";
import type { PageColour } from "@/app/components/cell/page-colours";

/** A terminal in the page's colours. Black and white mean faint and plain text: on light paper white could not be read. */
export function terminalTheme(colour: PageColour): ITheme {
  const ansi = {
    black: colour("ink-soft"),
    red: colour("bad"),
    green: colour("good"),
    yellow: colour("warn"),
    blue: colour("code-function"),
    magenta: colour("code-keyword"),
    cyan: colour("accent"),
    white: colour("ink"),
  };
  return {
    ...ansi,
    brightBlack: ansi.black,
    brightRed: ansi.red,
    brightGreen: ansi.green,
    brightYellow: ansi.yellow,
    brightBlue: ansi.blue,
    brightMagenta: ansi.magenta,
    brightCyan: ansi.cyan,
    brightWhite: ansi.white,
    foreground: colour("ink"),
    background: colour("sunken"),
    cursor: colour("accent"),
    cursorAccent: colour("sunken"),
    selectionBackground: colour("heat-3"),
    selectionInactiveBackground: colour("heat-3"),
  };
}

/** How what was found stands out. */
export const foundColours = (colour: PageColour): NonNullable<ISearchOptions["decorations"]> => ({
  matchBackground: colour("heat-2"),
  matchOverviewRuler: colour("heat-3"),
  activeMatchBackground: colour("heat-4"),
  activeMatchColorOverviewRuler: colour("accent"),
});
