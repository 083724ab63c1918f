/** The form of what is selected: the way to it, its fields, those that may be added. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { showPlaceOf } from "../messages/open_editor.js";
import { circled } from "../desk/naming.js";
import { conflictBox } from "./conflicts.js";
import { deleteEdit, duplicateEdit, setEdit, numberEdit } from "./edits.js";
import { labelOf } from "./field.js";
import { formsOf, newStroke } from "./forms.js";
import { fieldFor } from "./kinds.js";
import { markTools } from "./mark_tools.js";
import { renew, restLines } from "./notes.js";
import { asTyped } from "./numbers.js";
import { formAt, lastOf, parentOf, under, wayTo } from "./pointer.js";
import { nearestOf, rowsOf, shapeOf } from "./rows.js";
import { formOf, turned } from "./stat_forms.js";
import { bodyKinds } from "./body_kinds.js";

/** @typedef {import("./field.js").Field} Field */

/**
 * @param {HTMLElement} panel
 * @param {import("../studio.js").Studio} studio
 */
export function mountForm(panel, studio) {
  const forms = formsOf(studio);
  const { store } = studio;
  /** @type {Map<string, Field>} */
  let fields = new Map();
  let shape = "";
  let owner = "";
  /** @type {Set<string>} */
  let pending = new Set();
  /** @type {import("../store.js").Selection | null} */
  let seen = null;
  /** @type {HTMLElement | null} */
  let marked = null;
  let spoken = "";
  const rest = h("ul", { className: "note-lines rest" });

  const build = () => {
    const story = forms.story;
    const rows = rowsOf(forms.classes, story, owner, pending);
    const next = `${forms.language} ${shapeOf(owner, rows, story)}`;
    if (next === shape) {
      for (const field of fields.values()) field.update();
      const bar = /** @type {HTMLElement | null} */ (panel.querySelector(".form-tools"));
      if (bar) renew(bar, [forms.language, owner, story === null ? null : forms.at(owner)], () => [...tools(rows.noun).childNodes]);
      note();
      return;
    }
    const held = heldFocus(panel, fields);
    shape = next;
    if (spoken !== forms.language) marked = null;
    spoken = forms.language;
    fields = new Map();
    const built = rows.rows.map((row) => {
      const value = forms.at(row.pointer) ?? (pending.has(row.key) ? "" : null);
      const isSet = value !== null && !row.spec.required && row.key !== "" && row.pointer !== owner;
      const field = fieldFor(forms, row, { remove: isSet ? () => remove(row) : undefined });
      fields.set(row.pointer, field);
      return field.element;
    });
    const bar = h("div", { className: "form-head" }, h("div", { className: "form-top" }, crumbs(), tools(rows.noun)), marked ??= markTools(panel));
    panel.replaceChildren(bar, ...built, rest, adding(rows.missing), foot());
    note();
    if (held) fields.get(held.pointer)?.focus(held.offset);
    // Heights of texts are known only once they stand in the page.
    for (const field of fields.values()) field.note();
  };
  const note = () => {
    for (const field of fields.values()) field.note();
    const others = (forms.document?.conflicts ?? []).filter((one) => !fields.has(one.pointer));
    renew(rest, [forms.language, owner, [...fields.keys()], forms.diagnostics, others], () => [
      ...others.map((one) => h("li", {}, conflictBox(forms, one, wayTo(forms.classes, forms.story, one.pointer).map(crumbName).join(" › ")))),
      ...restLines(forms, owner, [...fields.keys()])]);
  };
  const remove = (/** @type {import("./rows.js").Row} */ row) => {
    pending.delete(row.key);
    if (forms.at(row.pointer) === undefined) build();
    else forms.edit([deleteEdit(forms.story, row.pointer)], newStroke()).catch(() => {});
  };
  const crumbs = () => {
    const way = wayTo(forms.classes, forms.story, owner);
    const list = way.map((one, number) => {
      const name = crumbName(one);
      const isLast = number === way.length - 1;
      return h("li", {}, isLast ? h("span", { "aria-current": "page" }, name)
        : h("button", { type: "button", className: "plain", onclick: () => select(one.pointer) }, name));
    });
    return h("nav", { className: "crumbs", "aria-label": t("forms.way") }, h("ol", {}, ...list));
  };
  const select = (/** @type {string} */ pointer) => store.set({ selection: { file: studio.state.story, pointer } });
  const tools = (/** @type {string} */ noun) => formTools({ forms, owner, noun, select, edited });
  const edited = (/** @type {Promise<any>} */ done) => done.catch((error) => {
    const why = error?.diagnostics?.[0];
    rest.replaceChildren(h("li", { className: "note-line error", role: "alert" }, why ? forms.said(why) : t("forms.offline")));
  });
  const foot = () => {
    const place = h("p", { className: "place-said", "aria-live": "polite" });
    return h("div", { className: "form-foot" }, h("button", { type: "button", className: "plain", onclick: () => {
      const { selection } = studio.state;
      const isHere = selection?.pointer && forms.at(selection.pointer) !== undefined;
      void showPlaceOf(studio, place, isHere ? selection.pointer : owner, isHere ? selection.offset : undefined);
    } }, t("messages.open_editor")), place);
  };
  const adding = (/** @type {import("./rows.js").Row[]} */ missing) => {
    if (!missing.length) return h("div", { className: "adding" });
    return h("div", { className: "adding", role: "group", "aria-label": t("forms.add") },
      ...missing.map((row) => h("button", { type: "button", className: "plain add", onclick: () => {
        pending.add(row.key);
        build();
        fields.get(rowPointer(row))?.focus();
      } }, `＋ ${labelOf(row)}`)));
  };
  const rowPointer = (/** @type {import("./rows.js").Row} */ row) =>
    [...fields.keys()].find((pointer) => pointer === row.pointer) ?? under(owner, row.key);

  let composing = false;
  // An input method that composes in a field would lose its words with it.
  panel.addEventListener("compositionstart", () => { composing = true; });
  panel.addEventListener("compositionend", () => {
    composing = false;
    setTimeout(show);
  });
  const show = () => {
    if (studio.state.tab !== "edit" || composing) return;
    if (!forms.isReady) {
      const { document } = studio.state;
      const broken = document && document.value === null;
      shape = "";
      panel.replaceChildren(h("p", { className: "empty" }, t(broken ? "forms.broken" : "forms.waiting_story")),
        broken ? h("ul", { className: "note-lines" }, ...document.faults.map((one) =>
          h("li", { className: "note-line error" }, h("span", { className: "said" }, forms.said(one)),
            h("span", { className: "hint" }, t("messages.line", { line: one.line, column: one.column }))))) : "");
      return;
    }
    const { selection, story } = studio.state;
    const pointer = selection && selection.file === story ? selection.pointer : "";
    const next = formAt(forms.classes, forms.story, pointer);
    if (next !== owner) pending = new Set();
    owner = next;
    build();
    if (selection && selection !== seen && !selection.quiet) {
      const at = nearestOf([...fields.keys()], pointer) ?? [...fields.keys()][0];
      const inner = at ? fields.get(at) : undefined;
      if (pointer) inner?.focus(at === pointer || isText(pointer) ? selection.offset : undefined);
    }
    seen = selection;
  };
  const isText = (/** @type {string} */ pointer) => typeof forms.at(pointer) === "string";

  panel.addEventListener("focusin", (event) => {
    const here = [...fields.values()].find((field) => field.element.contains(/** @type {Node} */ (event.target)));
    if (!here || !here.pointer) return;
    seen = { file: studio.state.story, pointer: here.pointer, quiet: true };
    if (studio.state.selection?.pointer !== here.pointer) store.set({ selection: seen });
    else seen = studio.state.selection;
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.getElementById("desk")?.focus();
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
    // The browser would undo what is in one field alone, and not what was written of it.
    event.preventDefault();
    event.stopPropagation();
    void undo(key === "y" || event.shiftKey ? "redo" : "undo");
  });
  const undo = async (/** @type {"undo" | "redo"} */ way) => {
    for (let tries = 0; tries < 50 && [...fields.values()].some((field) => field.isDirty); tries += 1)
      await new Promise((done) => setTimeout(done, 20));
    const told = await studio.wire.ask({ type: way }).catch(() => null);
    if (told?.file === studio.state.story && told.pointer !== undefined && !fields.has(told.pointer)) select(told.pointer);
  };
  forms.on(show);
  store.on(["document", "selection", "tab", "language", "story"], show);
  store.on(["pages", "checked", "failed", "online"], () => {
    if (studio.state.tab === "edit" && fields.size) for (const field of fields.values()) field.update();
    if (studio.state.tab === "edit" && forms.isReady) note();
  });
}

