/** FinalTerm's mark before a prompt, `ESC ] 133 ; A`. */
const MARK = new TextEncoder().encode("\u001b]133;A");
const ESCAPE = 0x1b;

/** Counts the prompts in what one shell prints, also where a mark comes in two parts. */
export function countPrompts() {
  let matched = 0;
  /** How many came with these bytes. */
  return (bytes: Uint8Array): number => {
    let prompts = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      if (matched === 0) {
        at = bytes.indexOf(ESCAPE, at);
        if (at === -1) break;
      }
      if (bytes[at] !== MARK[matched]) matched = bytes[at] === ESCAPE ? 1 : 0;
      else if (matched === MARK.length - 1) {
        prompts += 1;
        matched = 0;
      } else matched += 1;
    }
    return prompts;
  };
}
