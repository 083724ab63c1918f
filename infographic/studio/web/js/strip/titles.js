/** What layouts and families are called in the language of the interface. */

import { t } from "../words.js";
import { shortTitle } from "./grouping.js";

/** @typedef {import("../protocol.js").LayoutEntry} LayoutEntry */

/**
 * The words of a key, or what stands for it where there are none.
 * @param {string} key
 * @param {string} otherwise
 */
function known(key, otherwise) {
  const words = t(key);
  return words === key ? otherwise : words;
}

/** @param {string} family */
export function familyName(family) {
  return known(family === "own" ? "group.own" : `strip.family_${family}`, family);
}

/**
 * A layout's title without its family; one's own layouts are called as their files say.
 * @param {LayoutEntry} layout
 */
export function titleOf(layout) {
  const own = shortTitle(layout.title);
  return layout.own ? own : known(`canvas.${layout.canvas}`, own);
}

/**
 * A layout's size; of one that is as tall as its story, the width.
 * @param {LayoutEntry} layout
 */
export function sizeOf({ size }) {
  const wide = size.replace(" × auto", "");
  return wide === size ? size : t("canvas.wide", { size: wide });
}

/**
 * A layout's title with its family, which the plain one does without.
 * @param {LayoutEntry} layout
 */
export function wholeTitle(layout) {
  if (layout.own) return layout.title;
  const title = titleOf(layout);
  return layout.family === "daily" ? title : t("canvas.in_family", { title, family: familyName(layout.family) });
}
