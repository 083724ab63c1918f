/** JSON pointers, and what of a story stands at one. */

/**
 * What a field may hold, as `infographic/studio/fields.py` tells it.
 * @typedef {{kind: string, class?: string, classes?: string[], or?: string, of?: Kind,
 *   values?: (string | number)[], whole?: boolean, least?: number, most?: number}} Kind
 * @typedef {Kind & {key: string, doc: string, required: boolean, default?: any}} FieldSpec
 * @typedef {{doc: string, short: string, fields: FieldSpec[]}} ClassSpec
 * @typedef {Record<string, ClassSpec>} Classes
 */

/**
 * @param {string} pointer
 * @returns {string[]}
 */
export function stepsOf(pointer) {
  if (!pointer) return [];
  return pointer.slice(1).split("/").map((one) => one.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** @param {(string | number)[]} steps */
export function pointerOf(steps) {
  return steps.map((one) => `/${String(one).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/**
 * @param {string} pointer
 * @param {...(string | number)} steps
 */
export function under(pointer, ...steps) {
  return pointer + pointerOf(steps);
}

/** @param {string} pointer */
export function parentOf(pointer) {
  return pointer.slice(0, Math.max(pointer.lastIndexOf("/"), 0));
}

/** @param {string} pointer */
export function lastOf(pointer) {
  return stepsOf(pointer).at(-1) ?? "";
}

/**
 * Whether `pointer` is `holder`, or stands in it.
 * @param {string} pointer
 * @param {string} holder
 */
export function isIn(pointer, holder) {
  return pointer === holder || pointer.startsWith(`${holder}/`);
}

/**
 * The value at a pointer; undefined where there is none.
 * @param {any} value
 * @param {string} pointer
 * @returns {any}
 */
export function at(value, pointer) {
  let here = value;
  for (const step of stepsOf(pointer)) {
    if (here === null || typeof here !== "object" || !Object.hasOwn(here, step)) return undefined;
    here = here[step];
  }
  return here;
}

/**
 * The class of an object that may be of several: the first that has all its keys, or one it must.
 * @param {Classes} classes
 * @param {Kind} kind
 * @param {any} value
 */
export function classOf(classes, kind, value) {
  const among = kind.classes ?? (kind.class ? [kind.class] : []);
  if (among.length < 2 || value === null || typeof value !== "object") return among[0] ?? "";
  const named = among.find((name) =>
    classes[name]?.fields.some((field) => field.required && field.key in value));
  return named ?? among[0] ?? "";
}

/**
 * What stands at a pointer of a story; null where a story has no such thing.
 * @param {Classes} classes
 * @param {any} story
 * @param {string} pointer
 * @returns {(Kind & {class: string}) | null}
 */
export function kindAt(classes, story, pointer) {
  /** @type {Kind} */
  let kind = { kind: "object", class: "Story" };
  let value = story;
  for (const step of stepsOf(pointer)) {
    const inner = kindIn(classes, kind, value, step);
    if (!inner) return null;
    kind = inner;
    value = value === null || typeof value !== "object" ? undefined : value[step];
  }
  if (kind.kind !== "object") return { ...kind, class: "" };
  if (typeof value === "string" && kind.or) return { ...kind, kind: kind.or, class: wordsClass(kind) };
  return { ...kind, class: classOf(classes, kind, value) };
}

/**
 * The class that a text is short for: a stat; a paragraph, which has none, is "".
 * @param {Kind} kind
 */
function wordsClass(kind) {
  return kind.classes?.length === 1 ? kind.classes[0] ?? "" : "";
}

/**
 * @param {Classes} classes
 * @param {Kind} kind
 * @param {any} value
 * @param {string} step
 * @returns {Kind | undefined}
 */
function kindIn(classes, kind, value, step) {
  if (kind.kind === "list") return /^\d+$/.test(step) ? kind.of : undefined;
  if (kind.kind === "names") return { kind: "text" };
  if (kind.kind === "pair" || kind.kind === "focus") return { kind: "number", whole: false };
  if (kind.kind === "value") return { kind: "text" };
  if (kind.kind !== "object") return undefined;
  return classes[classOf(classes, kind, value)]?.fields.find((field) => field.key === step);
}

/** Objects whose fields are shown in the form of what holds them. */
const WITHIN = new Set(["Measure", "PointNote", "ReferenceLine", "ShadedSpan"]);

/**
 * Whose form shows a datum: the pointer of the innermost object, or item of a list, that has a
 * form of its own. What is gone is looked for further out.
 * @param {Classes} classes
 * @param {any} story
 * @param {string} pointer
 */
export function formAt(classes, story, pointer) {
  for (let here = pointer; here; here = parentOf(here)) {
    const kind = kindAt(classes, story, here);
    if (!kind || at(story, here) === undefined || at(story, here) === null) continue;
    const isItem = /^\d+$/.test(lastOf(here)) && isOutermostList(parentOf(here));
    if (isItem || (kind.kind === "object" && !WITHIN.has(kind.class) && !inPlaceBase(here))) return here;
  }
  return "";
}

/** @param {string} pointer of a list */
function isOutermostList(pointer) {
  return /^\/(body|panels|figures|charts|tables|events|places|credits)$/.test(pointer) ||
    /^\/panels\/\d+\/stats$/.test(pointer);
}

/** @param {string} pointer */
function inPlaceBase(pointer) {
  return /^\/(charts|tables)\/\d+\/base$/.test(pointer);
}

/**
 * What is called by what word: the class, or what a text among others is.
 * @param {Classes} classes
 * @param {any} story
 * @param {string} pointer
 * @returns {string} “Stat”, “Paragraph”, “Credit”, “Table”, or "" for a field
 */
export function nounAt(classes, story, pointer) {
  if (/^\/body\/\d+$/.test(pointer) && typeof at(story, pointer) === "string") return "Paragraph";
  if (/^\/credits\/\d+$/.test(pointer)) return "Credit";
  if (/^\/tables\/\d+$/.test(pointer)) return "Table";
  return kindAt(classes, story, pointer)?.class ?? "";
}

/**
 * The way down to a datum: each object or item with its noun and its number.
 * @param {Classes} classes
 * @param {any} story
 * @param {string} pointer
 * @returns {{pointer: string, noun: string, number: number}[]} numbers from 1; 0 for none
 */
export function wayTo(classes, story, pointer) {
  const way = [{ pointer: "", noun: "Story", number: 0 }];
  const steps = stepsOf(pointer);
  steps.forEach((step, depth) => {
    const here = pointerOf(steps.slice(0, depth + 1));
    const noun = nounAt(classes, story, here);
    if (noun) way.push({ pointer: here, noun, number: /^\d+$/.test(step) ? Number(step) + 1 : 0 });
  });
  return way;
}
