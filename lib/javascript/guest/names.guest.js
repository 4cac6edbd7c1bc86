// Evaluated backstage: what is said before an object's braces.
({ isObject }) => {
  const own = (value, name) => Object.getOwnPropertyDescriptor(value, name);

  /** The name of what made a value; null for one that has no prototype. */
  function constructorName(value) {
    for (let holder = value; isObject(holder); holder = Object.getPrototypeOf(holder)) {
      const made = own(holder, "constructor")?.value;
      if (typeof made !== "function") continue;
      const name = own(made, "name")?.value;
      const { prototype } = made;
      const isInstance = isObject(prototype) && Object.prototype.isPrototypeOf.call(prototype, value);
      if (typeof name === "string" && name !== "" && isInstance) return name;
    }
    return null;
  }

  /** The tag that a value shows beyond its own properties, "" for none. */
  function tagOf(value) {
    const tag = value[Symbol.toStringTag];
    return typeof tag === "string" && !own(value, Symbol.toStringTag)?.enumerable ? tag : "";
  }

  function prefix({ constructor, tag }, fallback, size = "") {
    if (constructor === null)
      return `[${fallback}${size}: null prototype] ${tag !== "" && tag !== fallback ? `[${tag}] ` : ""}`;
    return `${constructor}${size} ${tag !== "" && tag !== constructor ? `[${tag}] ` : ""}`;
  }

  function functionName(value, { constructor, tag }) {
    const tagged = tag !== "" && constructor !== tag ? ` [${tag}]` : "";
    const called = own(value, "name")?.value;
    const name = typeof called === "string" && called !== "" ? called : "(anonymous)";
    if (/^class\b[^]*\}$/.test(Function.prototype.toString.call(value))) {
      const parent = Object.getPrototypeOf(value);
      const made = constructor === "Function" || constructor === null ? "" : ` [${constructor}]`;
      const ancestor = constructor === null ? " extends null" : parent?.name ? ` extends ${parent.name}` : "";
      return `[class ${name}${made}${tagged}${ancestor}]`;
    }
    const kind = constructor === null ? "Function (null prototype)" : functionKind(value);
    return `[${kind}${name === "(anonymous)" ? " (anonymous)" : `: ${name}`}]${constructor === null ? "" : tagged.replace(` [${kind}]`, "")}`;
  }
  const functionKind = (value) => {
    const tag = Object.prototype.toString.call(value).slice("[object ".length, -1);
    return /^(Async|Generator|AsyncGenerator)Function$/.test(tag) ? tag : "Function";
  };

  return { constructorName, tagOf, prefix, functionName };
};
