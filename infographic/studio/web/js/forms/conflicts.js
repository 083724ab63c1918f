/** Values that two have written: ours and theirs, side by side, and the choice. */

import { h } from "../dom.js";
import { t } from "../words.js";

/**
 * @typedef {import("./forms.js").Forms} Forms
 * @typedef {import("../protocol.js").Conflict} Conflict
 */

/**
 * Conflicts of a value of the document.
 * @param {Forms} forms
 * @param {string} pointer
 * @returns {Conflict[]}
 */
export function conflictsAt(forms, pointer) {
  return (forms.document?.conflicts ?? []).filter((one) => one.pointer === pointer);
}

/**
 * @param {any} value
 * @returns {string}
 */
function shown(value) {
  if (value === null || value === undefined) return t("forms.nothing");
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}

/**
 * @param {Forms} forms
 * @param {Conflict} one
 * @param {string} [name] of the value, where it does not stand at its field
 */
export function conflictBox(forms, one, name = "") {
  const box = h("div", { className: "standing conflict", role: "alert" });
  const choose = (/** @type {"ours" | "theirs"} */ take) => () => {
    forms.studio.wire.ask({ type: "settle", file: forms.document?.file, pointer: one.pointer, take }).catch((error) => {
      const why = error?.diagnostics?.[0];
      box.append(h("p", {}, why ? forms.said(why) : t("forms.offline")));
    });
  };
  box.append(h("p", {}, name ? t("forms.conflict_of", { name }) : t("forms.conflict_both")),
    h("p", { className: "whose" }, t("forms.theirs_said")), h("blockquote", {}, shown(one.theirs)),
    h("p", { className: "whose" }, t("forms.ours_said")), h("blockquote", {}, shown(one.ours)),
    h("div", { className: "buttons" },
      h("button", { type: "button", onclick: choose("theirs") }, t("forms.theirs")),
      h("button", { type: "button", onclick: choose("ours") }, t("forms.ours"))));
  return box;
}
