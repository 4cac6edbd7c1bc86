const ENDING = ".before.json";

/** Under this name the type checker finds what ran before a program, for what was written by `programsBefore`. */
export const noteBefore = (fileName: string) => `${fileName}${ENDING}`;
export const isNoteBefore = (fileName: string) => fileName.endsWith(ENDING);
