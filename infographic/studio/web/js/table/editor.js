/** The field that lies on the active cell: it has the keyboard all the time, so that an input method
 * begins in it, and is seen while something is written. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { ROW } from "./virtual.js";

export class Editor {
  /** @param {import("./grid.js").Grid} grid */
  constructor(grid) {
    this.grid = grid;
    this.writing = false;
    this.composing = false;
    /** What the cell had before. */
    this.before = "";
    this.stroke = "";
    this.field = h("input", {
      className: "cell-editor", type: "text", autocomplete: "off", spellcheck: false,
      oninput: () => this.typed(),
      oncompositionstart: () => {
        this.composing = true;
        this.start("");
      },
      oncompositionend: () => {
        this.composing = false;
        this.typed();
      },
      onblur: () => this.commit(),
    });
  }

  place() {
    const { row, column } = this.grid.selected.focus;
    const { style } = this.field;
    style.top = `${row * ROW}px`;
    style.left = `${this.grid.lefts[column] ?? 0}px`;
    style.height = `${ROW}px`;
    style.minWidth = style.width = `${this.grid.widths[column] ?? 0}px`;
    if (this.writing) this.widen();
    this.field.classList.toggle("to-right", this.grid.sheet.numeric.has(column));
  }

  widen() {
    const { field } = this;
    if (field.scrollWidth > field.clientWidth) field.style.width = `${Math.min(field.scrollWidth + 16, 420)}px`;
  }

  /**
   * A finger chose the cell; the keyboard of the screen comes up only to write.
   * @param {boolean} toWrite
   */
  touched(toWrite) {
    this.field.blur();
    this.field.inputMode = toWrite ? "text" : "none";
    this.field.focus({ preventScroll: true });
    if (toWrite) this.begin();
  }

  /** Write on at the end of what the cell has. */
  begin() {
    const text = this.grid.text(this.grid.selected.focus);
    if (!this.start(text)) return;
    this.field.value = text;
    this.field.setSelectionRange(text.length, text.length);
    this.widen();
  }

  /**
   * @param {string} text that the field begins with
   * @returns {boolean} whether it may be written
   */
  start(text) {
    if (this.writing) return true;
    if (!this.grid.sheet.editable) {
      this.field.value = "";
      this.grid.said(t("table.read_only"));
      return false;
    }
    this.writing = true;
    this.before = this.grid.text(this.grid.selected.focus);
    this.stroke = `cell-${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
    this.field.classList.add("writing");
    if (text) this.field.value = text;
    return true;
  }

  typed() {
    if (!this.start("")) return;
    this.widen();
    // Half of a word from an input method is no value.
    if (!this.composing) this.send(this.field.value);
  }

  /** @param {string} text */
  send(text) {
    const { row, column } = this.grid.selected.focus;
    const was = this.grid.text({ row, column });
    if (text !== was) this.grid.changed({ kind: "cells", cells: [{ row, column, text, was }] }, this.stroke);
  }

  /** What is written stands. */
  commit() {
    if (!this.writing) return;
    const text = this.field.value;
    this.end();
    this.send(text);
  }

  /** The cell is as it was before. */
  cancel() {
    if (!this.writing) return;
    this.end();
    this.send(this.before);
  }

  end() {
    this.writing = this.composing = false;
    this.field.classList.remove("writing");
    this.field.value = "";
    this.place();
  }
}
