/** Copying out of a grid and pasting into it, as text parted by tabs, as spreadsheets do. */

import { t } from "../words.js";
import { htmlOfRows, rowsOfText, squared, textOfRows, tiled } from "./clipboard.js";
import { pasted } from "./edits.js";
import { clear } from "./grid_keys.js";
import { blockOf } from "./selection.js";

/** Cells of one paste: more than a table may have. */
const MOST = 400_000;

/** @param {import("./grid.js").Grid} grid */
export function listenToClipboard(grid) {
  const { field } = grid.editor;
  field.addEventListener("copy", (event) => copy(grid, event));
  field.addEventListener("cut", (event) => {
    if (copy(grid, event)) clear(grid);
  });
  field.addEventListener("paste", (event) => paste(grid, event));
}

/**
 * @param {import("./grid.js").Grid} grid
 * @param {ClipboardEvent} event
 */
function copy(grid, event) {
  if (grid.editor.writing || !event.clipboardData) return false;
  const { top, left, bottom, right } = blockOf(grid.selected);
  const rows = Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => grid.text({ row: top + row, column: left + column })));
  event.clipboardData.setData("text/plain", textOfRows(rows));
  event.clipboardData.setData("text/html", htmlOfRows(rows));
  event.preventDefault();
  return true;
}

/**
 * @param {import("./grid.js").Grid} grid
 * @param {ClipboardEvent} event
 */
function paste(grid, event) {
  // In a cell that is being written in, words go where the caret is.
  if (grid.editor.writing || !event.clipboardData) return;
  const block = blockFrom(event.clipboardData);
  if (!block.length) return;
  event.preventDefault();
  event.stopPropagation();
  if (!grid.editor.start("")) return;
  grid.editor.end();
  if (block.length * (block[0]?.length ?? 0) > MOST) {
    grid.said(t("table.paste_large"));
    return;
  }
  const into = blockOf(grid.selected);
  const laid = tiled(block, into.bottom - into.top + 1, into.right - into.left + 1);
  const cells = pasted(grid.sheet.rows, into.top, into.left, laid);
  if (cells.length) grid.changed({ kind: "cells", cells }, "");
  const last = { row: into.top + laid.length - 1, column: into.left + (laid[0]?.length ?? 1) - 1 };
  grid.select({ anchor: { row: into.top, column: into.left }, focus: { row: into.top, column: into.left }, block: {
    top: into.top, left: into.left, bottom: last.row, right: last.column,
  } });
}

/**
 * The cells on the clipboard: its text, or the table of a web page where that has no tabs.
 * @param {DataTransfer} data
 */
function blockFrom(data) {
  const text = data.getData("text/plain");
  const html = data.getData("text/html");
  if (!text.includes("\t") && /<table/i.test(html)) {
    const rows = rowsOfHtml(html);
    if (rows.length) return squared(rows);
  }
  return text ? squared(rowsOfText(text)) : [];
}

/** @param {string} html */
function rowsOfHtml(html) {
  // A document without a window: nothing of it is fetched or run.
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  return [...(table?.rows ?? [])].map((row) => [...row.cells].flatMap((cell) => {
    const words = (cell.textContent ?? "").replace(/\s+/g, " ").trim();
    // What is merged across stands in its first column.
    return [words, .../** @type {string[]} */ (Array(Math.min(cell.colSpan - 1, 255)).fill(""))];
  }));
}
