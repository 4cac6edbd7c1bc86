import {
  encodeNumber,
  encodeSigned,
  listOf,
  openReader,
  readExports,
  readParameterCounts,
  readSections,
  SECTION,
  writeSections,
} from "@/lib/machine/wasm-binary";

/** The functions through which data is walked: freeing, showing and comparing it. */
const CHARGED_FUNCTIONS = ["_Py_Dealloc", "PyObject_Repr", "PyObject_RichCompare"] as const;
const STACK_POINTER = "__stack_pointer";

/** What a call costs: some 900 fit into what `protectStack` allows, and the browser's stack bears twice as many. */
const CHARGE_BYTES = 128;

const OP = {
  end: 0x0b,
  call: 0x10,
  localGet: 0x20,
  globalGet: 0x23,
  globalSet: 0x24,
  i32Const: 0x41,
  i32Add: 0x6a,
  i32Sub: 0x6b,
} as const;

/**
 * Python's interpreter, mended so that deep data does not break it. CPython measures how deep it is by its stack in
 * WebAssembly's memory. Functions that keep nothing there come out as free, while each takes its part of the browser's
 * own stack, so that freeing a linked list of a few thousand nodes killed the interpreter. Here such functions pay for
 * every call: CPython then notices in time, and frees in turns or raises RecursionError.
 */
export function chargeStack(interpreter: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const sections = readSections(interpreter);
  const contentOf = (id: number) => {
    const section = sections.find((each) => each.id === id);
    if (section === undefined) throw new Error(`The interpreter has no section ${id}: is it WebAssembly?`);
    return section.content;
  };
  const exports = new Map(readExports(contentOf(SECTION.export)).map(({ name, index }) => [name, index]));
  const indexOf = (name: string) => {
    const index = exports.get(name);
    if (index === undefined) throw new Error(`The interpreter exports no ${name}. Correct charge-stack.ts.`);
    return index;
  };

  const imported = importedFunctions(interpreter);
  const parameterCounts = readParameterCounts(contentOf(SECTION.type));
  const types = readTypes(contentOf(SECTION.function));
  const bodies = readBodies(contentOf(SECTION.code));
  for (const name of CHARGED_FUNCTIONS) {
    const defined = indexOf(name) - imported;
    const [type, body] = [types[defined], bodies[defined]];
    if (type === undefined || body === undefined) throw new Error(`The interpreter only imports ${name}.`);
    const moved = imported + types.length;
    types.push(type);
    bodies.push(body);
    bodies[defined] = chargedCall(moved, parameterCounts[type] ?? 0, indexOf(STACK_POINTER));
  }

  const rewritten = new Map<number, Uint8Array>([
    [SECTION.function, listOf(types.map((type) => Uint8Array.from(encodeNumber(type))))],
    [SECTION.code, listOf(bodies.map(withLength))],
  ]);
  return writeSections(
    interpreter,
    sections.map(({ id, content }) => ({ id, content: rewritten.get(id) ?? content })),
  );
}

/** A body that lowers the stack pointer, calls the function of that index with its own arguments, and raises it. */
function chargedCall(index: number, parameters: number, stackPointer: number): Uint8Array {
  const pointer = encodeNumber(stackPointer);
  const charge = [OP.i32Const, ...encodeSigned(CHARGE_BYTES)];
  const moveStack = (operation: number) => [
    OP.globalGet,
    ...pointer,
    ...charge,
    operation,
    OP.globalSet,
    ...pointer,
  ];
  const locals = Array.from({ length: parameters }, (_, local) => [OP.localGet, ...encodeNumber(local)]);
  const call = [OP.call, ...encodeNumber(index)];
  return Uint8Array.from([
    0,
    ...moveStack(OP.i32Sub),
    ...locals.flat(),
    ...call,
    ...moveStack(OP.i32Add),
    OP.end,
  ]);
}

const importedFunctions = (interpreter: Uint8Array<ArrayBuffer>) =>
  WebAssembly.Module.imports(new WebAssembly.Module(interpreter)).filter(({ kind }) => kind === "function")
    .length;

const readTypes = (content: Uint8Array) => {
  const reader = openReader(content);
  return reader.list(reader.number);
};

const readBodies = (content: Uint8Array) => {
  const reader = openReader(content);
  return reader.list(() => reader.take(reader.number()));
};

const withLength = (body: Uint8Array) => {
  const length = encodeNumber(body.length);
  const whole = new Uint8Array(length.length + body.length);
  whole.set(length);
  whole.set(body, length.length);
  return whole;
};
