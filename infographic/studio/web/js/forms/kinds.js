/** The field that a kind of value is shown by. */

import { chartDataField, deviceField, linkField } from "./chart_fields.js";
import { choiceField, flagField } from "./choice_field.js";
import { lineField } from "./field.js";
import { iconField } from "./icon_field.js";
import { listField, namesField, objectField, pairField } from "./list_field.js";
import { oddField } from "./odd_field.js";
import { pictureField } from "./picture_field.js";
import { isOdd } from "./rows.js";
import { wordsField } from "./words_field.js";

/** Objects that have a form of their own, reached by a link. */
const OWN_FORM = new Set(["Publication", "Panel", "Figure", "Chart", "Event", "Place", "Stat", "Lead"]);

/**
 * @param {import("./forms.js").Forms} forms
 * @param {import("./rows.js").Row} row
 * @param {{remove?: (() => void) | undefined}} [with_]
 * @returns {import("./field.js").Field}
 */
export function fieldFor(forms, row, with_ = {}) {
  const { spec } = row;
  const value = forms.at(row.pointer);
  const inner = { ...with_, fieldFor };
  if (spec.kind === "odd" || isOdd(spec, value)) return oddField(forms, row, with_);
  switch (spec.kind) {
    case "copy":
      return wordsField(forms, row, with_);
    case "text":
      if (Array.isArray(value)) return listField(forms, { ...row, spec: { ...spec, kind: "list", of: { kind: "text" } } }, inner);
      return row.key === "alt" ? wordsField(forms, row, with_) : lineField(forms, row, with_);
    case "choice":
      return choiceField(forms, row, with_);
    case "flag":
      return flagField(forms, row, with_);
    case "icon":
      return iconField(forms, row, with_);
    case "picture":
      return pictureField(forms, row, with_);
    case "device":
      return deviceField(forms, row, with_);
    case "data":
      return chartDataField(forms, row);
    case "names":
      return namesField(forms, row, with_);
    case "pair":
      return pairField(forms, row, with_);
    case "list":
      if (OWN_FORM.has(spec.of?.class ?? "") || row.cls === "Story") return linkField(forms, row);
      return listField(forms, row, inner);
    case "object":
      if (typeof value === "string" && spec.or) return wordsField(forms, { ...row, spec: { ...spec, kind: "copy" } }, with_);
      if (OWN_FORM.has(spec.class ?? "") || (row.pointer === "/base" && value)) return linkField(forms, row);
      return objectField(forms, row, inner);
    default:
      return lineField(forms, row, with_);
  }
}
