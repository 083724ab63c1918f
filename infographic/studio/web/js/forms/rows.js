/** Which fields a form shows, and which may be added. No DOM. */

import { at, kindAt, nounAt, stepsOf, under } from "./pointer.js";

/**
 * @typedef {import("./pointer.js").Classes} Classes
 * @typedef {import("./pointer.js").FieldSpec} FieldSpec
 * @typedef {import("./pointer.js").Kind} Kind
 * @typedef {{pointer: string, cls: string, key: string, spec: FieldSpec}} Row
 *   cls: whose field it is, “Paragraph” and “Credit” for texts of a list
 * @typedef {{noun: string, cls: string, rows: Row[], missing: Row[]}} Rows
 */

/** Shown though they are not there: every story and figure wants them. */
const ALWAYS = new Set(["Story.headline", "Figure.image", "Figure.caption", "Figure.alt", "Stat.priority", "Chart.data", "Chart.title"]);
/** The story's fields as they stand on a page; all others behind them. */
const ORDER = ["publication", "kicker", "headline", "deck", "byline", "lead", "body", "panels", "figures", "charts",
  "tables", "events", "places", "base", "credits", "source", "url"];
/** In the form of a figure the focus is a part of its picture. */
const ELSEWHERE = new Set(["Figure.focus"]);

/**
 * @param {Classes} classes
 * @param {any} story
 * @param {string} owner the pointer of an object, or of a text of a list
 * @param {Set<string>} [pending] keys that are to be shown, though they are not there yet
 * @returns {Rows}
 */
export function rowsOf(classes, story, owner, pending = new Set()) {
  const kind = kindAt(classes, story, owner);
  const noun = nounAt(classes, story, owner);
  const value = at(story, owner);
  if (!kind || (kind.kind !== "object" && !noun)) return { noun, cls: "", rows: [], missing: [] };
  const cls = kind.class || noun;
  const isWords = typeof value === "string" && (!classes[cls] || classes[cls]?.short === "");
  if (isWords) return { noun, cls, rows: [textRow(owner, cls)], missing: [] };
  if (value !== null && value !== undefined && isOdd(kind, value))
    return { noun, cls, rows: [{ ...textRow(owner, cls), spec: { ...textRow(owner, cls).spec, kind: "odd" } }], missing: [] };
  const short = classes[cls]?.short ?? "";
  /** @type {Row[]} */
  const rows = [];
  /** @type {Row[]} */
  const missing = [];
  for (const spec of inOrder(cls, classes[cls]?.fields ?? [])) {
    const name = `${cls}.${spec.key}`;
    if (ELSEWHERE.has(name)) continue;
    const isWhole = typeof value === "string" && spec.key === short;
    const pointer = isWhole ? owner : under(owner, spec.key);
    const row = { pointer, cls, key: spec.key, spec };
    const own = isWhole ? value : value?.[spec.key];
    const isThere = own !== undefined && own !== null && typeof value === (isWhole ? "string" : "object");
    if (isThere || pending.has(spec.key) || ALWAYS.has(name) || isOffered(cls, spec, value)) rows.push(row);
    else if (mayAdd(cls, spec.key, value)) missing.push(row);
  }
  return { noun, cls, rows, missing };
}

/**
 * @param {string} cls
 * @param {FieldSpec[]} fields
 */
function inOrder(cls, fields) {
  if (cls !== "Story") return fields;
  const rank = (/** @type {FieldSpec} */ spec) => (ORDER.includes(spec.key) ? ORDER.indexOf(spec.key) : ORDER.length);
  return [...fields].sort((a, b) => rank(a) - rank(b));
}

/**
 * @param {string} pointer
 * @param {string} cls
 * @returns {Row}
 */
function textRow(pointer, cls) {
  const spec = { key: "", kind: "copy", doc: "", required: true };
  return { pointer, cls, key: "", spec };
}

