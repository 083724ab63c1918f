/** The keys of a grid, as spreadsheets have them. */

import { at, blockOf, cellsOf, moved, stepped } from "./selection.js";
import { ROW } from "./virtual.js";

/** @param {import("./grid.js").Grid} grid */
export function listenToKeys(grid) {
  const { field } = grid.editor;
  field.addEventListener("keydown", (event) => {
    // Enter and arrows choose among an input method's words.
    if (event.isComposing || event.keyCode === 229) return;
    const done = grid.editor.writing ? whileWriting(grid, event) : whileMoving(grid, event);
    if (done) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

/**
 * @param {import("./grid.js").Grid} grid
 * @param {KeyboardEvent} event
 * @returns {boolean} whether the key is used up
 */
function whileWriting(grid, event) {
  switch (event.key) {
    case "Escape":
      grid.editor.cancel();
      return true;
    case "Enter":
    case "Tab":
      grid.editor.commit();
      return step(grid, event.key, event.shiftKey);
    case "ArrowUp":
    case "ArrowDown":
      grid.editor.commit();
      return move(grid, event);
    default:
      // What the field itself does must not reach the keys of the whole page.
      event.stopPropagation();
      return false;
  }
}

/**
 * @param {import("./grid.js").Grid} grid
 * @param {KeyboardEvent} event
 */
function whileMoving(grid, event) {
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && !event.altKey) {
    const key = event.key.toLowerCase();
    if (key === "z" || key === "y") {
      grid.undone(key === "y" || event.shiftKey ? "redo" : "undo");
      return true;
    }
    if (key === "a") {
      grid.select({ anchor: { row: 0, column: 0 }, focus: grid.lastCell });
      return true;
    }
  }
  switch (event.key) {
    case "Escape":
      grid.left();
      return true;
    case "F2":
      grid.editor.begin();
      return true;
    case "Enter":
    case "Tab":
      return step(grid, event.key, event.shiftKey);
    case "Delete":
    case "Backspace":
      clear(grid);
      return true;
    default:
      return move(grid, event);
  }
}

/**
 * @param {import("./grid.js").Grid} grid
 * @param {KeyboardEvent} event
 */
function move(grid, event) {
  const page = Math.max(Math.floor(grid.element.clientHeight / ROW) - 2, 1);
  const how = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey, page };
  const next = moved(event.key, grid.selected, how, grid.size, (cell) => grid.text(cell) !== "");
  if (!next) return false;
  grid.select(next);
  return true;
}

/**
 * @param {import("./grid.js").Grid} grid
 * @param {"Enter" | "Tab"} key
 * @param {boolean} back
 * @returns {boolean} false where the key leads out of the table
 */
function step(grid, key, back) {
  const next = stepped(key, back, grid.selected, grid.size);
  if (!next) return false;
  const block = blockOf(grid.selected);
  const isBlock = block.top !== block.bottom || block.left !== block.right;
  grid.select(isBlock ? { ...at(next), block } : at(next));
  return true;
}

/** @param {import("./grid.js").Grid} grid */
export function clear(grid) {
  const cells = cellsOf(blockOf(grid.selected))
    .map((cell) => ({ ...cell, text: "", was: grid.text(cell) }))
    .filter((one) => one.was !== "");
  if (!grid.sheet.editable) grid.editor.start("");
  else if (cells.length) grid.changed({ kind: "cells", cells }, "");
}
