/** The side's tab of data: a chart's or table's cells, what is doubtful in them, what draws them. */

import { h } from "../dom.js";
import { at } from "../forms/pointer.js";
import { t } from "../words.js";
import { Grid } from "./grid.js";
import { Link } from "./link.js";
import { showNotes } from "./notes.js";
import { cellOf, formOf, pointerOf } from "./edits.js";
import { blockOf } from "./selection.js";
import { cellOfPointer, chosenBy, columnOfCell, dataOf, rowOfLine } from "./source.js";
import { summed } from "./sums.js";
import { copyAsCsv, sheetPicker } from "./workbook.js";

/** @typedef {import("../studio.js").Studio} Studio */

/**
 * @param {HTMLElement} panel
 * @param {Studio} studio
 */
export function mountTable(panel, studio) {
  new TableTab(panel, studio).begin();
}

class TableTab {
  /**
   * @param {HTMLElement} panel
   * @param {Studio} studio
   */
  constructor(panel, studio) {
    this.panel = panel;
    this.studio = studio;
    this.pointer = "";
    /** What the page's selection was last followed to. */
    this.followed = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pointing = undefined;
    this.picker = h("select", { className: "which", onchange: () => this.choose(this.picker.value) });
    this.from = h("div", { className: "from" });
    this.notice = h("div", { className: "table-notice", role: "status" });
    this.notes = h("div", { className: "table-notes" });
    this.sums = h("span", { className: "sums" });
    this.grid = new Grid({
      changed: (change, stroke) => this.link.change(change, stroke),
      moved: (cell) => {
        this.showSums();
        this.point(cell);
      },
      left: () => /** @type {HTMLElement | null} */ (this.tools.querySelector("button:enabled"))?.focus(),
      undone: (way) => this.studio.wire.ask({ type: way }).catch((error) => this.say(error.message)),
      said: (words) => this.say(words),
    });
    this.link = new Link(studio, {
      shown: (isAnother) => this.show(isAnother),
      said: (words) => this.say(words),
    });
    this.tools = this.toolbar();
    this.tools.hidden = this.grid.element.hidden = true;
    panel.replaceChildren(h("div", { className: "table-head" }, this.picker, this.from), this.tools,
      this.notice, this.grid.element, this.grid.live, this.notes);
  }

  begin() {
    const { store } = this.studio;
    store.on(["story", "document", "selection", "tab", "language"], () => this.follow());
    let language = this.studio.state.language;
    store.on(["language"], () => {
      if (this.studio.state.language === language) return;
      language = this.studio.state.language;
      const tools = this.toolbar();
      this.tools.replaceWith(tools);
      this.tools = tools;
      this.show(true);
      // What is doubted is said in the other language, too.
      this.link.reload();
    });
    let revision = -1;
    store.on(["pages"], () => {
      const now = this.studio.state.pages.main?.revision ?? -1;
      if (now !== revision && this.isShown) this.link.reload();
      revision = now;
    });
    // A file of data that no page here shows may have been changed in another program.
    addEventListener("focus", () => {
      if (this.isShown) this.link.reload();
    });
    store.on(["online"], () => {
      if (this.studio.state.online) this.link.again();
    });
  }

  get isShown() {
    return this.studio.state.tab === "data";
  }

  get listed() {
    return dataOf(this.studio.state.document?.value);
  }

  /** Show the data of what is selected, else those before, else the first. */
  follow() {
    if (!this.isShown) return;
    const { selection, story } = this.studio.state;
    const listed = this.listed;
    const key = JSON.stringify(selection);
    const asked = key === this.followed ? "" : chosenBy(listed, selection, story, this.pointer);
    const known = listed.some((one) => one.pointer === this.pointer) ? this.pointer : "";
    this.drawPicker(listed);
    this.choose(asked || known || listed[0]?.pointer || "");
    if (key !== this.followed && asked) this.seek();
    this.followed = key;
  }

  /** @param {ReturnType<typeof dataOf>} listed */
  drawPicker(listed) {
    this.picker.setAttribute("aria-label", t("table.which"));
    this.picker.replaceChildren(...listed.map((one) => h("option", {
      value: one.pointer, textContent: t(`table.${one.kind}`, { number: one.number + 1, title: one.title }),
    })));
    this.picker.hidden = !listed.length;
    this.picker.value = this.pointer;
  }

  /** @param {string} pointer */
  choose(pointer) {
    const { story } = this.studio.state;
    this.picker.value = pointer;
    if (pointer === this.pointer && this.link.story === story) return;
    this.pointer = pointer;
    // What is typed before the other table is there would be written nowhere.
    this.grid.wait(true);
    this.link.open(story, pointer);
    if (!pointer) this.show(true);
  }

  /** Go to the cell that the selection is of, once it is there. */
  seek() {
    const told = this.link.told;
    const { selection, story } = this.studio.state;
    if (!told || !selection) {
      this.link.then = () => this.seek();
      return;
    }
    const cell = this.cellOfSelection(told, selection, story);
    if (cell && cell.row >= 0)
      // A click on a bar is known to the page as the whole chart's file: its cell is outlined then.
      this.grid.select({ anchor: cell, focus: cell }, selection.file === story || cellOfPointer(selection.pointer) !== null);
  }

