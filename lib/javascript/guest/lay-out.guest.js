// Evaluated backstage: puts the parts of a shown value on one line or on many.
() => {
  const LINE_WIDTH = 80;
  /** Values with fewer levels inside than these stand on one line if they fit. */
  const LEVELS_PER_LINE = 3;
  const SEPARATOR = 2;
  const MOST_COLUMNS = 15;
  const COLUMNS_PER_LEVEL = 4;
  /** A letter is so many times as high as it is wide: lists look square. */
  const LETTER_HEIGHT = 2.5;
  /** Columns are as many as if entries were so much narrower. */
  const NARROWER = 3;
  /** Fewer entries are not put into columns. */
  const FEW_ENTRIES = 6;

  function columnsFor(lengths, entries, indentation) {
    const total = lengths.reduce((sum, length) => sum + length + SEPARATOR, 0);
    const longest = Math.max(...lengths);
    const width = longest + SEPARATOR;
    const fits = width * 3 + indentation < LINE_WIDTH;
    if (!fits || !(total / width > 5 || longest <= 6)) return 1;
    const bias = Math.max(width - NARROWER - Math.sqrt(width - total / entries), 1);
    return Math.min(
      Math.round(Math.sqrt(LETTER_HEIGHT * bias * lengths.length) / bias),
      Math.floor((LINE_WIDTH - indentation) / width),
      LEVELS_PER_LINE * COLUMNS_PER_LEVEL,
      MOST_COLUMNS,
    );
  }

  /** The entries of a long list, several to a line. The last one stands alone if it tells how many were left out. */
  function inColumns(parts, { indentation, isCut, areNumbers }) {
    const entries = isCut ? parts.slice(0, -1) : parts;
    const lengths = entries.map((entry) => entry.length);
    const columns = columnsFor(lengths, parts.length, indentation);
    if (columns <= 1) return parts;
    const widths = Array.from({ length: columns }, (_, column) =>
      Math.max(...lengths.filter((_, index) => index % columns === column)),
    );
    const lines = [];
    for (let start = 0; start < entries.length; start += columns) {
      const row = entries.slice(start, start + columns);
      const cells = row.map((entry, column) => {
        const isLast = column === row.length - 1;
        const cell = isLast ? entry : `${entry}, `;
        if (areNumbers) return cell.padStart(widths[column] + (isLast ? 0 : SEPARATOR));
        return isLast ? cell : cell.padEnd(widths[column] + SEPARATOR);
      });
      lines.push(cells.join(""));
    }
    return isCut ? [...lines, parts.at(-1)] : lines;
  }

  const fitsOnLine = (parts, { start, base }) => {
    const separators = parts.length + start;
    if (separators + parts.length > LINE_WIDTH || base.includes("\n")) return false;
    return separators + parts.reduce((sum, { length }) => sum + length, 0) <= LINE_WIDTH;
  };

  /** `levels` is how many levels the value that was shown last lies deeper than this one. */
  function layOut(parts, { base, open, close, list, indentation, levels, isWide = false }) {
    const head = base === "" ? open : `${base} ${open}`;
    if (isWide) return `${head} ${parts.join(", ")} ${close}`;
    const entries =
      list !== null && parts.length > FEW_ENTRIES ? inColumns(parts, { indentation, ...list }) : parts;
    if (levels < LEVELS_PER_LINE && entries === parts) {
      const start = parts.length + indentation + open.length + base.length + 10;
      const line = parts.join(", ");
      if (fitsOnLine(parts, { start, base }) && !line.includes("\n")) return `${head} ${line} ${close}`;
    }
    const margin = `\n${" ".repeat(indentation)}`;
    return `${head}${margin}  ${entries.join(`,${margin}  `)}${margin}${close}`;
  }
  return { layOut, LINE_WIDTH };
};
