/** What a diagnostic says, in the language of the interface. */

import { kindOf } from "../desk/naming.js";
import { t } from "../words.js";

/** Codes that speak of parts of the story by their pointers, which an editor need not know. */
const OF_PARTS = new Set(["layout-needs", "charts-left-out", "items-left-out", "must-left-out"]);
const POINTER = /(?<![\w/.])\/[a-z]+(?:\/\w+)*/g;

/**
 * @param {import("../protocol.js").Diagnostic} one
 * @param {string} language
 * @returns {string}
 */
export function sentence(one, language) {
  // An editor knows the part by its name, and has the layout before the eyes.
  if (one.code === "story-unused" && one.pointer)
    return t("messages.left_out", { part: partName(one.pointer) });
  const own = /** @type {Record<string, any>} */ (one)[`message_${language}`];
  const said = own || one.message;
  return OF_PARTS.has(one.code) ? said.replaceAll(POINTER, partName) : said;
}

/**
 * @param {import("../protocol.js").Diagnostic} one
 * @param {string} language
 * @returns {string}
 */
export function hint(one, language) {
  const own = /** @type {Record<string, any>} */ (one)[`hint_${language}`];
  return own || one.hint;
}

/** @param {string} pointer a part of the story, as a rule a whole list */
function partName(pointer) {
  const list = `list.${pointer.slice(1)}`;
  const words = t(list);
  if (words !== list) return words;
  // A panel's title is no part by itself.
  const item = /^(?:\/\w+\/\d+)+(?=\/\w+$)/.exec(pointer)?.[0];
  return `${item ? `${kindOf(item, "", t)} › ` : ""}${kindOf(pointer, "", t)}`;
}
