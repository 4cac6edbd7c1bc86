// Evaluated backstage: gives `drawTable`, the lines of console.table.
({ inspect, isObject, kindOf }) => {
  const MOST_SHOWN_KEYS = 2;

  const cell = (value) => {
    const isDeep = isObject(value) && !Array.isArray(value) && Object.keys(value).length > MOST_SHOWN_KEYS;
    return inspect(value, { depth: isDeep ? -1 : 0, isWide: true });
  };
  const entriesOf = (rows, kind) => {
    const entries = [];
    if (kind === "Map") Map.prototype.forEach.call(rows, (value, key) => entries.push([key, value]));
    else Set.prototype.forEach.call(rows, (value) => entries.push([value, value]));
    return entries;
  };

  function draw(head, rows) {
    const lines = [head, ...rows];
    const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)) + 2);
    const rule = (left, middle, right) =>
      left + widths.map((width) => "─".repeat(width)).join(middle) + right;
    const drawn = lines.map(
      (line) => `│${line.map((text, column) => ` ${text}`.padEnd(widths[column])).join("│")}│`,
    );
    return [rule("┌", "┬", "┐"), drawn[0], rule("├", "┼", "┤"), ...drawn.slice(1), rule("└", "┴", "┘")].join(
      "\n",
    );
  }

  function drawRecords(indexName, records, columns) {
    const isRecord = (row) => isObject(row) && typeof row !== "function";
    const named = records.flatMap(([, row]) => (isRecord(row) ? Object.keys(row) : []));
    const names = columns ?? [...new Set(named)];
    const hasValues = records.some(([, row]) => !isRecord(row));
    const rows = records.map(([key, row]) => [
      key,
      ...names.map((name) => (isRecord(row) && Object.hasOwn(row, name) ? cell(row[name]) : "")),
      ...(hasValues ? [isRecord(row) ? "" : cell(row)] : []),
    ]);
    return draw([indexName, ...names, ...(hasValues ? ["Values"] : [])], rows);
  }

  return {
    /** Null where there is nothing to make a table of. */
    drawTable: (rows, columns) => {
      if (!isObject(rows)) return null;
      const wanted = Array.isArray(columns) ? Array.from(columns, String) : null;
      const kind = kindOf(rows);
      if (kind !== "Map" && kind !== "Set") return drawRecords("(index)", Object.entries(rows), wanted);
      const entries = entriesOf(rows, kind);
      if (kind === "Set" || wanted !== null)
        return drawRecords(
          "(iteration index)",
          entries.map(([, value], index) => [String(index), value]),
          wanted,
        );
      const cells = entries.map(([key, value], index) => [String(index), cell(key), cell(value)]);
      return draw(["(iteration index)", "Key", "Values"], cells);
    },
  };
};
