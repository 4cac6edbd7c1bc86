import { editor } from "monaco-editor/editor";
import { followColours, type PageColour } from "./page-colours";

const tokens = {
  keyword: "keyword",
  string: "string",
  comment: "comment",
  number: "constant",
  function: "function",
} as const;

/** Paints the editor in the page's own colours, now and whenever the theme changes; gives the way to end it. */
export const followTheme = () => followColours(paint);

function paint(colour: PageColour) {
  const isDark = luminanceOf(colour("paper")) < 0.5;
  editor.defineTheme("lento", {
    base: isDark ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      ...["", "delimiter", "delimiter.parenthesis", "delimiter.bracket", "delimiter.curly"].map((token) => ({
        token,
        foreground: colour("ink").slice(1),
      })),
      ...Object.entries(tokens).map(([token, name]) => ({
        token,
        foreground: colour(`code-${name}`).slice(1),
      })),
    ],
    colors: {
      "editor.background": colour("sunken"),
      "editor.foreground": colour("ink"),
      "editorLineNumber.foreground": colour("ink-soft"),
      "editor.lineHighlightBackground": colour("accent-soft"),
      "editor.lineHighlightBorder": "#00000000",
      "editorCursor.foreground": colour("accent"),
      focusBorder: colour("accent"),
    },
  });
  editor.setTheme("lento");
}

const luminanceOf = (hex: string) => Number.parseInt(hex.slice(3, 5), 16) / 255;
