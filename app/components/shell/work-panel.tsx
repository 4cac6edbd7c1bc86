import { allWork } from "@/lib/outbox/work";
import { takeOut } from "@/lib/outbox/outbox-item";
import { unfinishedChecks } from "@/app/components/exercise/unfinished-check";
import { downloadFile } from "@/app/components/cell/download-file";
import type { DeviceWork } from "./device-work";
import { loadDeviceWork } from "./load-device-work";
import styles from "./work-panel.module.css";
import type { WorkWord } from "./work-word";

const sentences: Record<WorkWord["kind"], string> = {
  unknown: "Looking …",
  none: "Nothing yet. What you write and answer will be kept on this device and by the server.",
  writing: "What you type is being written to this device.",
  device: "All of it is on this device. What is listed here is not with the server yet.",
  waiting:
    "It is kept on this device and goes out by itself once the server can be reached. Do not clear this site’s data before.",
  undecided: "Something needs you:",
  saved: "All of it is on this device and with the server.",
  lost: "This browser keeps nothing for this site: what you write is lost when you leave. Leave private browsing or free some space; or download your answers now.",
};

/** What waits, what became of it, and the last resort. */
export function WorkPanel({
  state: { work, heldUp },
  kind,
}: {
  readonly state: DeviceWork;
  readonly kind: WorkWord["kind"];
}) {
  const waiting = work === null ? [] : [...work.waiting, ...work.unsent];
  return (
    <div className={styles["content"]}>
      <h2>Your work</h2>
      <p>{sentences[kind]}</p>
      {heldUp !== null && heldUp.message !== null && <p>{heldUp.message}</p>}
      {waiting.length > 0 && (
        <ul aria-label="Waiting">
          {waiting.map((each) => (
            <li key={"id" in each ? each.id : each.key}>
              {"id" in each ? each.title : draftTitle(each)}
              <time dateTime={each.at}>{timeOf(each.at)}</time>
            </li>
          ))}
        </ul>
      )}
      {work !== null && (
        <ul aria-label="Yours to finish">
          {work.begun.map((module) => (
            <li key={module}>
              <a href={`/quizzes/${module}`}>A quiz you began</a> is not handed in.
            </li>
          ))}
          {unfinishedChecks().map(({ exercise, page, title }) => (
            <li key={exercise}>
              <a href={page}>“{title}”</a> could not be checked to the end. Open it when you are connected.
            </li>
          ))}
          {work.held.map((draft) => (
            <li key={draft.key}>
              <a href={draft.page}>{draftTitle(draft)}</a>:{" "}
              {draft.offer === null
                ? draft.refusal?.message
                : "another device changed it, too. Choose there."}
            </li>
          ))}
          {work.refused.map(({ id, title, state }) => (
            <li key={id}>
              {title} was not taken. {state.name === "refused" && state.message}{" "}
              <button type="button" onClick={() => void takeOut(id)}>
                Remove it
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles["actions"]}>
        {waiting.length > 0 && (
          <button type="button" onClick={() => void loadDeviceWork().then(({ outbox }) => outbox.wake())}>
            Send now
          </button>
        )}
        <button type="button" onClick={() => void download()}>
          Download my answers
        </button>
      </div>
    </div>
  );
}

async function download() {
  const { book } = await loadDeviceWork();
  await book.flush();
  const typed = book.all();
  // What the device does not give is still in the page.
  const kept = await allWork().catch(() => ({}));
  const text = JSON.stringify({ takenAt: new Date().toISOString(), typed, ...kept }, null, 2);
  downloadFile("my-answers.json", new TextEncoder().encode(text));
}

/** `sum:python` on `/lessons/slow-code/expensive-loop`, or an attempt on `/quizzes/slow-code` */
function draftTitle({ page, name }: { page: string; name: string }) {
  if (page.startsWith("/quizzes/")) return `Answers of the quiz you began in ${page.split("/").at(-1)}`;
  const [cell, language] = name.split(":");
  return `Code of “${cell}” (${language}) in ${page.split("/").at(-1)}`;
}

const timeOf = (at: string) =>
  new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
