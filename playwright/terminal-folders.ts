import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { TerminalFile } from "@/lib/course/terminal";

/** A terminal as its author wrote it, and where a learner finds it. */
export type TerminalFolder = {
  readonly id: string;
  /** The address of its lesson. */
  readonly page: string;
  readonly terminal: TerminalFile;
};

const slug = (folder: string) => folder.replace(/^\d+-/, "");
const foldersIn = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : [];

/** All terminals of a course that have steps. */
export const terminalExercisesOf = (content: string): TerminalFolder[] =>
  foldersIn(content).flatMap((module) =>
    foldersIn(path.join(content, module)).flatMap((lesson) => {
      const terminals = path.join(content, module, lesson, "terminals");
      return foldersIn(terminals)
        .map((id) => ({
          id,
          page: `/lessons/${slug(module)}/${slug(lesson)}`,
          terminal: TerminalFile.parse(
            parse(readFileSync(path.join(terminals, id, "terminal.yaml"), "utf8")),
          ),
        }))
        .filter(({ terminal }) => terminal.steps.length > 0);
    }),
  );
