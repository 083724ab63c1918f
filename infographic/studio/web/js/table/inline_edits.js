/** Changes of a grid whose data stand in the story, as edits of the story. No DOM here. */

import { pointerOf } from "./edits.js";

/** @typedef {import("./edits.js").Form} Form */
/** @typedef {import("./edits.js").Change} Change */
/** @typedef {import("./edits.js").Edit} Edit */

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * A cell as a value of JSON: `number` where it is one to be kept digit by digit.
 * @param {string} text
 * @param {boolean} isNumeric whether the column holds numbers
 * @returns {{value: unknown, number?: string}}
 */
export function valueOf(text, isNumeric) {
  const bare = text.trim();
  if (isNumeric && bare === "") return { value: null };
  if (isNumeric && NUMBER.test(bare)) {
    const value = Number(bare);
    return String(value) === bare ? { value } : { value, number: bare };
  }
  return { value: text };
}

/**
 * @param {any} story
 * @param {string} pointer
 */
export function valueAt(story, pointer) {
  let value = story;
  for (const step of pointer.split("/").slice(1)) {
    if (value === null || typeof value !== "object") return undefined;
    value = value[step.replaceAll("~1", "/").replaceAll("~0", "~")];
  }
  return value;
}

/**
 * The edits of a change, to be made one after the other; null where the form does not allow it.
 * @param {any} story as it is
 * @param {Form} form
 * @param {Change} change
 * @param {object} of
 * @param {number} of.columns how many the grid has
 * @param {(column: number) => boolean} of.isNumeric
 * @returns {Edit[] | null}
 */
export function inlineEdits(story, form, change, { columns, isNumeric }) {
  switch (change.kind) {
    case "cells":
      return cellEdits(story, form, change.cells, columns, isNumeric);
    case "insert_rows":
      return insertRows(form, change.at, change.count, columns);
    case "delete_rows":
      return deleteRows(story, form, change.at, change.count);
    default:
      return columnEdits(story, form, change);
  }
}

/**
 * @param {any} story
 * @param {Form} form
 * @param {import("./edits.js").CellChange[]} cells
 * @param {number} columns
 * @param {(column: number) => boolean} isNumeric
 */
function cellEdits(story, form, cells, columns, isNumeric) {
  /** @type {Edit[]} */
  const edits = [];
  const count = rowsIn(story, form);
  let rows = count;
  const width = Math.max(columns, ...cells.map((one) => one.column + 1));
  if (form.kind === "objects" || form.kind === "lists") {
    if (width > form.keys.length) return null;
  } else {
    const lengths = lengthsOf(story, form, rows);
    for (let column = columns; column < width; column += 1) edits.push(...insertColumn(form, column, lengths));
  }
  for (const { row, column, text } of cells) {
    while (row >= rows) {
      edits.push(...(insertRows(form, rows, 1, width) ?? []));
      rows += 1;
    }
    const pointer = pointerOf(form, row, column);
    if (!pointer) return null;
    edits.push(...cellEdit(story, pointer, text, row > 0 && isNumeric(column), row >= count || column >= columns));
  }
  return edits;
}

/**
 * @param {any} story
 * @param {string} pointer
 * @param {string} text
 * @param {boolean} isNumeric
 * @param {boolean} isNew whether its row or column was made just before
 * @returns {Edit[]}
 */
function cellEdit(story, pointer, text, isNumeric, isNew) {
  const was = valueAt(story, pointer);
  const given = valueOf(text, isNumeric || typeof was === "number");
  if (isNew) {
    const { number, value } = given;
    return value === null ? [] : [{ op: "set", pointer, ...(number === undefined ? { value } : { number }) }];
  }
  if (was === undefined) return missing(story, pointer, given);
  if (given.number !== undefined) return [{ op: "set", pointer, number: given.number, was }];
  return given.value === was ? [] : [{ op: "set", pointer, value: given.value, was }];
}

/**
 * A cell that its row is too short for, those before it made too.
 * @param {any} story
 * @param {string} pointer
 * @param {{value: unknown, number?: string}} given
 * @returns {Edit[]}
 */
function missing(story, pointer, given) {
  const parent = pointer.slice(0, pointer.lastIndexOf("/"));
  const last = Number(pointer.slice(parent.length + 1));
  const row = valueAt(story, parent);
  if (!Array.isArray(row)) return [{ op: "create", pointer, value: given.value }];
  /** @type {Edit[]} */
  const edits = [];
  for (let index = row.length; index < last; index += 1)
    edits.push({ op: "insert", pointer: parent, index, value: null });
  return [...edits, { op: "insert", pointer: parent, index: last, value: given.value }];
}

