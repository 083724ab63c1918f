/** A value that its field cannot hold: shown as the file has it, to be mended there or taken out. */

import { h } from "../dom.js";
import { t } from "../words.js";
import { framed, newId } from "./field.js";
import { noteKey, renew } from "./notes.js";

/**
 * @param {import("./forms.js").Forms} forms
 * @param {import("./rows.js").Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {import("./field.js").Field}
 */
export function oddField(forms, row, with_ = {}) {
  const id = newId();
  const { pointer } = row;
  const shown = h("input", { id, type: "text", className: "line", readOnly: true, "aria-describedby": `${id}-notes` });
  const { element, notes } = framed(forms, row, id, shown, with_);
  const note = () => {
    shown.value = JSON.stringify(forms.at(pointer)) ?? "";
    renew(notes, noteKey(forms, pointer), () => {
      const said = forms.diagnosticsAt(pointer).map((one) =>
        h("p", { className: `note-line ${one.severity}` }, h("span", { className: "said" }, forms.said(one))));
      return [h("p", { className: "standing" }, t("forms.odd")), ...said];
    });
  };
  note();
  return { element, pointer, update: note, note, focus: () => shown.focus() };
}
