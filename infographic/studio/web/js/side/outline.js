/** The story as a tree: select, move, copy, delete, add. */

import { circled } from "../desk/naming.js";
import { h } from "../dom.js";
import { deleteEdit, duplicateEdit, giveEdit, insertEdit, moveEdit } from "../forms/edits.js";
import { noneWords } from "../forms/form_tools.js";
import { formsOf, newStroke } from "../forms/forms.js";
import { at, isIn, lastOf, parentOf, under } from "../forms/pointer.js";
import { t } from "../words.js";
import { dragging } from "./dragging.js";
import { dropped, oneStep, outlineRows } from "./outline_rows.js";
import { ADDABLE, added, newPart, PARTS } from "./starters.js";

/** @typedef {import("./outline_rows.js").OutlineRow} OutlineRow */

/**
 * @param {HTMLElement} panel
 * @param {import("../studio.js").Studio} studio
 */
export function mountOutline(panel, studio) {
  new Outline(panel, studio).listen();
}

class Outline {
  /**
   * @param {HTMLElement} panel
   * @param {import("../studio.js").Studio} studio
   */
  constructor(panel, studio) {
    this.studio = studio;
    this.forms = formsOf(studio);
    /** Pointers of rows whose own are folded away. */
    /** @type {Set<string>} */
    this.closed = new Set();
    /** @type {OutlineRow[]} */
    this.rows = [];
    /** The pointer that the tools work on. */
    this.current = "";
    this.dragged = "";
    this.tree = h("div", { role: "tree", className: "tree" });
    this.bar = h("div", { className: "outline-bar", role: "toolbar" });
    this.said = h("p", { className: "outline-said", role: "status" });
    panel.replaceChildren(this.bar, this.said, this.tree);
  }

  listen() {
    this.tree.addEventListener("keydown", (event) => this.key(event));
    const place = (/** @type {string} */ onto, /** @type {boolean} */ behind) => dropped(this.forms.story, this.dragged, onto, behind);
    dragging(this.tree, {
      begin: (pointer) => { this.dragged = pointer; },
      may: (onto, behind) => place(onto, behind) !== null,
      drop: (onto, behind) => this.moveTo(this.dragged, place(onto, behind)),
    });
    this.forms.on(() => this.show());
    this.studio.store.on(["document", "selection", "tab", "language", "story", "layouts"], () => this.show());
  }

  /**
   * @param {string} pointer
   * @param {boolean} [quiet] the keyboard stays here
   */
  select(pointer, quiet = true) {
    this.current = pointer;
    this.studio.store.set({ selection: { file: this.studio.state.story, pointer, quiet } });
  }

  /**
   * @param {string} words
   * @param {boolean} [undo] whether it may be taken back here
   */
  tell(words, undo = false) {
    this.said.replaceChildren(words, ...(undo ? [h("button", { type: "button", className: "plain", onclick: () => {
      void this.studio.wire.ask({ type: "undo" }).then(() => this.tell(""), () => {});
    } }, t("outline.undo"))] : []));
  }

  // Changes

  /**
   * @param {import("../forms/edits.js").Edit[]} edits
   * @param {string} next what is selected afterwards
   * @param {{words?: string, quiet?: boolean}} [with_]
   */
  async edit(edits, next, { words = "", quiet = true } = {}) {
    try {
      await this.forms.edit(edits, newStroke());
    } catch (error) {
      const why = /** @type {any} */ (error)?.diagnostics?.[0];
      this.tell(why ? this.forms.said(why) : t("forms.offline"));
      return;
    }
    this.select(next, quiet);
    this.tell(words, words !== "");
    this.show(true);
  }

  get isItem() {
    return /^\d+$/.test(lastOf(this.current)) && Array.isArray(at(this.forms.story, parentOf(this.current)));
  }

  /** @param {1 | -1} by */
  move(by) {
    this.moveTo(this.current, this.isItem ? oneStep(this.forms.story, this.current, by) : null);
  }

  /**
   * @param {string} pointer
   * @param {{to: string, index: number} | null} place
   */
  moveTo(pointer, place) {
    if (place) void this.edit([moveEdit(this.forms.story, pointer, place.to, place.index)], under(place.to, place.index));
  }

  get mayRemove() {
    return this.current !== "" && this.current !== "/headline" && this.forms.at(this.current) !== undefined;
  }

  remove() {
    if (!this.mayRemove) return;
    const holder = parentOf(this.current);
    const count = this.isItem ? at(this.forms.story, holder).length : 0;
    const behind = count > 1 ? under(holder, Math.min(Number(lastOf(this.current)), count - 2)) : parentOf(holder);
    void this.edit([deleteEdit(this.forms.story, this.current)], this.isItem ? behind : "", { words: t("outline.deleted") });
  }

  duplicate() {
    if (!this.isItem) return;
    const next = under(parentOf(this.current), Number(lastOf(this.current)) + 1);
    void this.edit([duplicateEdit(this.forms.story, this.current)], next);
  }

  /** @param {string} name of an item of a list, “item-stat”, or a part of the story */
  add(name) {
    const { story } = this.forms;
    if (!name.startsWith("item-")) {
      void this.edit([giveEdit(story, `/${name}`, newPart(name, t))], `/${name}`, { quiet: false });
      return;
    }
    const where = added(story, name.slice("item-".length), this.current, t);
    void this.edit([insertEdit(story, where.list, where.index, where.value)], where.pointer, { quiet: false });
  }

  // What is shown

