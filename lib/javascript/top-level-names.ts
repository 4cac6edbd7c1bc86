const DECLARED = /^(?:export\s+)?(?:async\s+)?(?:function\b\s*\*?|class|const|let|var)\s+([\w$]+)/gm;
const IMPORTED = /^import\s+([^;"']+?)\s+from\b/gm;
const WORD = /[\w$]+/g;
/** Of an import clause, what is no name that it makes. */
const BEFORE_AS = /[\w$]+\s+as\s+|\*\s*as\s+/g;

/** The names that a module's lines begin with: what they declare and import. Some may be none of its own. */
export function topLevelNames(code: string): string[] {
  const declared = [...code.matchAll(DECLARED)].map(([, name = ""]) => name);
  const imported = [...code.matchAll(IMPORTED)].flatMap(
    ([, clause = ""]) => clause.replace(BEFORE_AS, "").match(WORD) ?? [],
  );
  return [...new Set([...declared, ...imported])];
}