/** What JSON has for each kind; what is not here may be anything. */
/** @type {Record<string, (value: any) => boolean>} */
const HOLDS = {
  ...Object.fromEntries(["copy", "text", "icon", "device", "picture", "drawing", "choice"].map((kind) => [kind, (/** @type {any} */ value) => typeof value === "string"])),
  flag: (value) => typeof value === "boolean",
  number: (value) => typeof value === "number",
  value: (value) => typeof value === "number" || typeof value === "string",
  pair: (value) => Array.isArray(value) && value.length === 2,
  list: Array.isArray,
  names: (value) => isObject(value),
  object: (value) => isObject(value),
};

/** @param {any} value */
function isObject(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/**
 * Whether a value is none that its field may hold: a file written by hand has it so.
 * @param {Kind} kind
 * @param {any} value
 */
export function isOdd(kind, value) {
  if (value === null || value === undefined) return false;
  if (kind.kind === "object" && kind.or && typeof value === "string") return false;
  if (kind.kind === "text" && Array.isArray(value)) return !value.every((one) => typeof one === "string");
  return !(HOLDS[kind.kind]?.(value) ?? true);
}

/**
 * Parts of a number that every one spelled out shows.
 * @param {string} cls
 * @param {FieldSpec} spec
 * @param {any} value
 */
function isOffered(cls, spec, value) {
  if (cls !== "Stat" || typeof value !== "object" || typeof value?.text === "string") return false;
  const isChange = "from" in value || "to" in value;
  return isChange ? ["label", "from", "to"].includes(spec.key) : ["label", "value", "unit"].includes(spec.key);
}

/** Of a sentence nothing that it says itself; of a change no value. */
const SAID = { text: ["value", "as", "decimals", "grouping", "sign", "unit", "qualifier", "label", "from", "to"],
  from: ["text", "value", "as", "decimals", "grouping", "sign", "unit", "qualifier"],
  value: ["text", "from", "to"] };

/**
 * @param {string} cls
 * @param {string} key
 * @param {any} value
 */
function mayAdd(cls, key, value) {
  if (cls !== "Stat") return true;
  if (typeof value === "string" || typeof value?.text === "string") return !SAID.text.includes(key);
  if (value && ("from" in value || "to" in value)) return !SAID.from.includes(key);
  return !SAID.value.includes(key);
}

/**
 * What tells one set of rows from another: while it is the same, fields stay and take new values.
 * @param {string} owner
 * @param {Rows} rows
 * @param {any} story
 */
export function shapeOf(owner, rows, story) {
  const shape = rows.rows.map((row) => `${row.pointer}:${row.spec.kind}:${shapeOfValue(row.spec, at(story, row.pointer))}`);
  return [owner, rows.noun, ...shape, "+", ...rows.missing.map((row) => row.key)].join(" ");
}

/**
 * @param {Kind} kind
 * @param {any} value
 */
function shapeOfValue(kind, value) {
  if (isOdd(kind, value)) return "odd";
  if (Array.isArray(value)) return `[${value.map((one) => typeof one).join()}]`;
  if (isObject(value)) return Object.keys(value).join();
  // A field that is empty and one that is written in are the same to who writes.
  return kind.kind === "object" || kind.kind === "list" ? typeof value : "";
}

/**
 * The rows of an object inside a form: a measure, a note.
 * @param {Classes} classes
 * @param {any} story
 * @param {string} pointer
 */
export function innerRows(classes, story, pointer) {
  const all = rowsOf(classes, story, pointer);
  return { ...all, rows: [...all.rows, ...all.missing] };
}

/**
 * Of fields by their pointers the one that a selection means: itself, else the nearest around it.
 * @param {string[]} pointers
 * @param {string} pointer
 */
export function nearestOf(pointers, pointer) {
  const steps = stepsOf(pointer);
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const here = under("", ...steps.slice(0, depth));
    if (pointers.includes(here)) return here;
  }
  return null;
}
