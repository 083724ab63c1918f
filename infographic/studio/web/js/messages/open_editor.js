/** The way from the page into the user's own editor: the place in words, and a link that opens it. */

import { h } from "../dom.js";
import { t } from "../words.js";

/**
 * Show a place as file:line:column, copied to be pasted, and as a link where the browser is near.
 * @param {import("../studio.js").Studio} studio
 * @param {HTMLElement} at
 * @param {{file: string, line: number, column: number}} place
 */
export async function showPlace(studio, at, { file, line, column }) {
  const told = await studio.wire.ask({ type: "editor_link", file, line, column }).catch(() => null);
  const name = told?.place ?? `${file}:${line}:${column}`;
  const copied = await (navigator.clipboard?.writeText(name) ?? Promise.reject()).then(() => true, () => false);
  at.replaceChildren(h("code", {}, name), copied ? h("span", { className: "hint" }, t("editor.copied")) : "",
    told?.link ? h("a", { href: told.link }, t("messages.open_editor")) : "");
}

/**
 * The same for a value of the story.
 * @param {import("../studio.js").Studio} studio
 * @param {HTMLElement} at
 * @param {string} pointer
 * @param {number} [offset]
 */
export async function showPlaceOf(studio, at, pointer, offset) {
  const file = studio.state.story;
  const asked = { type: "place_of", file, pointer, ...(offset === undefined ? {} : { offset }) };
  const place = await studio.wire.ask(asked).catch(() => null);
  if (place) await showPlace(studio, at, { file, ...place });
}
