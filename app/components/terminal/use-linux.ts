import { useEffect, useRef, useState } from "react";
import { isMetered } from "@/lib/machine/is-metered";
import type { LinuxStart } from "@/lib/machine/linux-message";
import type { LinuxSession } from "./linux-session";
import { notStarted, type LinuxState } from "./linux-state";
import type { ScreenFeed } from "./screen";

/** A terminal's machine, as a lesson page uses it. */
export type Linux = LinuxState & {
  /** What the shells print, one a window; null before somebody was about to begin. */
  readonly screens: readonly ScreenFeed[] | null;
  /** A window's terminal has that size. */
  readonly resize: LinuxSession["resize"];
  /** Somebody is about to begin: fetches ahead, except where that costs money. */
  readonly prepare: () => void;
  /** Starts it, or goes on where it was left. */
  readonly begin: () => void;
  /** Puts the machine aside and starts a fresh one. */
  readonly startOver: () => void;
  /** Goes on with the machine that was put aside, which takes this one's place. */
  readonly undoStartOver: () => void;
};

const NOT_FETCHED =
  "Part of this page could not be fetched. Check your connection, then start the machine again.";

/** The machine of the terminal `id` on a page; it is saved and closed when the page is left. */
export function useLinux({
  id,
  page,
  start,
}: {
  /** Neither this nor the page may change while it is used. */
  id: string;
  page: string;
  start: Pick<LinuxStart, "files" | "setup">;
}): Linux {
  const [state, setState] = useState(notStarted);
  const [screens, setScreens] = useState<Linux["screens"]>(null);
  const session = useRef<Promise<LinuxSession> | null>(null);
  const latest = useRef(start);
  useEffect(() => {
    latest.current = start;
  });
  useEffect(() => {
    const saveWhenHidden = () => {
      if (document.visibilityState === "hidden") session.current?.then(({ save }) => save()).catch(() => {});
    };
    document.addEventListener("visibilitychange", saveWhenHidden);
    return () => {
      document.removeEventListener("visibilitychange", saveWhenHidden);
      session.current?.then(({ leave }) => leave()).catch(() => {});
      session.current = null;
      setState(notStarted);
      setScreens(null);
    };
  }, []);

  const open = () => {
    if (session.current !== null) return session.current;
    const isOpen = () => session.current === opening;
    const opening = openSession({
      key: `${page}#${id}`,
      start: () => latest.current,
      onChange: (changed) => {
        if (isOpen()) setState(changed);
      },
      onOpen: (opened) => {
        if (isOpen()) setScreens(opened);
      },
    }).catch((error: unknown) => {
      if (isOpen()) session.current = null;
      throw error;
    });
    session.current = opening;
    return opening;
  };
  const act = (what: "begin" | "startOver" | "undoStartOver") =>
    void open().then(
      (opened) => opened[what](),
      () => setState({ ...notStarted, phase: "ended", reason: NOT_FETCHED }),
    );
  return {
    ...state,
    screens,
    resize: (window, size) =>
      void session.current?.then(
        (opened) => opened.resize(window, size),
        () => {},
      ),
    prepare() {
      if (isMetered()) return;
      import("./machine-parts").then(({ fetchTerminal }) => fetchTerminal()).catch(() => {});
      open()
        .then((opened) => opened.prepare())
        .catch(() => {});
    },
    begin: () => act("begin"),
    startOver: () => act("startOver"),
    undoStartOver: () => act("undoStartOver"),
  };
}

/** All of it is fetched when somebody is about to begin: it is no part of a lesson that is only read. */
async function openSession(given: {
  key: string;
  start: () => Pick<LinuxStart, "files" | "setup">;
  onChange: (state: LinuxState) => void;
  onOpen: (screens: readonly ScreenFeed[]) => void;
}): Promise<LinuxSession> {
  const parts = await import("./machine-parts");
  const session = parts.openLinuxSession({
    ...given,
    linux: parts.pageLinux,
    left: {
      read: parts.readLeftMachine,
      keep: parts.keepLeftMachine,
      isAside: parts.isLeftMachineAside,
      putAside: parts.putLeftMachineAside,
      exchange: parts.exchangeLeftMachine,
    },
  });
  given.onOpen(session.screens);
  return session;
}
