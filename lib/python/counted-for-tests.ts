import * as z from "zod/mini";
import { bootInNode } from "./boot-in-node";

/** Python in Node, with the runtime's modules importable under `machine_runtime`. */
export const { python } = await bootInNode({ from: "sources" });

const Comparison = z.object({ plain: z.string(), counted: z.string(), count: z.int() });

python.runPython(`
import sys
sys.path.insert(0, "/machine")
from machine_runtime import counting_pass
from machine_runtime.count_steps import compile_counted
from machine_runtime.step_meter import steps_so_far

def execute(code):
    names = {"__name__": "snippet"}
    try:
        exec(code, names)
    except Exception as error:
        return f"{type(error).__name__}: {error} @{error.__traceback__.tb_next.tb_lineno}"
    return repr(names.get("result"))

def compare(source):
    import json
    code = compile_counted({"path": "snippet.py", "code": source})
    before = steps_so_far()
    counted = execute(code)
    count = steps_so_far() - before
    return json.dumps({
        "plain": execute(compile(source, "snippet.py", "exec", dont_inherit=True)),
        "counted": counted,
        "count": count,
    })
`);

/** What a program leaves in `result`, plain and counted, and its steps. */
export function compareCounted(code: string) {
  python.globals.set("source", code);
  return Comparison.parse(JSON.parse(String(python.runPython("compare(source)"))));
}
