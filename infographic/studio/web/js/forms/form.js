/** The form of what is selected: the way to it, its fields, those that may be added. */

import { h } from "../dom.js";
import { firstOf } from "../side/starters.js";
import { t } from "../words.js";
import { conflictBox } from "./conflicts.js";
import { deleteEdit, giveEdit } from "./edits.js";
import { labelOf } from "./field.js";
import { crumbName, crumbs, foot, formTools, noneWords } from "./form_tools.js";
import { formsOf, newStroke } from "./forms.js";
import { fieldFor } from "./kinds.js";
import { markTools } from "./mark_tools.js";
import { renew, restLines } from "./notes.js";
import { formAt, under, wayTo } from "./pointer.js";
import { nearestOf, rowsOf, shapeOf } from "./rows.js";

/**
 * @typedef {import("./field.js").Field} Field
 * @typedef {import("./rows.js").Row} Row
 */

/**
 * @param {HTMLElement} panel
 * @param {import("../studio.js").Studio} studio
 */
export function mountForm(panel, studio) {
  new Form(panel, studio).listen();
}

class Form {
  /**
   * @param {HTMLElement} panel
   * @param {import("../studio.js").Studio} studio
   */
  constructor(panel, studio) {
    this.panel = panel;
    this.studio = studio;
    this.forms = formsOf(studio);
    /** @type {Map<string, Field>} */
    this.fields = new Map();
    /** What tells these fields from others: while it is the same they stay. */
    this.shape = "";
    /** The pointer of what the form shows. */
    this.owner = "";
    this.noun = "";
    /** Keys of fields that are shown to be filled in, and are not in the file yet. */
    /** @type {Set<string>} */
    this.pending = new Set();
    /** @type {import("../store.js").Selection | null} */
    this.seen = null;
    this.isComposing = false;
    this.isPlacing = false;
    /** @type {HTMLElement | null} */
    this.marks = null;
    this.language = "";
    this.rest = h("ul", { className: "note-lines rest" });
  }

  listen() {
    const { panel, forms } = this;
    const { store } = this.studio;
    panel.addEventListener("focusin", (event) => this.entered(/** @type {Node} */ (event.target)));
    panel.addEventListener("keydown", (event) => this.key(event));
    // An input method that composes in a field would lose its words with it.
    panel.addEventListener("compositionstart", () => { this.isComposing = true; });
    panel.addEventListener("compositionend", () => {
      this.isComposing = false;
      setTimeout(() => this.show());
    });
    forms.on(() => this.show());
    store.on(["document", "selection", "tab", "language", "story", "layouts"], () => this.show());
    store.on(["pages", "checked", "failed", "online"], () => {
      if (!this.isShown || !forms.isReady) return;
      for (const field of this.fields.values()) field.update();
      this.note();
    });
  }

  get isShown() {
    return this.studio.state.tab === "edit";
  }

  show() {
    if (!this.isShown || this.isComposing) return;
    const { forms } = this;
    if (!forms.isReady) {
      this.showNone();
      return;
    }
    const { selection, story } = this.studio.state;
    const pointer = selection && selection.file === story ? selection.pointer : "";
    const next = formAt(forms.classes, forms.story, pointer);
    if (next !== this.owner) this.pending = new Set();
    this.owner = next;
    this.build();
    if (selection && selection !== this.seen && !selection.quiet && pointer) this.place(pointer, selection.offset);
    this.seen = selection;
  }

  /** There is no story to be written, or its file is broken. */
  showNone() {
    const { document } = this.studio.state;
    const broken = document && document.value === null;
    this.shape = "";
    this.panel.replaceChildren(h("p", { className: "empty" }, t(noneWords(this.studio.state))),
      broken ? h("ul", { className: "note-lines" }, ...document.faults.map((one) =>
        h("li", { className: "note-line error" }, h("span", { className: "said" }, this.forms.said(one)),
          h("span", { className: "hint" }, t("messages.line", { line: one.line, column: one.column }))))) : "");
  }

  /**
   * The keyboard goes to what is selected, in a text to its character.
   * @param {string} pointer
   * @param {number} [offset]
   */
  place(pointer, offset) {
    const pointers = [...this.fields.keys()];
    const at = nearestOf(pointers, pointer) ?? pointers[0];
    const isText = at === pointer || typeof this.forms.at(pointer) === "string";
    const focus = () => {
      this.isPlacing = true;
      if (at !== undefined) this.fields.get(at)?.focus(isText ? offset : undefined);
      this.isPlacing = false;
    };
    focus();
    // A drawer that is only now being opened takes no keyboard yet.
    if (!this.panel.offsetParent) requestAnimationFrame(() => {
      for (const field of this.fields.values()) field.note();
      focus();
    });
  }

