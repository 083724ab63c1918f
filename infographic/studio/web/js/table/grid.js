/** A grid of cells as spreadsheets have it: only the rows that are seen are in the document. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { Editor } from "./editor.js";
import { listenToClipboard } from "./grid_clipboard.js";
import { listenToKeys } from "./grid_keys.js";
import { at, blockOf, inside, lettersOf } from "./selection.js";
import { ROW, rowsSeen, scrolledTo, widthsOf } from "./virtual.js";

/** @typedef {import("./selection.js").Cell} Cell */
/** @typedef {import("./selection.js").Selected} Selected */
/** @typedef {import("./edits.js").Change} Change */

/**
 * @typedef {object} Sheet what a grid shows
 * @property {string[][]} rows
 * @property {number[]} lines what each row is numbered with; 0 for none
 * @property {number[]} head numbers of the rows that are its header
 * @property {number[]} body of those that are read
 * @property {Set<number>} numeric columns of numbers
 * @property {Map<string, {severity: string, message: string}>} doubts by “row,column”
 * @property {boolean} editable
 */

/** @type {Sheet} */
const NOTHING = {
  rows: [], lines: [], head: [], body: [], numeric: new Set(), doubts: new Map(), editable: false,
};
/** How wide the column of row numbers is. */
const NUMBERS = 44;

export class Grid {
  /**
   * @param {object} with_
   * @param {(change: Change, stroke: string) => void} with_.changed
   * @param {(cell: Cell) => void} with_.moved
   * @param {() => void} with_.left by Esc
   * @param {(way: "undo" | "redo") => void} with_.undone
   * @param {(words: string) => void} with_.said what cannot be done
   */
  constructor({ changed, moved, left, undone, said }) {
    this.changed = changed;
    this.moved = moved;
    this.left = left;
    this.undone = undone;
    this.said = said;
    /** @type {Sheet} */
    this.sheet = NOTHING;
    /** @type {Selected} */
    this.selected = at({ row: 0, column: 0 });
    /** @type {Set<number>} */
    this.head = new Set();
    /** @type {Set<number>} the rows below it that are read */
    this.read = new Set();
    /** @type {number[]} */
    this.widths = [];
    /** @type {number[]} */
    this.lefts = [0];
    this.letters = h("div", { className: "grid-letters", role: "row" });
    this.body = h("div", { className: "grid-cells", role: "rowgroup" });
    this.editor = new Editor(this);
    this.body.append(this.editor.field);
    this.element = h("div", { className: "grid", role: "grid", "aria-multiselectable": "true",
      onscroll: () => this.scrolled() }, this.letters, this.body);
    this.live = h("div", { className: "unseen", "aria-live": "polite" });
    this.drawn = { first: 0, last: 0 };
    new ResizeObserver(() => this.draw()).observe(this.element);
    listenToKeys(this);
    listenToClipboard(this);
    this.listenToPointer();
  }

  get size() {
    const columns = this.sheet.rows.reduce((most, row) => Math.max(most, row.length), 1);
    // An empty row below the last is there to be written in.
    const rows = this.sheet.rows.length + (this.sheet.editable ? 1 : 0);
    return { rows: Math.max(rows, 1), columns };
  }

  /** @param {Cell} cell */
  text({ row, column }) {
    return this.sheet.rows[row]?.[column] ?? "";
  }

  /**
   * @param {Sheet} sheet
   * @param {boolean} [isAnother] not the one before with other values
   */
  show(sheet, isAnother = false) {
    this.sheet = sheet;
    this.head = new Set(sheet.head);
    this.read = new Set(sheet.body);
    const size = this.size;
    const widths = widthsOf(sheet.rows, size.columns);
    // Columns do not twitch while one writes; they only grow.
    this.widths = isAnother ? widths : widths.map((one, column) => Math.max(one, this.widths[column] ?? 0));
    this.lefts = [NUMBERS];
    for (const width of this.widths) this.lefts.push((this.lefts.at(-1) ?? 0) + width);
    this.element.setAttribute("aria-rowcount", String(size.rows));
    this.element.setAttribute("aria-colcount", String(size.columns));
    this.element.setAttribute("aria-readonly", String(!sheet.editable));
    if (isAnother) {
      this.editor.cancel();
      this.selected = at({ row: sheet.head[0] ?? 0, column: 0 });
      this.element.scrollTo(0, 0);
    } else {
      const { anchor, focus, block } = this.selected;
      this.selected = { anchor: inside(anchor, size), focus: inside(focus, size), ...(block ? { block } : {}) };
    }
    this.drawLetters();
    this.draw();
    this.tell(false);
  }

