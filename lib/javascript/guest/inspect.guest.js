// Evaluated backstage: gives `inspect`, which writes a value the way people know it from Node.
({ kindOf, isObject, shapes, constructorName, tagOf, prefix, quote, quoteKey, layOut, LINE_WIDTH }) => {
  const DEPTH = 2;
  const MOST_CHARACTERS = 10_000;
  const SHORT_LINE = 16;
  const CUSTOM = Symbol.for("nodejs.util.inspect.custom");

  function showText(look, text) {
    const left = text.length - MOST_CHARACTERS;
    const shown = left > 0 ? text.slice(0, MOST_CHARACTERS) : text;
    const rest = left > 0 ? `... ${left} more character${left > 1 ? "s" : ""}` : "";
    const isLong = shown.length > SHORT_LINE && shown.length > LINE_WIDTH - look.indentation - 4;
    if (!isLong) return quote(shown) + rest;
    const margin = ` +\n${" ".repeat(look.indentation + 2)}`;
    return (
      shown
        .split(/(?<=\n)/)
        .map(quote)
        .join(margin) + rest
    );
  }

  function showPrimitive(look, value) {
    if (typeof value === "string") return showText(look, value);
    if (typeof value === "bigint") return `${value}n`;
    return Object.is(value, -0) ? "-0" : String(value);
  }

  function keysOf(value, { showHidden }) {
    return Reflect.ownKeys(value).filter(
      (key) => showHidden || Reflect.getOwnPropertyDescriptor(value, key)?.enumerable === true,
    );
  }

  function showProperty(look, value, key, { level, isElement = false }) {
    const {
      get,
      set,
      value: held,
      enumerable,
    } = Reflect.getOwnPropertyDescriptor(value, key) ?? {
      value: value[key],
      enumerable: true,
    };
    look.indentation += 2;
    const accessor = [get && "Getter", set && "Setter"].filter(Boolean).join("/");
    const shown = accessor === "" ? show(look, held, level) : `[${accessor}]`;
    look.indentation -= 2;
    if (isElement) return shown;
    return `${enumerable === false ? `[${String(key)}]` : quoteKey(key)}: ${shown}`;
  }

  function circularMark(look, value) {
    if (!look.circular.has(value)) look.circular.set(value, look.circular.size + 1);
    return `[Circular *${look.circular.get(value)}]`;
  }

  function showCustom(look, value, level) {
    const custom = look.isCustom ? value[CUSTOM] : undefined;
    if (typeof custom !== "function" || custom === inspect) return null;
    const depth = look.depth - level;
    const made = Reflect.apply(custom, value, [depth, { depth, showHidden: look.showHidden }, inspect]);
    if (made === value) return null;
    if (typeof made !== "string") return show(look, made, level);
    return made.replaceAll("\n", `\n${" ".repeat(look.indentation)}`);
  }

  function show(look, value, level) {
    if (!isObject(value)) return showPrimitive(look, value);
    const custom = showCustom(look, value, level);
    if (custom !== null) return custom;
    return look.path.includes(value) ? circularMark(look, value) : showObject(look, value, level);
  }

  function showObject(look, value, level) {
    const kind = kindOf(value);
    const about = { constructor: constructorName(value), tag: tagOf(value) };
    const {
      base = "",
      open = "{",
      close = "}",
      keys,
      list,
      parts,
      isWhole = false,
      isEmpty = false,
    } = shapes[kind](value, about, keysOf(value, look));
    if (isWhole && keys.length === 0) return indented(look, base);
    if (isEmpty && keys.length === 0) return `${open}${close}`;
    if (level > look.depth)
      return kind === "Array" ? `[${prefix(about, "Array").trim()}]` : bracketed(prefix(about, kind).trim());
    const inside = level + 1;
    look.path.push(value);
    look.deepest = inside;
    const inner = {
      element: (holder, index) => showProperty(look, holder, index, { level: inside, isElement: true }),
      value: (item) => {
        look.indentation += 2;
        const shown = show(look, item, inside);
        look.indentation -= 2;
        return shown;
      },
    };
    const shown = parts === undefined ? [] : parts(value, inner);
    for (const key of keys) shown.push(showProperty(look, value, key, { level: inside }));
    look.path.pop();
    const reference = look.circular.get(value);
    const mark = reference === undefined ? "" : `<ref *${reference}>`;
    return layOut(shown, {
      base: [mark, indented(look, base)].filter((part) => part !== "").join(" "),
      open,
      close,
      list: list === undefined ? null : list(value),
      indentation: look.indentation,
      levels: look.deepest - inside,
      isWide: look.isWide,
    });
  }

  const bracketed = (name) => (name.startsWith("[") ? name : `[${name}]`);
  const indented = ({ indentation }, text) => text.replaceAll("\n", `\n${" ".repeat(indentation)}`);
  function inspect(value, { depth = DEPTH, showHidden = false, customInspect = true, isWide = false } = {}) {
    const look = {
      depth: depth === null ? Infinity : depth,
      showHidden,
      isCustom: customInspect,
      isWide,
      path: [],
      circular: new Map(),
      indentation: 0,
      deepest: 0,
    };
    return show(look, value, 0);
  }
  return { inspect };
};