/**
 * @param {{noun: string, number: number}} one
 */
export function crumbName({ noun, number }) {
  const name = t(`class.${noun}`);
  if (!number) return name;
  return noun === "Figure" ? `${name}${circled(number)}` : `${name} ${number}`;
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
      const offset = active instanceof HTMLTextAreaElement ? [...active.value.slice(0, active.selectionEnd)].length : undefined;
      return { pointer, offset };
    }
  return null;
}

/**
 * What can be done with the whole: its neighbours, its other form, a copy of it, its end.
 * @param {{forms: import("./forms.js").Forms, owner: string, noun: string,
 *   select: (pointer: string) => void, edited: (done: Promise<any>) => void}} with_
 */
function formTools({ forms, owner, noun, select, edited }) {
  const bar = h("div", { className: "form-tools" });
  const isItem = /^\d+$/.test(lastOf(owner));
  if (noun === "Stat") {
    const stat = forms.at(owner);
    const number = asTyped(stat?.value, under(owner, "value"), forms.numbers);
    const other = turned(stat, number);
    const to = formOf(stat) === "sentence" ? "parts" : "sentence";
    if (other) bar.append(h("button", { type: "button", onclick: () => {
      const edits = [setEdit(owner, other.value, stat)];
      if (other.number !== undefined) edits.push(numberEdit(under(owner, "value"), other.number, other.value.value));
      edited(forms.edit(edits, newStroke()));
    } }, t(`forms.as_${to}`)));
  }
  if (/^\/body\/\d+$/.test(owner)) bar.append(bodyKinds(forms, owner, edited));
  if (!isItem) return bar;
  const end = h("div", { className: "form-tools-end" });
  const list = forms.at(parentOf(owner));
  const index = Number(lastOf(owner));
  const step = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ key) => h("button", {
    type: "button", className: "plain", disabled: !list?.[index + by], title: t(key), "aria-label": t(key),
    onclick: () => select(under(parentOf(owner), index + by)),
  }, sign);
  end.append(step(-1, "‹", "forms.before"), step(1, "›", "forms.after"),
    h("button", { type: "button", className: "plain", onclick: () => edited(
      forms.edit([duplicateEdit(forms.story, owner)], newStroke()).then(() => select(under(parentOf(owner), index + 1)))),
      title: t("outline.duplicate"),
    }, t("outline.duplicate_short")),
    h("button", { type: "button", className: "plain", onclick: () => edited(
      forms.edit([deleteEdit(forms.story, owner)], newStroke())) }, t("outline.delete")));
  bar.append(end);
  return bar;
}
