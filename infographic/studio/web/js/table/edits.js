/** Changes of a grid, and how data that stand in a story are laid out. No DOM here. */

/** @typedef {{row: number, column: number, text: string, was: string}} CellChange */
/**
 * @typedef {{kind: "cells", cells: CellChange[]}
 *   | {kind: "insert_rows" | "delete_rows" | "insert_columns" | "delete_columns", at: number,
 *      count: number}} Change
 */

/**
 * The rows after a change; the same where nothing changes.
 * @param {string[][]} rows
 * @param {Change} change
 * @returns {string[][]}
 */
export function changed(rows, change) {
  if (change.kind === "cells") return withCells(rows, change.cells);
  const { kind, at, count } = change;
  const width = Math.max(0, ...rows.map((row) => row.length));
  /** @param {number} length @returns {string[]} */
  const empty = (length) => Array(length).fill("");
  switch (kind) {
    case "insert_rows":
      return rows.toSpliced(at, 0, ...Array.from({ length: count }, () => empty(width)));
    case "delete_rows":
      return rows.toSpliced(at, count);
    case "insert_columns":
      return rows.map((row) => (row.length >= at ? row.toSpliced(at, 0, ...empty(count)) : row));
    case "delete_columns":
      return rows.map((row) => row.toSpliced(at, count));
  }
}

/**
 * @param {string[][]} rows
 * @param {CellChange[]} cells
 */
function withCells(rows, cells) {
  const made = rows.slice();
  for (const { row, column, text } of cells) {
    while (made.length <= row) made.push([]);
    const line = (made[row] ?? []).slice();
    while (line.length <= column) line.push("");
    line[column] = text;
    made[row] = line;
  }
  return made;
}

/**
 * A block of texts laid into a grid at a cell, as the cells that it changes.
 * @param {string[][]} rows
 * @param {number} top
 * @param {number} left
 * @param {string[][]} block
 * @returns {CellChange[]}
 */
export function pasted(rows, top, left, block) {
  /** @type {CellChange[]} */
  const cells = [];
  block.forEach((line, down) =>
    line.forEach((text, right) => {
      const row = top + down;
      const column = left + right;
      const was = rows[row]?.[column] ?? "";
      const isNew = row >= rows.length;
      if (text !== was || isNew) cells.push({ row, column, text, was });
    }));
  return cells;
}

/**
 * How data stand in a story: where its cells are by row and column. Those of other forms are read
 * only (`documents/tables/inline_tables` has the same).
 * @typedef {object} Form
 * @property {"rows" | "objects" | "lists" | "table"} kind
 * @property {string} base the pointer of the rows, lists or objects
 * @property {string} head the pointer of the list of column names, or ""
 * @property {string[]} keys the columns' keys, of objects and lists
 */

/**
 * The form of inline data; null where it is none that is edited here.
 * @param {any} data
 * @param {string} pointer of the data
 * @returns {Form | null}
 */
export function formOf(data, pointer) {
  if (Array.isArray(data)) {
    if (data.length && data.every(Array.isArray)) return { kind: "rows", base: pointer, head: "", keys: [] };
    if (data.length && data.every(isObject)) {
      const keys = [...new Set(data.flatMap((one) => Object.keys(one)))].filter((key) => !isAside(key));
      return { kind: "objects", base: pointer, head: "", keys };
    }
    return null;
  }
  if (!isObject(data)) return null;
  if (Array.isArray(data.rows)) {
    if (!Array.isArray(data.columns) || (data.rows.length && data.rows.every(isObject))) return null;
    return { kind: "table", base: `${pointer}/rows`, head: `${pointer}/columns`, keys: [] };
  }
  const keys = Object.keys(data).filter((key) => !isAside(key));
  if (keys.length && keys.every((key) => Array.isArray(data[key])))
    return { kind: "lists", base: pointer, head: "", keys };
  return null;
}

/** @param {any} value */
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
/** @param {string} key */
const isAside = (key) => key.startsWith("//") || key.startsWith("x-");
/** @param {string} key */
const escaped = (key) => key.replaceAll("~", "~0").replaceAll("/", "~1");

/**
 * The pointer of a cell; "" where it cannot be edited: a name of a column that is a key.
 * @param {Form} form
 * @param {number} row from 0, the header is 0
 * @param {number} column
 */
export function pointerOf(form, row, column) {
  const { kind, base, head, keys } = form;
  switch (kind) {
    case "rows":
      return `${base}/${row}/${column}`;
    case "table":
      return row === 0 ? `${head}/${column}` : `${base}/${row - 1}/${column}`;
    case "objects":
      return row === 0 || keys[column] === undefined ? "" : `${base}/${row - 1}/${escaped(keys[column])}`;
    case "lists":
      return row === 0 || keys[column] === undefined ? "" : `${base}/${escaped(keys[column])}/${row - 1}`;
  }
}

/**
 * The cell of a pointer; null for what is none of the grid.
 * @param {Form} form
 * @param {string} pointer
 * @returns {{row: number, column: number} | null}
 */
export function cellOf(form, pointer) {
  const { kind, base, head, keys } = form;
  if (kind === "table" && head && pointer.startsWith(`${head}/`))
    return { row: 0, column: Number(pointer.slice(head.length + 1).split("/")[0]) };
  if (!pointer.startsWith(`${base}/`)) return null;
  const [first = "", second] = pointer.slice(base.length + 1).split("/");
  const after = kind === "rows" ? 0 : 1;
  if (kind === "lists") {
    const column = keys.findIndex((key) => escaped(key) === first);
    return column < 0 ? null : { row: second === undefined ? 0 : Number(second) + 1, column };
  }
  const row = Number(first) + after;
  if (second === undefined) return { row, column: 0 };
  const column = kind === "objects" ? keys.findIndex((key) => escaped(key) === second) : Number(second);
  return column < 0 ? null : { row, column };
}