/**
 * How many rows the grid has, its header counted.
 * @param {any} story
 * @param {Form} form
 */
function rowsIn(story, form) {
  const whole = valueAt(story, form.base);
  if (form.kind === "lists") return 1 + Math.max(0, ...form.keys.map((key) => whole?.[key]?.length ?? 0));
  const count = Array.isArray(whole) ? whole.length : 0;
  return form.kind === "rows" ? count : count + 1;
}

/**
 * @param {Form} form
 * @param {number} at
 * @param {number} count
 * @param {number} columns
 * @returns {Edit[] | null}
 */
function insertRows(form, at, count, columns) {
  const after = form.kind === "rows" ? 0 : 1;
  if (at < after) return null;
  const index = at - after;
  /** @type {Edit[]} */
  const edits = [];
  for (let number = 0; number < count; number += 1) {
    if (form.kind === "lists")
      edits.push(...form.keys.map((key) => ({ op: "insert", pointer: `${form.base}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`, index: index + number, value: null })));
    else {
      const value = form.kind === "objects"
        ? Object.fromEntries(form.keys.map((key) => [key, null])) : Array(columns).fill(null);
      edits.push({ op: "insert", pointer: form.base, index: index + number, value });
    }
  }
  return edits;
}

/**
 * From the last up, so that places stay.
 * @param {any} story
 * @param {Form} form
 * @param {number} at
 * @param {number} count
 * @returns {Edit[] | null}
 */
function deleteRows(story, form, at, count) {
  if (at < 1 || at + count > rowsIn(story, form)) return null;
  const first = form.kind === "rows" ? at : at - 1;
  /** @type {Edit[]} */
  const edits = [];
  for (let row = first + count - 1; row >= first; row -= 1) {
    const pointers = form.kind === "lists"
      ? form.keys.map((key) => `${form.base}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}/${row}`)
      : [`${form.base}/${row}`];
    for (const pointer of pointers) {
      const was = valueAt(story, pointer);
      if (was !== undefined) edits.push({ op: "delete", pointer, was });
    }
  }
  return edits;
}

/**
 * @param {any} story
 * @param {Form} form
 * @param {{kind: string, at: number, count: number}} change
 * @returns {Edit[] | null}
 */
function columnEdits(story, form, { kind, at, count }) {
  // Columns that are keys of objects have names before they have cells.
  if (form.kind === "objects" || form.kind === "lists") return null;
  const rows = rowsIn(story, form);
  /** @type {Edit[]} */
  const edits = [];
  const lengths = lengthsOf(story, form, rows);
  for (let number = 0; number < count; number += 1) {
    if (kind === "insert_columns") edits.push(...insertColumn(form, at + number, lengths));
    else edits.push(...deleteColumn(story, form, at + count - 1 - number));
  }
  return edits;
}

/**
 * How long each row is, the header's first.
 * @param {any} story
 * @param {Form} form
 * @param {number} rows
 */
function lengthsOf(story, form, rows) {
  return Array.from({ length: rows }, (_, row) => valueAt(story, listOf(form, row))?.length ?? 0);
}

/**
 * @param {Form} form
 * @param {number} row
 */
function listOf(form, row) {
  return pointerOf(form, row, 0).slice(0, -2);
}

/**
 * A cell more in every row, shorter ones filled up to there.
 * @param {Form} form
 * @param {number} column
 * @param {number[]} lengths of the rows; they grow with it
 */
function insertColumn(form, column, lengths) {
  /** @type {Edit[]} */
  const edits = [];
  lengths.forEach((length, row) => {
    const value = row === 0 ? "" : null;
    const pointer = listOf(form, row);
    for (let index = Math.min(length, column); index <= column; index += 1)
      if (index === column || index >= length) edits.push({ op: "insert", pointer, index, value });
    lengths[row] = Math.max(length, column) + 1;
  });
  return edits;
}

/**
 * @param {any} story
 * @param {Form} form
 * @param {number} column
 */
function deleteColumn(story, form, column) {
  /** @type {Edit[]} */
  const edits = [];
  for (let row = 0; row < rowsIn(story, form); row += 1) {
    const pointer = pointerOf(form, row, column);
    const was = valueAt(story, pointer);
    if (was !== undefined) edits.push({ op: "delete", pointer, was });
  }
  return edits;
}
