/** An icon chosen by its picture or its name. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { choose } from "./choice_field.js";
import { framed, newId } from "./field.js";

/**
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {{name: string, zh: string[], en: string[], path: string}} Icon
 */

const SVG = "http://www.w3.org/2000/svg";
const MOST = 60;
/** Of the grid, as css/forms.css has them. */
const COLUMNS = 8;
/** @type {Promise<Icon[]> | null} */
let known = null;

/** @param {Forms} forms */
function icons(forms) {
  known ??= forms.studio.wire.ask({ type: "icons" });
  known.catch(() => { known = null; });
  return known;
}

/** @param {string} path */
function drawn(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 256 256");
  svg.setAttribute("aria-hidden", "true");
  const outline = document.createElementNS(SVG, "path");
  outline.setAttribute("d", path);
  svg.append(outline);
  return svg;
}

/**
 * Those that a word finds: in one of their names, the beginnings first.
 * @param {Icon[]} list
 * @param {string} words
 */
export function found(list, words) {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return list;
  const names = (/** @type {Icon} */ one) => [one.name, ...one.zh, ...one.en].map((name) => name.toLowerCase());
  const begin = list.filter((one) => names(one).some((name) => name.startsWith(wanted)));
  return [...begin, ...list.filter((one) => !begin.includes(one) && names(one).some((name) => name.includes(wanted)))];
}

/**
 * @param {Forms} forms
 * @param {import("./rows.js").Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {import("./field.js").Field}
 */
export function iconField(forms, row, with_ = {}) {
  const id = newId();
  const { pointer } = row;
  /** @type {Icon[]} */
  let list = [];
  const sign = h("span", { className: "icon-sign" });
  const input = h("input", { id, type: "text", className: "line", autocomplete: "off", role: "combobox",
    "aria-expanded": "false", "aria-controls": `${id}-list`, placeholder: t("forms.find_icon") });
  const grid = h("div", { id: `${id}-list`, className: "icon-grid", role: "listbox", "aria-label": t("forms.icons"), hidden: true });
  const control = h("div", { className: "icon-box" }, sign, input, grid);
  const { element, notes } = framed(forms, row, id, control, with_);
  const shown = (/** @type {Icon} */ one) => (forms.language === "en" ? one.name : one.zh[0] ?? one.name);
  const take = (/** @type {Icon} */ one) => {
    close();
    input.value = shown(one);
    choose(forms, pointer, shown(one), notes);
    input.focus();
  };
  const close = () => {
    grid.hidden = true;
    input.setAttribute("aria-expanded", "false");
  };
  const fill = () => {
    grid.hidden = false;
    input.setAttribute("aria-expanded", "true");
    const now = String(forms.at(pointer) ?? "");
    const words = input.value === now ? "" : input.value;
    grid.replaceChildren(...found(list, words).slice(0, MOST).map((one) => h("button", {
      type: "button", role: "option", tabIndex: -1, title: [...one.zh, one.name].join(" "), "aria-label": shown(one),
      "aria-selected": String([one.name, ...one.zh].includes(now)), onclick: () => take(one),
    }, drawn(one.path))));
  };
  input.addEventListener("focus", () => icons(forms).then((told) => {
    list = told;
    update();
  }, () => {}));
  input.addEventListener("click", fill);
  input.addEventListener("input", fill);
  pickerKeys(input, grid, { fill, close, first: () => (input.value ? found(list, input.value)[0] : undefined), take });
  element.addEventListener("focusout", (event) => {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) close();
  });
  const update = () => {
    const now = String(forms.at(pointer) ?? "");
    if (document.activeElement !== input) input.value = now;
    const icon = list.find((one) => [one.name, ...one.zh, ...one.en].includes(now));
    sign.replaceChildren(...(icon ? [drawn(icon.path)] : []));
  };
  update();
  if (forms.at(pointer)) icons(forms).then((told) => {
    list = told;
    update();
  }, () => {});
  return { element, pointer, update, note: () => {}, focus: () => input.focus() };
}

/**
 * The keys of the field and of the icons under it.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} grid
 * @param {{fill: () => void, close: () => void, first: () => Icon | undefined, take: (one: Icon) => void}} with_
 */
function pickerKeys(input, grid, { fill, close, first, take }) {
  const shut = (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation();
    close();
    input.focus();
  };
  input.addEventListener("keydown", (event) => {
    const one = event.key === "Enter" ? first() : undefined;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      if (grid.hidden) fill();
      /** @type {HTMLElement | null} */ (grid.querySelector("button"))?.focus();
    } else if (event.key === "Escape" && !grid.hidden) shut(event);
    else if (one) take(one);
  });
  grid.addEventListener("keydown", (event) => {
    const options = [...grid.querySelectorAll("button")];
    const here = options.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (event.key === "Escape") shut(event);
    else if (by) {
      event.preventDefault();
      options[Math.min(Math.max(here + by, 0), options.length - 1)]?.focus();
    }
  });
}