  /**
   * @param {import("./link.js").Told} told
   * @param {import("../store.js").Selection} selection
   * @param {string} story
   */
  cellOfSelection(told, selection, story) {
    if (told.kind !== "inline") {
      if (selection.file === story) return null;
      const known = cellOfPointer(selection.pointer);
      if (known) return known;
      if (!selection.line) return null;
      const column = selection.cell ? columnOfCell(selection.cell) : 0;
      return { row: rowOfLine(told.lines, selection.line), column: Math.max(column, 0) };
    }
    const form = formOf(at(this.studio.state.document?.value, `${this.pointer}/data`), `${this.pointer}/data`);
    return form ? cellOf(form, selection.pointer) : null;
  }

  /**
   * Outline on the page what a cell is shown by, once the keys rest.
   * @param {import("./selection.js").Cell} cell
   */
  point({ row, column }) {
    clearTimeout(this.pointing);
    this.pointing = setTimeout(() => {
      const told = this.link.told;
      const { story, document } = this.studio.state;
      if (!told || row >= told.rows.length) return;
      const data = `${this.pointer}/data`;
      const form = told.kind === "inline" ? formOf(at(document?.value, data), data) : null;
      const file = told.kind === "inline" ? story : told.file;
      const pointer = form ? pointerOf(form, row, column) : `/${told.kind === "workbook" ? told.lines[row] : row + 1}/${column + 1}`;
      if (!file || !pointer) return;
      const selection = { file, pointer, quiet: true };
      // Our own: the table need not follow it.
      this.followed = JSON.stringify(selection);
      this.studio.store.set({ selection });
    }, 150);
  }

  toolbar() {
    /** @param {string} name @param {() => void} does */
    const button = (name, does) => h("button", { type: "button", textContent: t(name), onclick: () => {
      does();
      this.grid.focus();
    } });
    /**
     * @param {"insert_rows" | "delete_rows" | "insert_columns" | "delete_columns"} kind
     */
    const change = (kind) => () => {
      this.grid.editor.commit();
      const block = blockOf(this.grid.selected);
      const isRows = kind.endsWith("rows");
      const first = isRows ? block.top : block.left;
      const there = isRows ? this.grid.sheet.rows.length : this.grid.size.columns;
      const end = Math.min(isRows ? block.bottom : block.right, there - 1);
      const count = kind.startsWith("delete") ? end - first + 1 : Math.max(end - first + 1, 1);
      if (count > 0) this.link.change({ kind, at: Math.min(first, there), count }, "");
    };
    return h("div", { className: "table-tools", role: "toolbar", "aria-label": t("table.tools") },
      button("table.insert_rows", change("insert_rows")), button("table.delete_rows", change("delete_rows")),
      button("table.insert_columns", change("insert_columns")), button("table.delete_columns", change("delete_columns")),
      this.sums);
  }

  /** @param {string} words */
  say(words) {
    // What can be done about a table that is only read stays.
    this.notice.replaceChildren(words, ...this.notice.querySelectorAll("button"));
  }

  /** @param {boolean} isAnother */
  show(isAnother) {
    const { told, refused } = this.link;
    this.grid.wait(false);
    this.grid.element.hidden = !told;
    this.tools.hidden = !told?.editable;
    if (isAnother) this.notice.replaceChildren();
    if (!told) {
      this.from.replaceChildren();
      this.notes.replaceChildren();
      if (!this.pointer)
        this.notice.replaceChildren(t("table.none"), h("button", { type: "button", textContent: t("table.choose"),
          onclick: () => this.studio.store.set({ dialog: "upload" }) }));
      else if (refused) this.say(refused);
      return;
    }
    this.grid.show({
      rows: told.rows, lines: told.lines, head: told.head, body: told.body, editable: told.editable,
      numeric: new Set(told.columns.filter((one) => one.kind === "number").map((one) => one.place)),
      doubts: new Map(told.doubts.filter((one) => one.at[1] >= 0 && one.severity !== "note")
        .map((one) => [one.at.join(","), one])),
    }, isAnother);
    this.grid.element.setAttribute("aria-label", this.picker.selectedOptions[0]?.textContent ?? t("table.which"));
    this.showSource(told, isAnother);
    showNotes(this.notes, told, (row, column) => {
      const cell = { row, column: Math.max(column, 0) };
      this.grid.select({ anchor: cell, focus: cell });
      this.grid.focus();
    });
    this.showSums();
  }

  /**
   * @param {import("./link.js").Told} told
   * @param {boolean} isAnother
   */
  showSource(told, isAnother) {
    const where = told.file || t("table.in_story");
    this.from.replaceChildren(h("span", { className: "file", textContent: where }), ...sheetPicker(this.studio, told));
    if (told.editable || !isAnother) return;
    const why = told.kind === "workbook" ? "table.why_workbook" : told.kind === "json" ? "table.why_json" : "table.why_form";
    this.notice.replaceChildren(t(why), told.kind === "inline" ? "" : h("button", {
      type: "button", textContent: t("table.copy_csv"), onclick: async () => {
        try {
          await copyAsCsv(this.studio, told);
          this.link.open(this.studio.state.story, this.pointer);
        } catch (error) {
          this.say(/** @type {Error} */ (error).message);
        }
      },
    }));
  }

  showSums() {
    const block = blockOf(this.grid.selected);
    const found = summed(this.grid.sheet.rows, block);
    this.sums.textContent = found ? t("table.sums", found) : "";
  }
}
