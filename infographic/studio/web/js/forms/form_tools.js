/** The head and foot of a form: the way to what it shows, what can be done with it, its place. */

import { circled } from "../desk/naming.js";
import { h } from "../dom.js";
import { showPlaceOf } from "../messages/open_editor.js";
import { t } from "../words.js";
import { bodyKinds } from "./body_kinds.js";
import { deleteEdit, duplicateEdit, numberEdit, setEdit } from "./edits.js";
import { newStroke } from "./lives.js";
import { asTyped } from "./numbers.js";
import { lastOf, parentOf, under, wayTo } from "./pointer.js";
import { formOf, turned } from "./stat_forms.js";

/**
 * @typedef {object} Whole what a form shows
 * @property {import("./forms.js").Forms} forms
 * @property {string} owner its pointer
 * @property {string} noun
 * @property {(pointer: string) => void} select
 * @property {(done: Promise<any>) => void} edited says why an edit was not made
 */

/**
 * Why nothing can be written at: there is no story, it is on its way, or its file is broken.
 * @param {import("../store.js").State} state
 */
export function noneWords({ document, layouts, story }) {
  if (document && document.value === null) return "forms.broken";
  return layouts.length && !story ? "forms.no_story" : "forms.waiting_story";
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
 * @param {Whole} whole
 */
export function crumbs({ forms, owner, select }) {
  const way = wayTo(forms.classes, forms.story, owner);
  const list = way.map((one, number) => {
    const name = crumbName(one);
    return h("li", {}, number === way.length - 1 ? h("span", { "aria-current": "page" }, name)
      : h("button", { type: "button", className: "plain", onclick: () => select(one.pointer) }, name));
  });
  return h("nav", { className: "crumbs", "aria-label": t("forms.way") }, h("ol", {}, ...list));
}

/**
 * The place in the file, for the user's own editor.
 * @param {Whole} whole
 */
export function foot({ forms, owner }) {
  const place = h("p", { className: "place-said", "aria-live": "polite" });
  return h("div", { className: "form-foot" }, h("button", { type: "button", className: "plain", onclick: () => {
    const { selection } = forms.studio.state;
    const isHere = selection?.pointer && forms.at(selection.pointer) !== undefined;
    void showPlaceOf(forms.studio, place, isHere ? selection.pointer : owner, isHere ? selection.offset : undefined);
  } }, t("messages.open_editor")), place);
}

/**
 * What can be done with the whole: its neighbours, its other form, a copy of it, its end.
 * @param {Whole} whole
 */
export function formTools(whole) {
  const { forms, owner, noun, edited } = whole;
  const bar = h("div", { className: "form-tools" });
  if (noun === "Stat") bar.append(...otherForm(whole));
  if (/^\/body\/\d+$/.test(owner)) bar.append(bodyKinds(forms, owner, edited));
  if (/^\d+$/.test(lastOf(owner))) bar.append(itemTools(whole));
  return bar;
}

/**
 * A sentence's parts, or parts' sentence, where neither says more.
 * @param {Whole} whole
 */
function otherForm({ forms, owner, edited }) {
  const stat = forms.at(owner);
  const other = turned(stat, asTyped(stat?.value, under(owner, "value"), forms.numbers));
  if (!other) return [];
  const to = formOf(stat) === "sentence" ? "parts" : "sentence";
  return [h("button", { type: "button", onclick: () => {
    const edits = [setEdit(owner, other.value, stat)];
    if (other.number !== undefined) edits.push(numberEdit(under(owner, "value"), other.number, other.value.value));
    edited(forms.edit(edits, newStroke()));
  } }, t(`forms.as_${to}`))];
}

/**
 * @param {Whole} whole of an item of a list
 */
function itemTools({ forms, owner, select, edited }) {
  const list = forms.at(parentOf(owner));
  const index = Number(lastOf(owner));
  const step = (/** @type {number} */ by, /** @type {string} */ sign, /** @type {string} */ key) => h("button", {
    type: "button", className: "plain", disabled: !list?.[index + by], title: t(key), "aria-label": t(key),
    onclick: () => select(under(parentOf(owner), index + by)),
  }, sign);
  const copy = () => edited(forms.edit([duplicateEdit(forms.story, owner)], newStroke())
    .then(() => select(under(parentOf(owner), index + 1))));
  const remove = () => edited(forms.edit([deleteEdit(forms.story, owner)], newStroke()));
  return h("div", { className: "form-tools-end" }, step(-1, "‹", "forms.before"), step(1, "›", "forms.after"),
    h("button", { type: "button", className: "plain", onclick: copy, title: t("outline.duplicate") }, t("outline.duplicate_short")),
    h("button", { type: "button", className: "plain", onclick: remove }, t("outline.delete")));
}
