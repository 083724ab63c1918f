/** A field of a form: its label, its control, and what stands under it. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { Live } from "./live.js";
import { noteKey, renew, standingLine } from "./notes.js";
import { asTyped, isNumber, isSameNumber, numberOf, stepped } from "./numbers.js";

/**
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {import("./rows.js").Row} Row
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {string} pointer
 * @property {() => void} update the document is another
 * @property {() => void} note what is said of it is another
 * @property {(offset?: number) => void} focus at a character
 * @property {boolean} [isDirty] it holds what was not sent yet
 */

let count = 0;

/** A fresh id for a control. */
export function newId() {
  count += 1;
  return `field-${count}`;
}

/**
 * @param {Row} row
 * @returns {string}
 */
export function labelOf(row) {
  return row.key ? t(`field.${row.cls}.${row.key}`) : t(`class.${row.cls}`);
}

/**
 * @param {Forms} forms
 * @param {Row} row
 */
export function helpOf(forms, row) {
  if (!row.key) return "";
  return forms.language === "en" ? row.spec.doc : t(`help.${row.cls}.${row.key}`);
}

/**
 * The frame of a field: label (with its help as a tip), a place for a count, control, notes.
 * @param {Forms} forms
 * @param {Row} row
 * @param {string} id of the control
 * @param {HTMLElement} control
 * @param {{remove?: (() => void) | undefined}} [with_]
 */
export function framed(forms, row, id, control, { remove } = {}) {
  const aside = h("span", { className: "aside" });
  const notes = h("div", { className: "notes", id: `${id}-notes` });
  const help = helpOf(forms, row);
  const label = h("label", { htmlFor: id, title: help }, labelOf(row));
  const head = h("div", { className: "field-head" }, label, remove ? h("button", {
    type: "button", className: "plain remove", title: t("forms.remove"),
    "aria-label": t("forms.remove_field", { field: labelOf(row) }), onclick: remove,
  }, "×") : null, aside);
  const element = h("div", { className: `field kind-${row.spec.kind}` }, head, control, notes);
  return { element, aside, notes };
}

/**
 * Keep what is typed in a control and the document one: sent at once, taken over when it changes.
 * What was not sent yet outlives its control: it is found again when the value is shown again.
 * @param {Forms} forms
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {object} with_
 * @param {string} with_.pointer
 * @param {(value: any) => string} with_.read the value's text
 * @param {(text: string) => {value: any, number?: string} | null} with_.write null: not to be sent
 * @param {() => void} with_.changed
 * @param {boolean} [with_.isNumeric]
 * @returns {Live}
 */
export function liveInput(forms, input, { pointer, read, write, changed, isNumeric = false }) {
  const known = forms.lives.of(pointer);
  // What is typed belongs to the story that was open then, though another is opened before it is sent.
  const file = forms.studio.state.story;
  const live = known ?? new Live(read(forms.at(pointer)), {
    judge: (error) => forms.judge(error),
    changed,
    same: (one, other) => one === other || (isNumeric && isSameNumber(one, other)),
    may: (text) => write(text) !== null,
    send: (text, was) => {
      const given = /** @type {{value: any, number?: string}} */ (write(text));
      if (file !== forms.studio.state.story) return forms.giveTo(file, pointer, given, write(was)?.value, stroke.name);
      const value = forms.at(pointer);
      // What was seen as the document has it: its text alone does not say whether it is a number.
      const before = read(value) === was ? value : write(was)?.value;
      return forms.give(pointer, given, before, stroke.name);
    },
  });
  const stroke = forms.lives.stroke(live);
  live.changed = () => {
    forms.lives.keep(pointer, live, read, file);
    changed();
  };
  live.pointer = pointer;
  input.value = live.shown;
  input.addEventListener("focus", () => stroke.end());
  input.addEventListener("compositionstart", () => live.compose(true));
  input.addEventListener("compositionend", () => {
    live.shown = input.value;
    live.compose(false);
  });
  input.addEventListener("input", () => {
    stroke.beat();
    if (live.composing) live.shown = input.value;
    else live.typed(input.value);
    changed();
  });
  return live;
}

