import "server-only";
import type { Mode } from "@/lib/quiz/drawn";

type LearnerTable = {
  id: string;
  created_at: string;
};

/** One quiz attempt. `answers` and `verdict` are JSON; times are ISO 8601 in UTC, here and below. */
type AttemptTable = {
  id: string;
  learner: string;
  quiz: string;
  draw_id: string;
  mode: Mode;
  payload_hash: string;
  answers: string;
  verdict: string;
  rubric_version: number;
  score: number;
  out_of: number;
  created_at: string;
};

/** A verdict's evidence was `reported` by the browser, or `verified` by running the program again here. */
export type Trust = "reported" | "verified";

/** One press of Check on an exercise. `evidence` and `verdict` are JSON. */
type SubmissionTable = {
  id: string;
  learner: string;
  exercise: string;
  language: string;
  code: string;
  payload_hash: string;
  evidence: string;
  verdict: string;
  trust: Trust;
  passed: 0 | 1;
  created_at: string;
};

/** "I give up" on an exercise. */
type SurrenderTable = {
  learner: string;
  exercise: string;
  created_at: string;
};

/** The current draft of a cell or exercise in one language; `text` is null where it is as the author wrote it. */
type DraftTable = {
  learner: string;
  page: string;
  name: string;
  /** Counts its changes. */
  version: number;
  change: string;
  text: string | null;
  starter_hash: string | null;
  updated_at: string;
};

/** Where a learner is in a lesson: the heading last in view, and the largest share of its headings ever seen. */
type ReadingTable = {
  learner: string;
  lesson: string;
  heading: string;
  furthest: number;
  updated_at: string;
};

/** The code by which a learner goes on in another browser; of the code itself nothing is kept. */
type RecoveryTable = {
  learner: string;
  code_hash: string;
  created_at: string;
};

/** Who a learner is to a provider of OpenID Connect. */
type IdentityTable = {
  issuer: string;
  subject: string;
  learner: string;
  created_at: string;
};

/** One row, written by every readiness probe. */
type ProbeTable = {
  id: number;
  written_at: string;
};

/** How many requests somebody sent within a minute, counted from 1970. */
type RequestCountTable = {
  key: string;
  minute: number;
  requests: number;
};

export type Schema = {
  learner: LearnerTable;
  attempt: AttemptTable;
  submission: SubmissionTable;
  surrender: SurrenderTable;
  draft: DraftTable;
  reading: ReadingTable;
  recovery: RecoveryTable;
  identity: IdentityTable;
  probe: ProbeTable;
  request_count: RequestCountTable;
};
