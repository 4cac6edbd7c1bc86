import type { Terminal } from "@xterm/xterm";

/**
 * What a key means before the terminal gets it; `false` keeps it from there. All goes to the terminal but: Escape, then Tab
 * leaves it (Escape is sent all the same), Ctrl+Shift+C copies, Ctrl+Shift+V is left to the browser, which pastes,
 * Ctrl+Shift+F searches.
 */
export function terminalKeyHandler({ terminal, onFind }: { terminal: Terminal; onFind: () => void }) {
  let tabLeaves = false;
  terminal.textarea?.addEventListener("blur", () => (tabLeaves = false));
  const take = (event: KeyboardEvent, act: () => void) => {
    event.preventDefault();
    if (event.type === "keydown") act();
    return false;
  };
  return (event: KeyboardEvent): boolean => {
    if (event.key === "Tab") return !tabLeaves;
    if (event.type === "keydown" && event.key !== "Shift") tabLeaves = event.key === "Escape";
    const isOurs = event.shiftKey && !event.altKey && (event.ctrlKey || event.metaKey);
    const letter = isOurs ? event.key.toLowerCase() : null;
    if (letter === "c") return take(event, () => copy(terminal.getSelection()));
    if (letter === "f") return take(event, onFind);
    return letter !== "v";
  };
}

function copy(text: string) {
  // Where the browser refuses, the selection's own menu still copies.
  if (text !== "") void navigator.clipboard.writeText(text).catch(() => {});
}
