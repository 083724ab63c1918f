/** Edits as `infographic/studio/documents` takes them. */

import { at, lastOf, parentOf } from "./pointer.js";

/** @typedef {Record<string, unknown>} Edit */

/**
 * @param {string} op
 * @param {Record<string, unknown>} given
 * @returns {Edit}
 */
function made(op, given) {
  return { op, ...given };
}

/**
 * @param {string} pointer
 * @param {unknown} value
 * @param {unknown} was
 */
export function setEdit(pointer, value, was) {
  return made("set", { pointer, value, was });
}

/**
 * A number as it was typed.
 * @param {string} pointer
 * @param {string} number
 * @param {unknown} was
 */
export function numberEdit(pointer, number, was) {
  return made("set", { pointer, number, value: Number(number), was });
}

/**
 * @param {string} pointer
 * @param {unknown} value
 */
export function createEdit(pointer, value) {
  return made("create", { pointer, value });
}

/**
 * A field of an object given a value, whether it is there (as null) or not.
 * @param {any} story
 * @param {string} pointer
 * @param {unknown} value
 */
export function giveEdit(story, pointer, value) {
  const holder = at(story, parentOf(pointer));
  const is = holder !== null && typeof holder === "object" && Object.hasOwn(holder, lastOf(pointer));
  return is ? setEdit(pointer, value, at(story, pointer)) : createEdit(pointer, value);
}

/**
 * Before item `index` of a list, which is made where it is not there.
 * @param {any} story
 * @param {string} pointer
 * @param {number} index
 * @param {unknown} value
 */
export function insertEdit(story, pointer, index, value) {
  const list = at(story, pointer);
  if (!Array.isArray(list)) return giveEdit(story, pointer, [value]);
  return made("insert", { pointer, index, value, count: list.length });
}

/**
 * @param {any} story
 * @param {string} pointer
 */
export function deleteEdit(story, pointer) {
  return made("delete", { pointer, was: at(story, pointer) });
}

/**
 * @param {any} story
 * @param {string} pointer
 */
export function duplicateEdit(story, pointer) {
  return made("duplicate", { pointer, was: at(story, pointer) });
}

/**
 * @param {any} story
 * @param {string} pointer
 * @param {string} to the list
 * @param {number} index there, as it is afterwards
 */
export function moveEdit(story, pointer, to, index) {
  return made("move", { pointer, to, index, was: at(story, pointer) });
}
