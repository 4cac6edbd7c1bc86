import { editor } from "monaco-editor/editor";

const tokens = {
  keyword: "keyword",
  string: "string",
  comment: "comment",
  number: "constant",
  function: "function",
} as const;

/** Paints the editor in the page's own colours, now and whenever the theme changes; gives the way to end it. */
export function followTheme() {
  paint();
  const observer = new MutationObserver(paint);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", paint);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", paint);
  };
}

function paint() {
  const probe = document.createElement("span");
  document.body.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return hexOf(getComputedStyle(probe).color);
  };
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
  probe.remove();
}

/** `rgb(10, 101, 96)` → `#0a6560` */
const hexOf = (rgb: string) =>
  `#${(rgb.match(/\d+/g) ?? [])
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;

const luminanceOf = (hex: string) => Number.parseInt(hex.slice(3, 5), 16) / 255;
