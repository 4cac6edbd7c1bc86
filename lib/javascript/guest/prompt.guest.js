// Evaluated backstage: gives programs `prompt`, which waits for a line that the learner types.
({ kept, publish, write, nextLine }) => {
  const CANNOT_WAIT =
    "prompt() asks for input, but this page is not cross-origin isolated, so it cannot wait for an answer.";

  publish({
    prompt: (question = "") => {
      const text = String(question);
      const spaced = text === "" || /\s$/.test(text) ? text : `${text} `;
      write("stdout", ...spaced.split("\0"));
      const { outcome, pieces } = nextLine();
      if (outcome === "line") return pieces.join("\0");
      if (outcome === "ended") return null;
      if (outcome === "cannot-wait") throw new kept.Error(CANNOT_WAIT);
      // The engine ends the program here, as it ends any other endless loop that is interrupted.
      for (;;);
    },
  });
  return {};
};
