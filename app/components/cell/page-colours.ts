/** Gives one of the page's colours by its name in the style sheet, as `#rrggbb`. */
export type PageColour = (name: string) => string;

/** Has something painted in the page's own colours, now and whenever the theme changes; gives the way to end it. */
export function followColours(paint: (colour: PageColour) => void): () => void {
  const look = () => {
    const probe = document.createElement("span");
    document.body.append(probe);
    paint((name) => {
      probe.style.color = `var(--${name})`;
      return hexOf(getComputedStyle(probe).color);
    });
    probe.remove();
  };
  look();
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", look);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", look);
  };
}

/** `rgb(10, 101, 96)` → `#0a6560` */
const hexOf = (rgb: string) =>
  `#${(rgb.match(/\d+/g) ?? [])
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")}`;