  drawLetters() {
    const width = this.lefts.at(-1) ?? 0;
    this.letters.style.width = this.body.style.width = `${width}px`;
    this.body.style.height = `${this.size.rows * ROW}px`;
    const corner = h("button", { className: "grid-corner", type: "button", tabIndex: -1, "aria-label": t("table.select_all"),
      onclick: () => this.select({ anchor: { row: 0, column: 0 }, focus: this.lastCell }) });
    this.letters.replaceChildren(corner, ...this.widths.map((one, column) => {
      const cell = h("div", { className: "grid-letter", role: "columnheader", textContent: lettersOf(column),
        onclick: (/** @type {MouseEvent} */ event) => this.selectColumns(column, event.shiftKey) });
      cell.style.width = `${one}px`;
      return cell;
    }));
  }

  get lastCell() {
    return { row: Math.max(this.sheet.rows.length - 1, 0), column: this.size.columns - 1 };
  }

  /** Draw further rows where those that are drawn do not reach. */
  scrolled() {
    const { scrollTop, clientHeight } = this.element;
    const seen = rowsSeen(scrollTop, clientHeight, this.size.rows, 0);
    if (seen.first < this.drawn.first || seen.last > this.drawn.last) this.draw();
  }

  draw() {
    const { first, last } = rowsSeen(this.element.scrollTop, this.element.clientHeight, this.size.rows);
    this.drawn = { first, last };
    const rows = [];
    for (let row = first; row < last; row += 1) rows.push(this.rowOf(row));
    const old = [...this.body.children].filter((one) => one !== this.editor.field);
    for (const one of old) one.remove();
    this.body.prepend(...rows);
    this.editor.place();
    this.markLetters();
  }

  /** @param {number} row */
  rowOf(row) {
    const { sheet } = this;
    const block = blockOf(this.selected);
    const isHead = this.head.has(row);
    const isRead = isHead || this.read.has(row);
    const line = sheet.lines[row] || row + 1;
    const number = h("div", { className: "grid-number", role: "rowheader", textContent: String(line),
      onclick: (/** @type {MouseEvent} */ event) => this.selectRows(row, event.shiftKey) });
    number.classList.toggle("on", row >= block.top && row <= block.bottom);
    const cells = this.widths.map((width, column) => this.cellOf(row, column, width, block, isHead));
    const made = h("div", { className: "grid-row", role: "row", "aria-rowindex": row + 1 }, number, ...cells);
    made.classList.toggle("head", isHead);
    made.classList.toggle("aside", !isRead && (sheet.head.length > 0 || sheet.body.length > 0));
    made.style.top = `${row * ROW}px`;
    return made;
  }

  /**
   * @param {number} row
   * @param {number} column
   * @param {number} width
   * @param {import("./selection.js").Block} block
   * @param {boolean} isHead
   */
  cellOf(row, column, width, block, isHead) {
    const text = this.text({ row, column });
    const doubt = this.sheet.doubts.get(`${row},${column}`);
    const cell = h("div", { className: "grid-cell", role: isHead ? "columnheader" : "gridcell", textContent: text,
      "aria-colindex": column + 1, title: doubt?.message ?? "" });
    const isIn = row >= block.top && row <= block.bottom && column >= block.left && column <= block.right;
    cell.classList.toggle("number-cell", this.sheet.numeric.has(column));
    cell.classList.toggle("on", isIn);
    cell.setAttribute("aria-selected", String(isIn));
    if (doubt) cell.classList.add("doubt", doubt.severity);
    // Words alone in a row above the table run on over its empty cells.
    if (this.sheet.rows[row]?.length === 1) cell.classList.add("alone");
    cell.dataset.row = String(row);
    cell.dataset.column = String(column);
    cell.style.width = `${width}px`;
    return cell;
  }

  markLetters() {
    const block = blockOf(this.selected);
    [...this.letters.children].slice(1).forEach((one, column) =>
      one.classList.toggle("on", column >= block.left && column <= block.right));
  }

