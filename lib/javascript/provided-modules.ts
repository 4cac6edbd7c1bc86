import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from "quickjs-emscripten-core";
import * as z from "zod/mini";

const Names = z.array(z.string());

/** The modules that a machine has of its own, which programs import by names such as `node:util`. */
export function openProvidedModules(runtime: QuickJSRuntime, context: QuickJSContext) {
  const provided = new Map<string, QuickJSHandle>();
  const namesIn = (object: QuickJSHandle) => {
    using keysOf = context.unwrapResult(context.evalCode("Object.keys"));
    using names = context.unwrapResult(context.callFunction(keysOf, context.undefined, object));
    return Names.parse(context.dump(names));
  };
  const sources = new Map<string, string>();
  runtime.setModuleLoader((name) => {
    const object = provided.get(name);
    const source = sources.get(name);
    if (object === undefined || source === undefined)
      return { error: new Error(`There is no module "${name}" here.`) };
    // A module's text can reach nothing but the globals: it takes this one away as soon as it runs.
    context.setProp(context.global, keyOf(name), object);
    return source;
  });
  return {
    /** What is exported are the object's own properties. */
    provide(name: string, object: QuickJSHandle) {
      const key = JSON.stringify(keyOf(name));
      provided.set(name, object.dup());
      sources.set(
        name,
        `const provided = globalThis[${key}]; delete globalThis[${key}];
export default provided; export const { ${namesIn(object).join(", ")} } = provided;`,
      );
    },
    dispose() {
      for (const object of provided.values()) object.dispose();
    },
  };
}

const keyOf = (name: string) => `module ${name}`;
