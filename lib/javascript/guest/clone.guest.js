// Evaluated inside the virtual machine: gives `encode` and `decode`, by which values travel between processes. What is
// plain stays as JSON has it; everything else is a list that begins with a mark. Objects are numbered in the order they
// are met, so that one which is met again is the same one there.
() => {
  const { stringify } = JSON;
  const { isArray } = Array;
  const { defineProperty, create, keys } = Object;
  const { apply } = Reflect;
  const { isView } = ArrayBuffer;
  const bound =
    (method) =>
    (self, ...values) =>
      apply(method, self, values);
  const forEachOfMap = bound(Map.prototype.forEach);
  const forEachOfSet = bound(Set.prototype.forEach);
  const addToMap = bound(Map.prototype.set);
  const addToSet = bound(Set.prototype.add);
  const timeOf = bound(Date.prototype.getTime);
  const find = bound(Map.prototype.get);
  const isPlace = bound(RegExp.prototype.test);
  const [NativeMap, NativeSet, NativeDate, NativeError, NativeRegExp] = [Map, Set, Date, Error, RegExp];
  const [NativeString, NativeNumber, NativeBoolean, NativeBigInt, NativeObject] = [
    String,
    Number,
    Boolean,
    BigInt,
    Object,
  ];
  const refused = [
    ["a Promise", Promise],
    ["a WeakMap", WeakMap],
    ["a WeakSet", WeakSet],
    ["a WeakRef", WeakRef],
  ];
  const boxes = [NativeString, NativeNumber, NativeBoolean, NativeBigInt].map((Box) => [
    Box,
    bound(Box.prototype.valueOf),
  ]);
  const views = create(null);
  for (const View of [
    DataView,
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float16Array,
    Float32Array,
    Float64Array,
    BigInt64Array,
    BigUint64Array,
  ])
    views[View.name] = View;
  const errors = create(null);
  for (const Kind of [Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError])
    errors[Kind.name] = Kind;

  const LIST = 0;
  const AGAIN = 1;
  const NUMBER = 2;
  const BIGINT = 3;
  const DATE = 4;
  const MAP = 5;
  const SET = 6;
  const BUFFER = 7;
  const VIEW = 8;
  const ERROR = 9;
  const REGEXP = 10;
  const BOXED = 11;
  const PLAIN_LIST = 12;
  const SPARSE_LIST = 13;
  const ABSENT = 14;

  const NAME = /^[A-Za-z_$][\w$]*$/;
  const inside = (path, key) =>
    typeof key === "number"
      ? `${path}[${key}]`
      : isPlace(NAME, key)
        ? `${path}.${key}`
        : `${path}[${stringify(key)}]`;

  function refuse(path, what) {
    const error = new NativeError(`${path} is ${what}, which cannot be sent to another process.`);
    defineProperty(error, "name", { value: "DataCloneError", configurable: true, writable: true });
    throw error;
  }

  /** Numbers that JSON has, texts and truth values. */
  function isPlain(value) {
    switch (typeof value) {
      case "number":
        return value - value === 0 && (value !== 0 || 1 / value > 0);
      case "string":
      case "boolean":
        return true;
      default:
        return value === null;
    }
  }

  /**
   * A value as text and buffers of bytes; throws where something in it, which goes by its path, cannot be sent. The
   * items of a list that is a part of a longer one are told from `firstIndex` on.
   */
  function encode(value, path, firstIndex = 0) {
    const numbers = new NativeMap();
    const buffers = [];

    function list(array, at) {
      let isAllPlain = true;
      let isWhole = true;
      for (let index = 0; index < array.length; index += 1) {
        const item = array[index];
        if (isPlain(item)) continue;
        isAllPlain = false;
        if (item === undefined && !(index in array)) isWhole = false;
        if (!isWhole) break;
      }
      const names = keys(array);
      if (!isWhole || names.length !== array.length) return sparse(array, names, at);
      if (isAllPlain) return [PLAIN_LIST, array];
      const encoded = [LIST];
      for (let index = 0; index < array.length; index += 1)
        encoded[index + 1] = walk(array[index], inside(at, array === value ? firstIndex + index : index));
      return encoded;
    }

    /** A list with holes, or with properties beside its items. */
    function sparse(array, names, at) {
      const encoded = [SPARSE_LIST, array.length];
      for (const name of names) encoded[encoded.length] = [name, walk(array[name], inside(at, name))];
      return encoded;
    }

    function view(value, at) {
      let name = "DataView";
      for (const known in views) if (value instanceof views[known]) name = known;
      return [
        VIEW,
        name,
        walk(value.buffer, at),
        value.byteOffset,
        name === "DataView" ? value.byteLength : value.length,
      ];
    }

    function error(value, at) {
      const encoded = [ERROR, `${value.name}`, `${value.message}`, `${value.stack}`];
      if ("cause" in value) encoded[4] = walk(value.cause, inside(at, "cause"));
      return encoded;
    }

    function object(value, at) {
      if (isArray(value)) return list(value, at);
      if (value instanceof NativeMap) {
        const encoded = [MAP];
        forEachOfMap(value, (item, key) => {
          encoded[encoded.length] = walk(key, `a key of ${at}`);
          encoded[encoded.length] = walk(item, `a value of ${at}`);
        });
        return encoded;
      }
      if (value instanceof NativeSet) {
        const encoded = [SET];
        forEachOfSet(value, (item) => (encoded[encoded.length] = walk(item, `an item of ${at}`)));
        return encoded;
      }
      if (value instanceof NativeDate) return [DATE, timeOf(value)];
      if (value instanceof NativeRegExp) return [REGEXP, value.source, value.flags];
      if (value instanceof NativeError) return error(value, at);
      if (value instanceof ArrayBuffer) {
        buffers[buffers.length] = value;
        return [BUFFER, buffers.length - 1];
      }
      if (isView(value)) return view(value, at);
      for (const [what, Kind] of refused) if (value instanceof Kind) refuse(at, what);
      for (const [Box, primitiveOf] of boxes)
        if (value instanceof Box) return [BOXED, walk(primitiveOf(value), at)];
      const encoded = create(null);
      for (const key of keys(value)) {
        const item = value[key];
        encoded[key] = isPlain(item) ? item : walk(item, inside(at, key));
      }
      return encoded;
    }

    function walk(value, at) {
      if (isPlain(value)) return value;
      switch (typeof value) {
        case "undefined":
          return [ABSENT];
        case "number":
          return [NUMBER, `${value === 0 ? "-0" : value}`];
        case "bigint":
          return [BIGINT, `${value}`];
        case "function":
          return refuse(at, "a function");
        case "symbol":
          return refuse(at, "a symbol");
      }
      const known = find(numbers, value);
      if (known !== undefined) return [AGAIN, known];
      addToMap(numbers, value, numbers.size);
      return object(value, at);
    }

    return { text: stringify(walk(value, path)), buffers };
  }

  /** What `encode` has made, its text parsed already, as a value of this process. */
  function decode(whole, buffers) {
    const objects = [];
    const keep = (object) => {
      objects[objects.length] = object;
      return object;
    };

    function error([, name, message, stack, ...cause]) {
      const made = keep(new (errors[name] ?? NativeError)(message));
      const hide = (key, value) => defineProperty(made, key, { value, configurable: true, writable: true });
      if (!(name in errors)) hide("name", name);
      hide("stack", stack);
      if (cause.length > 0) hide("cause", walk(cause[0]));
      return made;
    }

    function view([, name, buffer, byteOffset, length]) {
      const place = objects.length;
      keep(null);
      return (objects[place] = new views[name](walk(buffer), byteOffset, length));
    }

    function marked(encoded) {
      switch (encoded[0]) {
        case LIST: {
          const list = keep([]);
          for (let index = 1; index < encoded.length; index += 1) list[index - 1] = walk(encoded[index]);
          return list;
        }
        case PLAIN_LIST:
          return keep(encoded[1]);
        case SPARSE_LIST: {
          const list = keep([]);
          list.length = encoded[1];
          for (let index = 2; index < encoded.length; index += 1)
            list[encoded[index][0]] = walk(encoded[index][1]);
          return list;
        }
        case AGAIN:
          return objects[encoded[1]];
        case NUMBER:
          return NativeNumber(encoded[1]);
        case BIGINT:
          return NativeBigInt(encoded[1]);
        case ABSENT:
          return undefined;
        case DATE:
          return keep(new NativeDate(encoded[1] ?? NaN));
        case REGEXP:
          return keep(new NativeRegExp(encoded[1], encoded[2]));
        case BUFFER:
          return keep(buffers[encoded[1]]);
        case VIEW:
          return view(encoded);
        case ERROR:
          return error(encoded);
        case BOXED:
          return keep(NativeObject(walk(encoded[1])));
        case MAP: {
          const map = keep(new NativeMap());
          for (let index = 1; index < encoded.length; index += 2)
            addToMap(map, walk(encoded[index]), walk(encoded[index + 1]));
          return map;
        }
        default: {
          const set = keep(new NativeSet());
          for (let index = 1; index < encoded.length; index += 1) addToSet(set, walk(encoded[index]));
          return set;
        }
      }
    }

    function walk(encoded) {
      if (encoded === null || typeof encoded !== "object") return encoded;
      if (isArray(encoded)) return marked(encoded);
      keep(encoded);
      for (const key of keys(encoded)) {
        const item = encoded[key];
        if (item !== null && typeof item === "object") encoded[key] = walk(item);
      }
      return encoded;
    }

    return walk(whole);
  }

  return { encode, decode };
};
