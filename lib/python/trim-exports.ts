import {
  encodeNumber,
  listOf,
  readExports,
  readSections,
  SECTION,
  writeSections,
} from "@/lib/machine/wasm-binary";

/** The exports that our own code calls; Emscripten puts an underscore before each. */
const OWN_EXPORTS = [
  "PyThreadState_Get",
  "PyUnstable_ThreadState_SetStackProtection",
  "_PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET",
  "_PyRuntime",
  "__daylight",
  "__timezone",
  "__tzname",
  "_emscripten_stack_restore",
  "emscripten_stack_get_base",
  "emscripten_stack_get_current",
  "emscripten_stack_get_end",
  "free",
  "malloc",
];

/** The function of Emscripten's script that gives each export a variable, and the declaration of those before it. */
const ASSIGNMENTS = /var ([\w$,]+);function assignWasmExports\(wasmExports\)\{([^}]*)\}/;
const ASSIGNMENT = /^([\w$]+)=Module\["[\w$]+"\]=wasmExports\["([\w$]+)"\]/;
/** Every run of letters that could name something in a script. */
const NAME = /[A-Za-z_$][\w$]*/g;

type Interpreter = {
  readonly interpreter: Uint8Array<ArrayBuffer>;
  /** Emscripten's script around it. */
  readonly script: string;
};

/**
 * Python's interpreter with those exports only that somebody uses: its two scripts, itself, or we. Thousands are there
 * for extension modules, of which this machine loads none; but each costs every new process an object, two variables
 * and a global, and the learner its bytes. `loader` is the script that starts it.
 */
export function trimExports({ interpreter, script, loader }: Interpreter & { loader: string }): Interpreter {
  const [whole, variables, assignments] = ASSIGNMENTS.exec(script) ?? [];
  if (whole === undefined || variables === undefined || assignments === undefined)
    throw new Error("The interpreter's script assigns its exports in another way. Correct trim-exports.ts.");
  const used = new Set([...(script.replace(whole, "").match(NAME) ?? []), ...(loader.match(NAME) ?? [])]);
  for (const { name } of WebAssembly.Module.imports(new WebAssembly.Module(interpreter))) used.add(name);
  for (const name of OWN_EXPORTS) used.add(name);
  const isUsed = (name: string) => used.has(name) || used.has(`_${name}`);

  const kept: string[] = [];
  const unused = new Set<string>();
  for (const assignment of assignments.split(";")) {
    const [, variable, name] = ASSIGNMENT.exec(assignment) ?? [];
    if (variable === undefined || name === undefined || isUsed(name)) kept.push(assignment);
    else unused.add(variable);
  }
  const declared = variables.split(",").filter((variable) => !unused.has(variable));
  return {
    interpreter: writeSections(
      interpreter,
      readSections(interpreter).map(({ id, content }) =>
        id === SECTION.export ? { id, content: keepExports(content, isUsed) } : { id, content },
      ),
    ),
    script: script.replace(
      whole,
      () => `var ${declared.join(",")};function assignWasmExports(wasmExports){${kept.join(";")}}`,
    ),
  };
}

const keepExports = (content: Uint8Array, isUsed: (name: string) => boolean) =>
  listOf(
    readExports(content)
      .filter(({ name }) => isUsed(name))
      .map(({ name, kind, index }) => {
        const text = new TextEncoder().encode(name);
        return Uint8Array.from([...encodeNumber(text.length), ...text, kind, ...encodeNumber(index)]);
      }),
  );
