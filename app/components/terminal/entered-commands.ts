import { CODE_MAX_CHARACTERS } from "@/lib/grading/code-limit";
import type { TerminalEvidence } from "@/lib/run/terminal-evidence";

/** What was entered, window by window, as it is handed in: of very much, the end. */
export function enteredCommands({ commands }: Pick<TerminalEvidence, "commands">): string {
  const used = commands.filter((entered) => entered.length > 0);
  const texts = commands.map((entered, window) => {
    const heading = used.length > 1 && entered.length > 0 ? [`# Terminal ${window + 1}`] : [];
    return [...heading, ...entered.map(({ text }) => text)];
  });
  return texts.flat().join("\n").replaceAll("\0", "").slice(-CODE_MAX_CHARACTERS);
}
