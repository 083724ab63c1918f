/** Fields of a chart that open something else: its data in a table, its kind from a list. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { choose } from "./choice_field.js";
import { framed, labelOf, newId } from "./field.js";
import { renew } from "./notes.js";
import { at, parentOf } from "./pointer.js";
import { beginning } from "./offsets.js";

/**
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {import("./rows.js").Row} Row
 * @typedef {import("./field.js").Field} Field
 */

/**
 * The data of a chart: what they are, and the way to their table.
 * @param {Forms} forms
 * @param {Row} row
 * @returns {Field}
 */
export function chartDataField(forms, row) {
  const id = newId();
  const { pointer } = row;
  const button = h("button", { id, type: "button", className: "wide", onclick: () => forms.studio.store.set({ tab: "data" }) });
  const { element, notes } = framed(forms, row, id, button);
  const note = () => {
    button.textContent = `${saidOfData(forms.at(pointer))}　${t("forms.open_table")} ›`;
    const inside = forms.diagnostics.filter((one) => one.pointer === pointer || one.pointer.startsWith(`${pointer}/`));
    notes.replaceChildren(...inside.slice(0, 5).map((one) =>
      h("p", { className: `note-line ${one.severity}` }, h("span", { className: "said" }, forms.said(one)))));
  };
  note();
  return { element, pointer, update: note, note, focus: () => button.focus() };
}

/**
 * Data in few words: the file's name, or how many rows stand in the story.
 * @param {any} data
 * @returns {string}
 */
export function saidOfData(data) {
  if (typeof data === "string") return data;
  if (data && typeof data.file === "string") return data.file;
  const rows = Array.isArray(data) ? data : data?.rows;
  if (Array.isArray(rows)) return t("forms.rows_inside", { count: rows.length });
  return data ? t("forms.data_inside") : t("forms.no_data");
}

/** @type {Promise<string[]> | null} */
let devices = null;

/**
 * The kind of a chart: left to the data, one that shows them well, or another, with why not.
 * @param {Forms} forms
 * @param {Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {Field}
 */
export function deviceField(forms, row, with_ = {}) {
  const id = newId();
  const { pointer } = row;
  const select = h("select", { id, onchange: () => choose(forms, pointer, select.value, notes) });
  const { element, notes } = framed(forms, row, id, select, with_);
  /** @type {string[]} */
  let known = [];
  /** @type {{devices: string[], refused: Record<string, string>}} */
  let told = { devices: [], refused: {} };
  let asked = "";
  const update = () => {
    const value = String(forms.at(pointer) ?? "");
    renew(select, [forms.language, known, told, value], () => options(known, told, value));
    select.value = value;
    const { story, layout } = forms.studio.state;
    const data = JSON.stringify([forms.at(parentOf(pointer))]);
    if (data === asked) return;
    asked = data;
    forms.studio.wire.job("table", { story, layout, pointer: parentOf(pointer) }).then((answer) => {
      if (asked !== data || !answer.told) return;
      told = answer.told;
      update();
    }, () => {});
  };
  update();
  devices ??= forms.studio.wire.ask({ type: "devices" });
  devices.then((names) => {
    known = names;
    update();
  }, () => { devices = null; });
  return { element, pointer, update, note: () => {}, focus: () => select.focus() };
}

/**
 * The kinds of chart to choose from: those that fit the data first.
 * @param {string[]} known
 * @param {{devices: string[], refused: Record<string, string>}} told
 * @param {string} value
 */
function options(known, told, value) {
  const one = (/** @type {string} */ name) => h("option", { value: name, title: told.refused[name] ?? "" }, deviceName(name));
  const fits = told.devices.filter((name) => known.includes(name));
  const others = [...known, ...(value && !known.includes(value) ? [value] : [])].filter((name) => !fits.includes(name));
  const auto = h("option", { value: "" }, t("forms.device_auto"));
  if (!fits.length) return [auto, ...others.map(one)];
  return [auto, h("optgroup", { label: t("forms.devices_fit") }, ...fits.map(one)),
    h("optgroup", { label: t("forms.devices_other") }, ...others.map(one))];
}

/** @param {string} name */
export function deviceName(name) {
  const said = t(`device.${name}`);
  return said === `device.${name}` ? name : said;
}

/**
 * A part of the story with a form of its own: its first words, and the way there.
 * @param {Forms} forms
 * @param {Row} row
 * @returns {Field}
 */
export function linkField(forms, row) {
  const id = newId();
  const { pointer } = row;
  const button = h("button", { id, type: "button", className: "wide", onclick: () => {
    const { store, state } = forms.studio;
    const value = forms.at(pointer);
    store.set({ selection: { file: state.story, pointer: Array.isArray(value) && value.length ? `${pointer}/0` : pointer } });
  } });
  const { element } = framed(forms, row, id, button);
  const note = () => {
    const value = at(forms.story, pointer);
    const said = Array.isArray(value) ? t("forms.items", { count: value.length }) : beginning(wordsIn(value), 18);
    button.textContent = `${said} ›`;
    button.setAttribute("aria-label", `${labelOf(row)}　${said}`);
  };
  note();
  return { element, pointer, update: note, note, focus: () => button.focus() };
}

/**
 * @param {any} value
 * @returns {string}
 */
function wordsIn(value) {
  if (typeof value === "string") return value;
  if (value && typeof value === "object") return Object.values(value).filter((one) => typeof one === "string").join("　");
  return "";
}