  fillBar() {
    const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ onclick, disabled = !this.isItem) =>
      h("button", { type: "button", onclick, disabled, title: t(key), "aria-label": t(key) }, sign);
    const { bar } = this;
    bar.setAttribute("aria-label", t("outline.tools"));
    bar.replaceChildren(this.menu(), h("span", { className: "spread" }),
      button("outline.up", "↑", () => this.move(-1)), button("outline.down", "↓", () => this.move(1)),
      button("outline.duplicate", t("outline.duplicate_short"), () => this.duplicate()),
      button("outline.delete", t("outline.delete_short"), () => this.remove(), !this.mayRemove));
  }

  menu() {
    const missing = PARTS.filter((key) => this.forms.story?.[key] === undefined || this.forms.story[key] === null);
    const menu = h("select", { className: "adder", "aria-label": t("outline.add"), onchange: () => {
      const { value } = menu;
      menu.value = "";
      if (value) this.add(value);
    } }, h("option", { value: "" }, `＋ ${t("outline.add")}`),
    h("optgroup", { label: t("outline.items") }, ...ADDABLE.map((name) => h("option", { value: `item-${name}` }, t(`add.${name}`)))),
    missing.length ? h("optgroup", { label: t("outline.parts") }, ...missing.map((key) =>
      h("option", { value: key }, t(`field.Story.${key}`)))) : null);
    return menu;
  }

  /** @param {boolean} [focus] */
  show(focus = false) {
    const { forms, tree } = this;
    if (this.studio.state.tab !== "outline") return;
    if (!forms.isReady) {
      tree.replaceChildren(h("p", { className: "empty" }, t(noneWords(this.studio.state))));
      return;
    }
    const { selection, story } = this.studio.state;
    if (selection?.file === story) this.current = selection.pointer;
    const held = focus || tree.contains(document.activeElement);
    this.rows = outlineRows(forms.classes, forms.story, this.closed);
    const chosen = this.rows.filter((row) => isIn(this.current, row.pointer)).at(-1);
    tree.setAttribute("aria-label", t("side.outline"));
    tree.replaceChildren(...this.rows.map((row) => this.line(row, row === chosen, row === (chosen ?? this.rows[0]))));
    this.fillBar();
    const active = /** @type {HTMLElement | null} */ (tree.querySelector("[tabindex='0']"));
    if (held) active?.focus();
    active?.scrollIntoView({ block: "nearest" });
  }

  /**
   * @param {OutlineRow} row
   * @param {boolean} chosen
   * @param {boolean} stop whether the Tab key stops here
   */
  line(row, chosen, stop) {
    const { pointer, holds } = row;
    const isClosed = this.closed.has(pointer);
    const words = row.words || (row.count && !row.list ? t("forms.items", { count: row.count }) : "");
    return h("div", {
      role: "treeitem", className: `row level-${row.level}`, tabIndex: stop ? 0 : -1, "aria-level": row.level,
      "aria-selected": String(chosen), ...(holds ? { "aria-expanded": String(!isClosed) } : {}),
      draggable: row.list !== "", "data-pointer": pointer, onclick: () => this.select(pointer),
      ondblclick: () => this.select(pointer, false),
    }, holds ? h("button", { type: "button", className: "fold", tabIndex: -1, "aria-hidden": "true", onclick: (/** @type {Event} */ event) => {
      event.stopPropagation();
      this.fold(pointer, !isClosed);
    } }, isClosed ? "▸" : "▾") : h("span", { className: "fold" }),
    h("span", { className: "row-name" }, row.number ? numbered(row) : t(row.noun)), h("span", { className: "row-words" }, words));
  }

  /**
   * @param {string} pointer
   * @param {boolean} shut
   */
  fold(pointer, shut) {
    if (shut) this.closed.add(pointer);
    else this.closed.delete(pointer);
    this.show();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const element = /** @type {HTMLElement} */ (event.target);
    const here = this.rows.findIndex((row) => row.pointer === element.dataset.pointer);
    const row = this.rows[here];
    if (!row) return;
    this.current = row.pointer;
    const to = treeKey(event, this.rows, here);
    const isClosed = this.closed.has(row.pointer);
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) this.move(event.key === "ArrowUp" ? -1 : 1);
    else if (event.key === "Enter" || event.key === "F2") this.select(row.pointer, false);
    else if (event.key === "Delete") this.remove();
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "d") this.duplicate();
    else if (event.key === "ArrowRight" && row.holds && isClosed) this.fold(row.pointer, false);
    else if (event.key === "ArrowLeft" && row.holds && !isClosed) this.fold(row.pointer, true);
    else if (to) {
      this.select(to.pointer);
      this.show(true);
    } else return;
    event.preventDefault();
  }
}

/** @param {OutlineRow} row */
function numbered(row) {
  return row.noun === "class.Figure" ? `${t(row.noun)}${circled(row.number)}` : `${t(row.noun)} ${row.number}`;
}

/**
 * The row that a key of the tree pattern leads to.
 * @param {KeyboardEvent} event
 * @param {OutlineRow[]} rows
 * @param {number} here
 */
function treeKey(event, rows, here) {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  const row = rows[here];
  switch (event.key) {
    case "ArrowDown": return rows[here + 1];
    case "ArrowUp": return rows[here - 1];
    case "Home": return rows[0];
    case "End": return rows.at(-1);
    case "ArrowLeft": return rows.find((one) => one.pointer === row?.parent);
    case "ArrowRight": return row?.holds ? rows[here + 1] : undefined;
    default: return undefined;
  }
}
