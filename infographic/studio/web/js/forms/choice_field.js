/** Fields that are chosen: priority as three buttons, one of some words, yes or no. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { framed, newId, labelOf } from "./field.js";
import { newStroke } from "./forms.js";

/**
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("./field.js").Field} Field
 */

/**
 * Give a value, and say under the field why it was not taken.
 * @param {Forms} forms
 * @param {string} pointer
 * @param {any} value
 * @param {HTMLElement} notes
 */
export function choose(forms, pointer, value, notes) {
  const was = forms.at(pointer);
  return forms.give(pointer, { value }, was, newStroke()).then(
    () => notes.replaceChildren(),
    (error) => {
      const why = error?.diagnostics?.[0];
      notes.replaceChildren(h("p", { className: "standing refused", role: "alert" },
        forms.judge(error) === "offline" ? t("forms.offline") : t("forms.refused", { why: why ? forms.said(why) : error.message })));
    });
}

/**
 * A few words of which one holds, as buttons in a row.
 * @param {Forms} forms
 * @param {Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {Field}
 */
export function choiceField(forms, row, with_ = {}) {
  const { pointer, spec } = row;
  const id = newId();
  const values = /** @type {string[]} */ (spec.values ?? []);
  const value = () => forms.at(pointer) ?? spec.default ?? "";
  const buttons = values.map((one) => h("button", {
    type: "button", role: "radio", className: "segment",
    onclick: () => {
      if (value() !== one) choose(forms, pointer, one, notes);
    },
  }, t(`choice.${one}`)));
  const group = h("div", { id, className: "segments", role: "radiogroup", "aria-label": labelOf(row) }, ...buttons);
  const { element, notes } = framed(forms, row, id, group, with_);
  group.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const here = buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    if (!by || here < 0) return;
    event.preventDefault();
    const next = buttons[(here + by + buttons.length) % buttons.length];
    next?.focus();
    next?.click();
  });
  const update = () => buttons.forEach((button, number) => {
    const is = values[number] === value();
    button.setAttribute("aria-checked", String(is));
    button.tabIndex = is || (number === 0 && !values.includes(value())) ? 0 : -1;
  });
  update();
  return { element, pointer, update, note: () => {}, focus: () => buttons.find((one) => one.tabIndex === 0)?.focus() };
}

/**
 * Yes or no.
 * @param {Forms} forms
 * @param {Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {Field}
 */
export function flagField(forms, row, with_ = {}) {
  const id = newId();
  const { pointer } = row;
  const box = h("input", { id, type: "checkbox", onchange: () => choose(forms, pointer, box.checked, notes) });
  const { element, notes } = framed(forms, row, id, box, with_);
  const update = () => {
    box.checked = forms.at(pointer) === true;
  };
  update();
  return { element, pointer, update, note: () => {}, focus: () => box.focus() };
}
