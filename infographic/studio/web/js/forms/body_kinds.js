/** What an item of the running text is: a paragraph, an opening sentence, a subhead, a quote. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { setEdit } from "./edits.js";
import { newStroke } from "./forms.js";

/** The field that holds the words of each kind; "" for a paragraph, which is its words. */
const KINDS = { Paragraph: "", Lead: "lead", Subhead: "subhead", Quote: "quote" };

/**
 * @param {any} item
 * @returns {keyof typeof KINDS}
 */
export function bodyKindOf(item) {
  if (typeof item === "string") return "Paragraph";
  const found = Object.entries(KINDS).find(([, key]) => key && item && typeof item === "object" && key in item);
  return /** @type {keyof typeof KINDS} */ (found?.[0] ?? "Paragraph");
}

/**
 * The same words as another kind; null where that would lose something: who said them.
 * @param {any} item
 * @param {keyof typeof KINDS} kind
 */
export function asKind(item, kind) {
  const now = bodyKindOf(item);
  const words = now === "Paragraph" ? item : item[KINDS[now]];
  if (typeof words !== "string") return null;
  if (typeof item === "object" && Object.keys(item).length > 1) return null;
  return kind === "Paragraph" ? words : { [KINDS[kind]]: words };
}

/**
 * @param {import("./forms.js").Forms} forms
 * @param {string} pointer
 * @param {(done: Promise<any>) => void} edited
 */
export function bodyKinds(forms, pointer, edited) {
  const item = forms.at(pointer);
  const now = bodyKindOf(item);
  const select = h("select", { "aria-label": t("forms.body_kind"), onchange: () => {
    const value = asKind(forms.at(pointer), /** @type {keyof typeof KINDS} */ (select.value));
    if (value !== null) edited(forms.edit([setEdit(pointer, value, forms.at(pointer))], newStroke()));
  } }, ...Object.keys(KINDS).map((kind) => h("option", {
    value: kind, selected: kind === now, disabled: asKind(item, /** @type {keyof typeof KINDS} */ (kind)) === null && kind !== now,
  }, t(`class.${kind}`))));
  return select;
}
