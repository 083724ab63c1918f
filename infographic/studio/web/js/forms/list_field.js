/** Fields that hold several values: texts and numbers one below another, names, small objects. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { deleteEdit, insertEdit, setEdit } from "./edits.js";
import { framed, labelOf, lineField, newId } from "./field.js";
import { newStroke } from "./forms.js";
import { under } from "./pointer.js";
import { innerRows, isOdd } from "./rows.js";

/**
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("./field.js").Field} Field
 * @typedef {{remove?: (() => void) | undefined, number?: number,
 *   fieldFor: (forms: Forms, row: Row) => Field}} With fieldFor: of `kinds`, which knows this module
 */

/**
 * A list of texts, numbers or small objects.
 * @param {Forms} forms
 * @param {Row} row
 * @param {With} with_
 * @returns {Field}
 */
export function listField(forms, row, with_) {
  const { pointer, spec } = row;
  const of = spec.of ?? { kind: "text" };
  const list = forms.at(pointer);
  const items = Array.isArray(list) ? list : [];
  const id = newId();
  /** @type {Field[]} */
  const inner = [];
  const lines = items.map((_, number) => {
    const at = under(pointer, number);
    const remove = () => void forms.edit([deleteEdit(forms.story, at)], newStroke()).catch(() => {});
    if (of.kind === "object" && !isOdd(of, items[number])) {
      const group = objectField(forms, { ...row, pointer: at, spec: { ...row.spec, ...of } }, { remove, number: number + 1, fieldFor: with_.fieldFor });
      inner.push(group);
      return group.element;
    }
    const one = lineField(forms, { ...row, pointer: at, spec: { ...spec, ...of, key: spec.key } }, { remove });
    one.element.classList.add("item");
    inner.push(one);
    return one.element;
  });
  const add = h("button", { type: "button", className: "plain add", onclick: () => {
    const value = newItem(forms, of, forms.at(pointer));
    forms.edit([insertEdit(forms.story, pointer, items.length, value)], newStroke()).catch(() => {});
  } }, t("forms.add_item"));
  const control = h("div", { id, className: "items", role: "group", "aria-label": labelOf(row) }, ...lines, add);
  const { element } = framed(forms, row, id, control, with_);
  return {
    element, pointer,
    update: () => inner.forEach((one) => one.update()),
    note: () => inner.forEach((one) => one.note()),
    focus: () => (inner.at(-1) ?? { focus: () => add.focus() }).focus(),
    get isDirty() {
      return inner.some((one) => one.isDirty);
    },
  };
}

/**
 * What a new item of a list begins as.
 * @param {Forms} forms
 * @param {import("./pointer.js").Kind} of
 * @param {any} list
 */
function newItem(forms, of, list) {
  const last = Array.isArray(list) ? list.at(-1) : undefined;
  if (of.kind === "number") return typeof last === "number" ? last : 0;
  if (of.kind !== "object") return "";
  const required = forms.classes[of.class ?? ""]?.fields.filter((field) => field.required) ?? [];
  return Object.fromEntries(required.map((field) => [field.key, field.kind === "number" ? 0 : t("forms.new_words")]));
}

/**
 * An object inside a form: all its fields, in a frame of their own.
 * @param {Forms} forms
 * @param {Row} row
 * @param {With} with_
 * @returns {Field}
 */
export function objectField(forms, row, { remove, number, fieldFor }) {
  const { pointer } = row;
  const { rows } = innerRows(forms.classes, forms.story ?? {}, pointer);
  const fallback = row.spec.class ?? "";
  const shown = rows.length ? rows : (forms.classes[fallback]?.fields ?? []).map((spec) => (
    { pointer: under(pointer, spec.key), cls: fallback, key: spec.key, spec }));
  const inner = shown.map((one) => fieldFor(forms, one));
  const title = number ? `${labelOf(row)} ${number}` : labelOf(row);
  const element = h("fieldset", { className: "group" },
    h("legend", {}, title, remove ? h("button", {
      type: "button", className: "plain remove", "aria-label": t("forms.remove_field", { field: title }), onclick: remove,
    }, "×") : null),
    ...inner.map((one) => one.element));
  return {
    element, pointer,
    update: () => inner.forEach((one) => one.update()),
    note: () => inner.forEach((one) => one.note()),
    focus: () => inner[0]?.focus(),
    get isDirty() {
      return inner.some((one) => one.isDirty);
    },
  };
}

/**
 * An object of texts: long names and their short ones, colours and theirs.
 * @param {Forms} forms
 * @param {Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {Field}
 */
export function namesField(forms, row, with_ = {}) {
  const { pointer } = row;
  const id = newId();
  const names = forms.at(pointer);
  const pairs = Object.entries(names && typeof names === "object" ? names : {});
  /** @param {[string, any][]} next */
  const write = (next) => {
    forms.give(pointer, { value: Object.fromEntries(next.filter(([name]) => name !== "")) }, forms.at(pointer), newStroke()).catch(() => {});
  };
  const lines = pairs.map(([name, value], number) => {
    const change = () => {
      const next = pairs.map((pair, other) => /** @type {[string, any]} */ (other === number ? [left.value, right.value] : pair));
      write(next);
    };
    const left = h("input", { type: "text", value: name, "aria-label": t("forms.name_of", { number: number + 1 }), onchange: change });
    const right = h("input", { type: "text", value: String(value), "aria-label": t("forms.value_of", { name }), onchange: () => {
      forms.edit([setEdit(under(pointer, name), right.value, value)], newStroke()).catch(() => {});
    } });
    return h("div", { className: "pair" }, left, h("span", { "aria-hidden": "true" }, "→"), right,
      h("button", { type: "button", className: "plain remove", "aria-label": t("forms.remove_field", { field: name }),
        onclick: () => write(pairs.filter((_, other) => other !== number)) }, "×"));
  });
  const left = h("input", { type: "text", "aria-label": t("forms.name_new") });
  const right = h("input", { type: "text", "aria-label": t("forms.value_new"), onchange: () => {
    if (left.value && right.value) write([...pairs, [left.value, right.value]]);
  } });
  const control = h("div", { id, className: "items" }, ...lines,
    h("div", { className: "pair" }, left, h("span", { "aria-hidden": "true" }, "→"), right));
  const { element } = framed(forms, row, id, control, with_);
  return { element, pointer, update: () => {}, note: () => {}, focus: () => left.focus() };
}

/**
 * Two numbers: a place's longitude and latitude.
 * @param {Forms} forms
 * @param {Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {Field}
 */
export function pairField(forms, row, with_ = {}) {
  const { pointer } = row;
  const id = newId();
  const boxes = [0, 1].map((number) => h("input", {
    type: "text", inputMode: "decimal", className: "line number", "aria-label": `${labelOf(row)} ${number + 1}`,
    onchange: () => {
      const [x, y] = boxes.map((box) => Number(box.value));
      if (boxes.every((box) => box.value.trim()) && Number.isFinite(x) && Number.isFinite(y))
        forms.give(pointer, { value: [x, y] }, forms.at(pointer), newStroke()).catch(() => {});
    },
  }));
  const { element } = framed(forms, row, id, h("div", { id, className: "pair" }, ...boxes), with_);
  const update = () => boxes.forEach((box, number) => {
    if (document.activeElement !== box) box.value = forms.numbers[under(pointer, number)] ?? String(forms.at(pointer)?.[number] ?? "");
  });
  update();
  return { element, pointer, update, note: () => {}, focus: () => boxes[0]?.focus() };
}