/**
 * Take the document's value over, where the field holds nothing newer.
 * @param {Forms} forms
 * @param {Live} live
 * @param {HTMLInputElement | HTMLTextAreaElement} input
 * @param {string} text
 */
export function takeOver(forms, live, input, text) {
  live.told(text, forms.document?.version ?? 0);
  if (live.composing || input.value === live.shown) return;
  // The caret stays where it is among what did not change.
  const { selectionStart, selectionEnd } = input;
  input.value = live.shown;
  if (document.activeElement === input) input.setSelectionRange(selectionStart, selectionEnd);
}

/**
 * A line of text or a number.
 * @param {Forms} forms
 * @param {Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {Field}
 */
export function lineField(forms, row, with_ = {}) {
  const id = newId();
  const { pointer, spec } = row;
  const isNumeric = spec.kind === "number" || spec.kind === "value";
  const input = h("input", {
    id, type: "text", className: isNumeric ? "line number" : "line", autocomplete: "off",
    spellcheck: false, "aria-describedby": `${id}-notes`,
    inputMode: spec.kind === "number" ? "decimal" : "text",
  });
  const { element, notes } = framed(forms, row, id, input, with_);
  const read = (/** @type {any} */ value) => asTyped(value, pointer, forms.numbers);
  const chosen = () => {
    input.value = live.shown;
    note();
  };
  const note = () => {
    const wrong = spec.kind === "number" && input.value !== "" && !isWithin(spec, input.value);
    renew(notes, [wrong, noteKey(forms, pointer, live)], () => [
      wrong ? h("p", { className: "standing refused" }, t("forms.no_number")) : null,
      standingLine(forms, live, String, chosen), ...noteList(forms, pointer)]);
    input.toggleAttribute("aria-invalid", wrong);
  };
  const live = liveInput(forms, input, {
    pointer, read, isNumeric, changed: () => note(),
    write: (text) => valueOf(spec, text, forms.at(pointer)),
  });
  input.addEventListener("keydown", (event) => {
    if (!isNumeric || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    const by = (event.key === "ArrowUp" ? 1 : -1) * (event.shiftKey ? 10 : 1);
    const next = stepped(input.value, by);
    if (next === input.value) return;
    event.preventDefault();
    input.value = next;
    live.typed(next);
  });
  note();
  return {
    element, pointer, note,
    update: () => {
      takeOver(forms, live, input, read(forms.at(pointer)));
      note();
    },
    focus: (offset) => {
      input.focus();
      if (offset === undefined) input.select();
      else input.setSelectionRange(offset, offset);
    },
    get isDirty() {
      return live.isDirty;
    },
  };
}

/**
 * @param {Forms} forms
 * @param {string} pointer
 */
function noteList(forms, pointer) {
  return forms.diagnosticsAt(pointer).map((one) =>
    h("p", { className: `note-line ${one.severity}` }, h("span", { className: "said" }, forms.said(one))));
}

/**
 * @param {import("./pointer.js").Kind} spec
 * @param {string} text
 */
function isWithin(spec, text) {
  const number = numberOf(text);
  if (number === null || (spec.whole && !/^-?\d+$/.test(number))) return false;
  return Number(number) >= (spec.least ?? -Infinity) && Number(number) <= (spec.most ?? Infinity);
}

/**
 * What is written for a typed text: a number where it is one, unless it was a text of digits.
 * @param {import("./pointer.js").Kind} spec
 * @param {string} text
 * @param {any} before
 * @returns {{value: any, number?: string} | null}
 */
export function valueOf(spec, text, before) {
  const isText = spec.kind === "text" || spec.kind === "copy" ||
    (spec.kind === "value" && typeof before === "string" && isNumber(before.trim()));
  const number = isText ? null : numberOf(text);
  if (spec.kind === "number") return number !== null && isWithin(spec, text) ? { value: Number(number), number } : null;
  return number !== null ? { value: Number(number), number } : { value: text };
}
