// Evaluated backstage: gives programs the module `node:path`.
({ kept }) => {
  const requireText = (path) => {
    if (typeof path !== "string") throw new kept.TypeError('The "path" argument must be of type string.');
    return path;
  };
  function normalize(path) {
    const isAbsolute = requireText(path).startsWith("/");
    const names = [];
    for (const name of path.split("/")) {
      if (name === "" || name === ".") continue;
      if (name !== "..") names.push(name);
      else if (names.length > 0 && names.at(-1) !== "..") names.pop();
      else if (!isAbsolute) names.push("..");
    }
    const joined = names.join("/");
    if (joined === "") return isAbsolute ? "/" : path.endsWith("/") && path !== "" ? "./" : ".";
    return `${isAbsolute ? "/" : ""}${joined}${path.endsWith("/") ? "/" : ""}`;
  }
  const trimmed = (path) => requireText(path).replace(/(?<=[^])\/+$/, "");

  return {
    path: {
      sep: "/",
      delimiter: ":",
      normalize: (path) => normalize(path),
      join: (...paths) => {
        const joined = paths
          .map(requireText)
          .filter((path) => path !== "")
          .join("/");
        return joined === "" ? "." : normalize(joined);
      },
      resolve: (...paths) => {
        const start = paths.findLastIndex((path) => requireText(path).startsWith("/"));
        const from = start === -1 ? ["/home/learner", ...paths] : paths.slice(start);
        return normalize(from.filter((path) => path !== "").join("/")).replace(/(?<=[^])\/$/, "");
      },
      isAbsolute: (path) => requireText(path).startsWith("/"),
      basename: (path, suffix = undefined) => {
        const name = trimmed(path).split("/").at(-1);
        return suffix !== undefined && name !== suffix && name.endsWith(suffix)
          ? name.slice(0, -suffix.length)
          : name;
      },
      dirname: (path) => {
        const above = trimmed(path).split("/").slice(0, -1).join("/");
        if (above !== "") return above.replace(/(?<=[^])\/+$/, "");
        return path.startsWith("/") ? "/" : ".";
      },
      extname: (path) => {
        const name = trimmed(path).split("/").at(-1);
        const at = name.lastIndexOf(".");
        return at <= 0 || name === ".." ? "" : name.slice(at);
      },
    },
  };
};
