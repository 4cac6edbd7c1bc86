import { useCallback, useEffect, useState } from "react";
import { loadedDeviceWork } from "@/app/components/shell/load-device-work";
import { isMetered } from "@/lib/machine/is-metered";
import type { Language } from "@/lib/run/language";
import { languages } from "@/lib/run/language-names";
import type { Limits } from "@/lib/run/limits";
import type { CheckPlan } from "@/lib/run/check-plan";
import type { MachineSettings } from "@/lib/run/machine-settings";
import type { GivenFile, RunRequest } from "@/lib/run/run-request";
import type { RunPlan } from "@/lib/run/run-plan";
import { filesBefore, registerCell } from "./page-cells";
import { isInCache } from "./cached-machine";
import { pageMachine } from "./page-machine";
import { useDraft } from "./use-draft";
import { useLanguage } from "./use-language";
import type { JavaScriptEngine } from "./run-sentences";
import { useRun } from "./use-run";
import { whenIdle } from "./when-idle";

/** One language's version of a cell or exercise. */
export type Variant = {
  readonly language: Language;
  /** As the author wrote it. */
  readonly code: string;
  /** Which of its tokens have which colour: see `codeHtml`. */
  readonly marks: string;
};

/** Boots a process ahead, and so many more; a failure shows at the press of Run. */
function bootAhead(language: Language, more: number) {
  pageMachine()
    .then((machine) => machine.prepare(language, more))
    .catch(() => {});
}

const RANDOM = /\brandom\b/;

const draftName = (id: string, language: Language) => `${id}:${language}`;

/** What a cell and an exercise have in common: languages, a draft, and a run. */
export function useWorkbench<Own extends Variant>({
  id,
  page,
  after = null,
  variants,
  limits,
  files,
  settings,
}: {
  id: string;
  /** What keeps drafts of different pages apart: `/lessons/<module>/<lesson>`. */
  page: string;
  after?: string | null;
  variants: readonly [Own, ...Own[]];
  limits: Limits;
  /** What the program finds in its home. */
  files: readonly GivenFile[];
  settings: MachineSettings;
}) {
  const { language, choose } = useLanguage(variants.map((variant) => variant.language));
  const variant = variants.find((each) => each.language === language) ?? variants[0];
  const draft = useDraft({ page, name: draftName(id, language), authorsCode: variant.code });
  const code = draft.text ?? variant.code;
  const { run, start, follow, input, stop, clear } = useRun();
  const [drawsRandom, setDrawsRandom] = useState(false);
  const [engine, setEngine] = useState<JavaScriptEngine>(null);
  const [wantsBrowserEngine, setWantsBrowserEngine] = useState(false);
  const [dropped, setDropped] = useState<{ language: Language; code: string } | null>(null);

  const fileIn = useCallback(
    (of: Language) => {
      const own = variants.find((each) => each.language === of);
      if (own === undefined) return null;
      const text = loadedDeviceWork()?.book.shown({ page, name: draftName(id, of) }).text;
      return { path: `${id}.${languages[of].extension}`, code: text ?? own.code };
    },
    [variants, id, page],
  );
  useEffect(() => registerCell(id, { after, fileIn }), [id, after, fileIn]);

  useEffect(() => {
    if (!isInCache(language) || isMetered()) return undefined;
    return whenIdle(() => bootAhead(language, 0));
  }, [language]);

  const prepareRequest = (isOnBrowser: boolean): RunRequest => {
    const program = { path: `${id}.${languages[language].extension}`, code };
    const before = filesBefore(after, language);
    setDrawsRandom(language === "python" && [...before, program].some(({ code }) => RANDOM.test(code)));
    setEngine(language === "javascript" ? (isOnBrowser ? "browser" : "quickjs") : null);
    return { language, program, before, files: [...files], settings, limits, checks: null };
  };

  return {
    language,
    variant,
    code,
    isChanged: draft.text !== null,
    draft,
    run,
    /** The program that ran last draws random numbers. */
    drawsRandom,
    /** What the program that ran last ran on, where it was JavaScript. */
    engine,
    /** Whether Run means the browser's own engine; checks never do. */
    wantsBrowserEngine,
    setWantsBrowserEngine,
    dropped: dropped?.language === language ? dropped : null,
    chooseLanguage(chosen: Language) {
      clear();
      choose(chosen);
    },
    edit: (changed: string) => draft.type(changed === variant.code ? null : changed),
    prepare() {
      draft.prepare();
      if (!isMetered()) bootAhead(language, settings.processes);
    },
    start(checks: CheckPlan | null = null) {
      const isOnBrowser = language === "javascript" && wantsBrowserEngine && checks === null;
      const request = { ...prepareRequest(isOnBrowser), checks };
      return start(isOnBrowser ? { ...request, engine: "browser" } : request);
    },
    /** Several runs of the program, on the course's own interpreter; gives what was found, null where it was stopped. */
    follow: <Found>(planFor: (request: RunRequest) => RunPlan<Found>) =>
      follow(planFor(prepareRequest(false))),
    input,
    stop,
    /** Back to the author's code and no output; `undoReset` brings the learner's code again. */
    reset() {
      setDropped(draft.text === null ? null : { language, code: draft.text });
      draft.replace(null);
      clear();
    },
    undoReset() {
      if (dropped?.language === language) draft.replace(dropped.code);
      setDropped(null);
    },
  };
}

export type Workbench = ReturnType<typeof useWorkbench>;
