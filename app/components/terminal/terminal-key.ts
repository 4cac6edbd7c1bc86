/** Keys that a phone's keyboard lacks. */
export const terminalKeys = [
  { name: "Esc", label: "Escape", sends: "\u001b" },
  { name: "Tab", label: "Tab", sends: "\t" },
  { name: "Ctrl-C", label: "Control C", sends: "\u0003" },
  { name: "Ctrl-D", label: "Control D", sends: "\u0004" },
  { name: "Ctrl-Z", label: "Control Z", sends: "\u001a" },
  { name: "↑", label: "Up", sends: "\u001b[A" },
  { name: "↓", label: "Down", sends: "\u001b[B" },
  { name: "←", label: "Left", sends: "\u001b[D" },
  { name: "→", label: "Right", sends: "\u001b[C" },
] as const;
