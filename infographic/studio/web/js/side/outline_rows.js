/** A story as a tree of rows in the order of its file. No DOM. */

import { beginning } from "../forms/offsets.js";
import { at, isIn, lastOf, nounAt, parentOf, under } from "../forms/pointer.js";

/**
 * @typedef {import("../forms/pointer.js").Classes} Classes
 * @typedef {{pointer: string, level: number, noun: string, number: number, words: string,
 *   list: string, index: number, count: number, parent: string, holds: boolean}} OutlineRow
 *   list: the pointer of the list that it is an item of, "" for a field; holds: rows below it
 */

const LISTS = ["body", "panels", "figures", "charts", "tables", "events", "places", "credits"];
/** Fields of the story with a row of their own, in the order of a page. */
const HEAD = ["publication", "kicker", "headline", "deck", "byline", "lead"];
const FOOT = ["source", "base"];
const WORDS = 40;

/**
 * @param {Classes} classes
 * @param {any} story
 * @param {Set<string>} closed pointers whose rows are folded
 * @returns {OutlineRow[]}
 */
export function outlineRows(classes, story, closed) {
  /** @type {OutlineRow[]} */
  const rows = [];
  if (!story || typeof story !== "object") return rows;
  for (const key of HEAD) if (isThere(story[key])) rows.push(fieldRow(story, key));
  for (const key of LISTS) {
    const items = story[key];
    if (!Array.isArray(items) || !items.length) continue;
    const pointer = `/${key}`;
    rows.push({ ...fieldRow(story, key), noun: `list.${key}`, words: "", count: items.length, holds: true });
    if (closed.has(pointer)) continue;
    items.forEach((_, index) => {
      const item = itemRow(classes, story, pointer, index, items.length, 2);
      rows.push(item);
      const stats = key === "panels" ? at(story, under(item.pointer, "stats")) : null;
      if (!Array.isArray(stats)) return;
      item.holds = stats.length > 0;
      if (closed.has(item.pointer)) return;
      stats.forEach((__, number) => rows.push(
        itemRow(classes, story, under(item.pointer, "stats"), number, stats.length, 3)));
    });
  }
  for (const key of FOOT) if (isThere(story[key])) rows.push(fieldRow(story, key));
  return rows;
}

/** @param {any} value */
function isThere(value) {
  return value !== undefined && value !== null;
}

/**
 * @param {any} story
 * @param {string} key
 * @returns {OutlineRow}
 */
function fieldRow(story, key) {
  return { pointer: `/${key}`, level: 1, noun: `field.Story.${key}`, number: 0, words: wordsOf(story[key]),
    list: "", index: 0, count: 0, parent: "", holds: false };
}

/**
 * @param {Classes} classes
 * @param {any} story
 * @param {string} list
 * @param {number} index
 * @param {number} count
 * @param {number} level
 * @returns {OutlineRow}
 */
function itemRow(classes, story, list, index, count, level) {
  const pointer = under(list, index);
  const noun = nounAt(classes, story, pointer) || "Paragraph";
  return { pointer, level, noun: `class.${noun}`, number: index + 1, words: wordsOf(at(story, pointer)),
    list, index, count, parent: level === 3 ? parentOf(list) : list, holds: false };
}

/**
 * The first words of a value: its own, or its title's, label's …
 * @param {any} value
 * @returns {string}
 */
export function wordsOf(value) {
  if (typeof value === "string") return beginning(value, WORDS);
  if (!value || typeof value !== "object") return "";
  for (const key of ["title", "text", "lead", "subhead", "quote", "caption", "what", "label", "name", "alt", "image", "file", "from"])
    if (typeof value[key] === "string" && value[key]) return beginning(value[key], WORDS);
  return "";
}

/**
 * Where an item goes one step up or down: within its list, or out of it into the next panel's.
 * @param {any} story
 * @param {string} pointer
 * @param {1 | -1} by
 * @returns {{to: string, index: number} | null} the index as it is afterwards
 */
export function oneStep(story, pointer, by) {
  const list = parentOf(pointer);
  const index = Number(lastOf(pointer));
  const items = at(story, list);
  if (!Array.isArray(items)) return null;
  const next = index + by;
  if (next >= 0 && next < items.length) return { to: list, index: next };
  const panel = /^\/panels\/(\d+)\/stats$/.exec(list);
  if (!panel) return null;
  const other = Number(panel[1]) + by;
  if (!at(story, `/panels/${other}`)) return null;
  const stats = at(story, `/panels/${other}/stats`);
  if (!Array.isArray(stats)) return null;
  return { to: `/panels/${other}/stats`, index: by > 0 ? 0 : stats.length };
}

/**
 * Where an item goes that is dropped on another: before it, or behind it; into a panel at its end.
 * @param {any} story
 * @param {string} pointer of what is dragged
 * @param {string} onto
 * @param {boolean} behind
 * @returns {{to: string, index: number} | null} null where it may not be put there
 */
export function dropped(story, pointer, onto, behind) {
  const list = parentOf(pointer);
  if (pointer === onto || isIn(onto, pointer)) return null;
  const isStat = /^\/panels\/\d+\/stats$/.test(list);
  if (isStat && /^\/panels\/\d+$/.test(onto)) {
    const to = `${onto}/stats`;
    const stats = at(story, to);
    if (!Array.isArray(stats)) return null;
    return { to, index: stats.length - (to === list ? 1 : 0) };
  }
  const to = parentOf(onto);
  const isAlike = to === list || (isStat && /^\/panels\/\d+\/stats$/.test(to));
  if (!isAlike || !/^\d+$/.test(lastOf(onto)) || !list) return null;
  const place = Number(lastOf(onto)) + (behind ? 1 : 0);
  const from = Number(lastOf(pointer));
  const index = to === list && place > from ? place - 1 : place;
  return to === list && index === from ? null : { to, index };
}
