import type { Page } from "@playwright/test";

/** Puts a program into a cell's draft, as if the learner had written it; takes effect when the page is loaded. */
export const draftProgram = (page: Page, { key, code }: { key: string; code: string }) =>
  page.addInitScript(([name, text]) => localStorage.setItem(name ?? "", text ?? ""), [key, code]);

/** Presses a button of a cell without a pointer's intent, and times the way to what `until` names. */
export function timeFromPress(
  page: Page,
  { cell, button, until }: { cell: string; button: "Run" | "Stop"; until: "output" | "stopped" },
): Promise<number> {
  return page.evaluate(
    ([id, name, what]) =>
      new Promise<number>((resolve, reject) => {
        const group = document.querySelector<HTMLElement>(`[data-cell="${id}"]`);
        const pressed = [...(group?.querySelectorAll("button") ?? [])].find(
          (each) => each.textContent === name && !each.disabled,
        );
        if (!group || pressed === undefined)
          return reject(new Error(`The cell "${id}" has no "${name}" to press.`));
        const start = performance.now();
        new MutationObserver((_, observer) => {
          const { state } = group.dataset;
          const hasOutput = state !== "idle" && group.querySelector("[role=log] pre") !== null;
          if (what === "stopped" ? state !== "stopped" : !hasOutput) return;
          observer.disconnect();
          resolve(performance.now() - start);
        }).observe(group, { subtree: true, childList: true, attributes: true });
        pressed.click();
      }),
    [cell, button, until] as const,
  );
}
