import type { Call, Command } from "./command";
import { posixError } from "./posix-error";

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600 };

function echo({ words, say }: Call) {
  const isBare = words[0] === "-n";
  say((isBare ? words.slice(1) : words).join(" ") + (isBare ? "" : "\n"));
  return 0;
}

function* sleep({ words, complain }: Call) {
  let seconds = 0;
  for (const word of words) {
    const unit = unitSeconds[word.slice(-1)];
    const number = unit === undefined ? word : word.slice(0, -1);
    if (!/^\d*\.?\d+$|^\d+\.$/.test(number)) {
      complain(`sleep: invalid time interval '${word}'`);
      return 1;
    }
    seconds += Number(number) * (unit ?? 1);
  }
  if (words.length === 0) {
    complain("sleep: missing operand");
    return 1;
  }
  yield seconds * 1_000;
  return 0;
}

/** Whatever comes from nowhere is nothing: these commands have no standard input. */
function cat({ words, files, say, complain }: Call) {
  let code = 0;
  for (const word of words.filter((each) => each !== "-")) {
    try {
      say(new TextDecoder().decode(files.read(word)));
    } catch (error) {
      complain(`cat: ${word}: ${posixError(error).text}`);
      code = 1;
    }
  }
  return code;
}

/** The commands that need no more than a few lines. */
export const plainCommands = {
  true: () => 0,
  false: () => 1,
  echo,
  sleep,
  cat,
} satisfies Record<string, Command>;