  /**
   * @param {Selected} selected
   * @param {boolean} [isTold] by the page, which need not be told again
   */
  select(selected, isTold = false) {
    this.editor.commit();
    this.selected = selected;
    this.reveal(selected.focus);
    this.draw();
    this.tell();
    if (!isTold) this.moved(selected.focus);
  }

  /** @param {Cell} cell */
  reveal({ row, column }) {
    const { element } = this;
    const top = scrolledTo(row * ROW, (row + 1) * ROW, element.scrollTop, element.clientHeight - ROW);
    const begin = (this.lefts[column] ?? NUMBERS) - NUMBERS;
    const end = (this.lefts[column + 1] ?? NUMBERS) - NUMBERS;
    const left = scrolledTo(begin, end, element.scrollLeft, element.clientWidth - NUMBERS);
    element.scrollTo(left, top);
  }

  /**
   * Name the cell to who does not see it.
   * @param {boolean} [aloud] at once, and not when he comes to it
   */
  tell(aloud = true) {
    const { row, column } = this.selected.focus;
    const head = this.head.has(row) ? "" : this.sheet.head.map((one) => this.text({ row: one, column })).filter(Boolean).join(" ");
    const doubt = this.sheet.doubts.get(`${row},${column}`)?.message ?? "";
    const block = blockOf(this.selected);
    const count = (block.bottom - block.top + 1) * (block.right - block.left + 1);
    const words = t("table.cell", {
      name: `${lettersOf(column)}${this.sheet.lines[row] || row + 1}`, head, doubt,
      text: this.text({ row, column }) || t("table.empty_cell"),
    });
    if (aloud) this.live.textContent = count > 1 ? `${t("table.selected", { count })}${words}` : words;
    this.editor.field.setAttribute("aria-label", words);
  }

  /**
   * @param {number} row
   * @param {boolean} further
   */
  selectRows(row, further) {
    const anchor = further ? this.selected.anchor.row : row;
    this.select({ anchor: { row: anchor, column: 0 }, focus: { row, column: this.lastCell.column } });
    this.editor.field.focus({ preventScroll: true });
  }

  /**
   * @param {number} column
   * @param {boolean} further
   */
  selectColumns(column, further) {
    const anchor = further ? this.selected.anchor.column : column;
    this.select({ anchor: { row: 0, column: anchor }, focus: { row: this.lastCell.row, column } });
    this.editor.field.focus({ preventScroll: true });
  }

  /** @param {Event} event */
  cellUnder(event) {
    const cell = /** @type {HTMLElement | null} */ (event.target instanceof Element ? event.target.closest(".grid-cell") : null);
    if (!cell) return null;
    return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) };
  }

  listenToPointer() {
    let isDown = false;
    this.body.addEventListener("pointerdown", (event) => {
      const cell = this.cellUnder(event);
      if (!cell || event.button !== 0) return;
      // A finger scrolls; it selects by a tap, which is a click.
      if (event.pointerType === "touch") return;
      event.preventDefault();
      isDown = true;
      this.select(event.shiftKey ? { anchor: this.selected.anchor, focus: cell } : at(cell));
      this.editor.field.focus({ preventScroll: true });
    });
    this.body.addEventListener("pointermove", (event) => {
      const under = isDown ? document.elementFromPoint(event.clientX, event.clientY) : null;
      const cell = under && this.cellUnder(/** @type {any} */ ({ target: under }));
      const { focus } = this.selected;
      if (cell && (cell.row !== focus.row || cell.column !== focus.column))
        this.select({ anchor: this.selected.anchor, focus: cell });
    });
    addEventListener("pointerup", () => (isDown = false));
    this.body.addEventListener("click", (event) => {
      const cell = this.cellUnder(event);
      const { pointerType } = /** @type {PointerEvent} */ (event);
      if (!cell || pointerType !== "touch") return;
      const { focus } = this.selected;
      // The second tap on a cell writes in it.
      const again = focus.row === cell.row && focus.column === cell.column && document.activeElement === this.editor.field;
      if (!again) this.select(at(cell));
      this.editor.touched(again);
    });
    this.body.addEventListener("dblclick", (event) => {
      if (this.cellUnder(event)) this.editor.begin();
    });
  }

  /**
   * Whether another table is on its way.
   * @param {boolean} is
   */
  wait(is) {
    this.element.inert = is;
    this.element.setAttribute("aria-busy", String(is));
  }

  focus() {
    this.editor.field.focus({ preventScroll: true });
    this.tell();
  }
}