  build() {
    const { forms, owner, panel } = this;
    const rows = rowsOf(forms.classes, forms.story, owner, this.pending);
    this.noun = rows.noun;
    const next = `${forms.language} ${shapeOf(owner, rows, forms.story)}`;
    if (next === this.shape) {
      for (const field of this.fields.values()) field.update();
      const bar = /** @type {HTMLElement | null} */ (panel.querySelector(".form-tools"));
      if (bar) renew(bar, [forms.language, owner, forms.at(owner)], () => [...formTools(this.whole).childNodes]);
      this.note();
      return;
    }
    const held = heldFocus(panel, this.fields);
    if (this.language !== forms.language) this.marks = null;
    [this.shape, this.language, this.fields] = [next, forms.language, new Map()];
    this.marks ??= markTools(panel);
    const built = rows.rows.map((row) => this.field(row).element);
    const top = h("div", { className: "form-top" }, crumbs(this.whole), formTools(this.whole));
    panel.replaceChildren(h("div", { className: "form-head" }, top, this.marks), ...built, this.rest,
      this.adding(rows.missing), foot(this.whole));
    if (held) this.fields.get(held.pointer)?.focus(held.offset);
    // Heights of texts are known only once they stand in the page.
    this.note();
  }

  /** @param {Row} row */
  field(row) {
    const value = this.forms.at(row.pointer) ?? (this.pending.has(row.key) ? "" : null);
    const isSet = value !== null && !row.spec.required && row.key !== "" && row.pointer !== this.owner;
    const field = fieldFor(this.forms, row, { remove: isSet ? () => this.remove(row) : undefined });
    this.fields.set(row.pointer, field);
    return field;
  }

  /** @returns {import("./form_tools.js").Whole} */
  get whole() {
    return {
      forms: this.forms, owner: this.owner, noun: this.noun,
      select: (pointer) => this.select(pointer), edited: (done) => this.edited(done),
    };
  }

  note() {
    const { forms, owner, fields } = this;
    for (const field of fields.values()) field.note();
    const others = (forms.document?.conflicts ?? []).filter((one) => !fields.has(one.pointer));
    const nameOf = (/** @type {string} */ pointer) => wayTo(forms.classes, forms.story, pointer).map(crumbName).join(" › ");
    renew(this.rest, [forms.language, owner, [...fields.keys()], forms.diagnostics, others], () => [
      ...others.map((one) => h("li", {}, conflictBox(forms, one, nameOf(one.pointer)))),
      ...restLines(forms, owner, [...fields.keys()])]);
  }

  /** @param {Row} row */
  remove(row) {
    this.pending.delete(row.key);
    if (this.forms.at(row.pointer) === undefined) this.build();
    else this.edited(this.forms.edit([deleteEdit(this.forms.story, row.pointer)], newStroke()));
  }

  /** @param {Row[]} missing */
  adding(missing) {
    if (!missing.length) return h("div", { className: "adding" });
    return h("div", { className: "adding", role: "group", "aria-label": t("forms.add") },
      ...missing.map((row) => h("button", { type: "button", className: "plain add", onclick: () => this.add(row) },
        `＋ ${labelOf(row)}`)));
  }

  /**
   * A list begins with its first item; any other field is in the file as soon as something is typed.
   * @param {Row} row
   */
  add(row) {
    const first = firstOf(this.owner, row.key, t);
    if (first) {
      const made = this.forms.edit([giveEdit(this.forms.story, row.pointer, first.value)], newStroke());
      this.edited(made.then(() => this.select(first.pointer)));
      return;
    }
    this.pending.add(row.key);
    this.build();
    (this.fields.get(row.pointer) ?? this.fields.get(under(this.owner, row.key)))?.focus();
  }

  /** @param {string} pointer */
  select(pointer) {
    this.studio.store.set({ selection: { file: this.studio.state.story, pointer } });
  }

  /** @param {Promise<any>} done */
  edited(done) {
    done.catch((error) => {
      const why = error?.diagnostics?.[0];
      this.rest.prepend(h("li", { className: "note-line error", role: "alert" }, why ? this.forms.said(why) : t("forms.offline")));
    });
  }

  /**
   * Who enters a field selects what it holds, so that the page shows where that is.
   * @param {Node} target
   */
  entered(target) {
    const here = this.isPlacing ? undefined : [...this.fields.values()].find((field) => field.element.contains(target));
    if (!here?.pointer) return;
    const { state, store } = this.studio;
    if (state.selection?.pointer === here.pointer && state.selection.file === state.story) return;
    this.seen = { file: state.story, pointer: here.pointer, quiet: true };
    store.set({ selection: this.seen });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    if (event.key === "Escape") document.getElementById("desk")?.focus();
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
    // The browser would undo what is in one field alone, and not what was written of it.
    event.preventDefault();
    event.stopPropagation();
    void this.undo(key === "y" || event.shiftKey ? "redo" : "undo");
  }

  /** @param {"undo" | "redo"} way */
  async undo(way) {
    for (let tries = 0; tries < 50 && [...this.fields.values()].some((field) => field.isDirty); tries += 1)
      await new Promise((done) => setTimeout(done, 20));
    const told = await this.studio.wire.ask({ type: way }).catch(() => null);
    const { story } = this.studio.state;
    if (told?.file === story && told.pointer !== undefined && !this.fields.has(told.pointer)) this.select(told.pointer);
  }
}

/**
 * Which field holds the keyboard, and where in it.
 * @param {HTMLElement} panel
 * @param {Map<string, Field>} fields
 */
function heldFocus(panel, fields) {
  const active = document.activeElement;
  if (!active || !panel.contains(active)) return null;
  for (const [pointer, field] of fields)
    if (field.element.contains(active)) {
      const isText = active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === "text");
      const offset = isText ? [...active.value.slice(0, active.selectionEnd ?? 0)].length : undefined;
      return { pointer, offset };
    }
  return null;
}
