/** What spreadsheets put on the clipboard, and what they take from it. No DOM here. */

/**
 * The rows of a text whose cells are parted by tabs; a cell in quotes may hold tabs, line ends and
 * doubled quotes. The line end behind the last row makes no row.
 * @param {string} text
 * @returns {string[][]}
 */
export function rowsOfText(text) {
  /** @type {string[][]} */
  const rows = [];
  let at = 0;
  const bare = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (let row = /** @type {string[]} */ ([]); ; ) {
    const { cell, end } = cellAt(bare, at);
    row.push(cell);
    if (end >= bare.length) {
      rows.push(row);
      return rows;
    }
    if (bare[end] === "\n") {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
}

/**
 * The cell that begins at a place, and where it ends.
 * @param {string} text
 * @param {number} at
 */
function cellAt(text, at) {
  if (text[at] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=\t|\n|$)/y;
    quoted.lastIndex = at;
    const found = quoted.exec(text);
    // A quote that is not closed is one of the cell's own characters, as an inch is.
    if (found) return { cell: (found[1] ?? "").replaceAll('""', '"'), end: quoted.lastIndex };
  }
  const tab = text.indexOf("\t", at);
  const line = text.indexOf("\n", at);
  const ends = [tab, line].filter((one) => one >= 0);
  const end = ends.length ? Math.min(...ends) : text.length;
  return { cell: text.slice(at, end), end };
}

/**
 * Cells as spreadsheets take them.
 * @param {string[][]} rows
 */
export function textOfRows(rows) {
  return rows.map((row) => row.map(quoted).join("\t")).join("\n");
}

/** @param {string} cell */
function quoted(cell) {
  return /[\t\n\r]/.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Cells as a table of a web page, which word processors take.
 * @param {string[][]} rows
 */
export function htmlOfRows(rows) {
  /** @param {string} cell */
  const safe = (cell) => cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
  const body = rows.map((row) => `<tr>${row.map((one) => `<td>${safe(one)}</td>`).join("")}</tr>`);
  return `<table>${body.join("")}</table>`;
}

/**
 * Rows of one length: shorter ones get empty cells.
 * @param {string[][]} rows
 */
export function squared(rows) {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => [...row, .../** @type {string[]} */ (Array(width - row.length).fill(""))]);
}

/**
 * A block laid over a selection: repeated where the selection is a whole multiple of it, as
 * spreadsheets do, so that one copied cell fills all that are selected.
 * @param {string[][]} block of rows of one length
 * @param {number} rows of the selection
 * @param {number} columns
 */
export function tiled(block, rows, columns) {
  const height = block.length;
  const width = block[0]?.length ?? 0;
  if (!height || !width || rows % height || columns % width) return block;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => block[row % height]?.[column % width] ?? ""));
}
