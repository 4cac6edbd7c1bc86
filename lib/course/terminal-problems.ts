import type { z } from "zod";

type Recognised = { readonly id: string; readonly after: readonly string[] };
type Terminal = {
  readonly task?: string | undefined;
  readonly steps: readonly Recognised[];
  readonly mistakes: readonly (Recognised & { readonly message: string })[];
  readonly hints: readonly string[];
  readonly solution: readonly string[];
  readonly explanation?: string | undefined;
  readonly wrongAnswers: readonly { readonly misses: string; readonly message: string }[];
};

const FEWEST_HINTS = 2;
const FEWEST_WRONG_ANSWERS = 3;

/** Reports what in a terminal does not go together: what its steps need beside them, and ids that lead nowhere. */
export function reportTerminal(terminal: Terminal, context: z.RefinementCtx): void {
  const report = (path: (string | number)[], message: string) =>
    context.addIssue({ code: "custom", path, message });
  for (const { path, message } of [
    ...partsProblems(terminal),
    ...idProblems(terminal),
    ...wrongAnswerProblems(terminal),
  ])
    report(path, message);
}

type Problem = { readonly path: (string | number)[]; readonly message: string };

function partsProblems({
  task,
  steps,
  mistakes,
  hints,
  solution,
  explanation,
  wrongAnswers,
}: Terminal): Problem[] {
  const parts = { mistakes, hints, solution, wrongAnswers };
  if (steps.length === 0)
    return Object.entries(parts)
      .filter(([, part]) => part.length > 0)
      .map(([name]) => ({ path: [name], message: "A terminal without steps has none" }));
  const missing = [
    { path: ["task"], isMissing: task === undefined, message: "Where there are steps there is a task" },
    {
      path: ["hints"],
      isMissing: hints.length < FEWEST_HINTS,
      message: `At least ${FEWEST_HINTS} hints, from a nudge to nearly there`,
    },
    {
      path: ["solution"],
      isMissing: solution.length === 0,
      message: "Where there are steps there is a solution",
    },
    {
      path: ["explanation"],
      isMissing: explanation === undefined,
      message: "Where there are steps there is an explanation, shown with the solution",
    },
    {
      path: ["wrongAnswers"],
      isMissing: wrongAnswers.length < FEWEST_WRONG_ANSWERS,
      message: `At least ${FEWEST_WRONG_ANSWERS} wrong answers`,
    },
  ];
  return missing.filter(({ isMissing }) => isMissing);
}

function idProblems({ steps, mistakes }: Terminal): Problem[] {
  const all = [
    ...steps.map((step, index) => ({ ...step, path: ["steps", index] })),
    ...mistakes.map((mistake, index) => ({ ...mistake, path: ["mistakes", index] })),
  ];
  const duplicates = all
    .filter(({ id }, index) => all.findIndex((other) => other.id === id) < index)
    .map(({ id, path }) => ({ path: [...path, "id"], message: `Two steps or mistakes have the id "${id}"` }));
  const unknown = all.flatMap(({ after, path }) =>
    after.flatMap((id, index) =>
      steps.some((step) => step.id === id)
        ? []
        : [{ path: [...path, "after", index], message: `There is no step "${id}"` }],
    ),
  );
  if (duplicates.length + unknown.length > 0) return [...duplicates, ...unknown];
  const endless = neverReached(steps);
  return endless === undefined
    ? []
    : [{ path: ["steps", steps.indexOf(endless), "after"], message: "These steps wait for one another" }];
}

/** The first step that waits for itself, by way of others or not. */
function neverReached(steps: readonly Recognised[]): Recognised | undefined {
  const reached = new Set<string>();
  for (const _ of steps)
    for (const { id, after } of steps) if (after.every((earlier) => reached.has(earlier))) reached.add(id);
  return steps.find(({ id }) => !reached.has(id));
}

function wrongAnswerProblems({ steps, mistakes, wrongAnswers }: Terminal): Problem[] {
  return wrongAnswers.flatMap(({ misses, message }, index): Problem[] => {
    const isTold = mistakes.some((mistake) => plain(mistake.message).includes(message));
    return [
      ...(steps.some(({ id }) => id === misses)
        ? []
        : [{ path: ["wrongAnswers", index, "misses"], message: `There is no step "${misses}"` }]),
      ...(isTold ? [] : [{ path: ["wrongAnswers", index, "message"], message: "No mistake says this" }]),
    ];
  });
}

/** Markdown in a line as it is read. */
const plain = (markdown: string) => markdown.replaceAll(/[`*_]/g, "");
